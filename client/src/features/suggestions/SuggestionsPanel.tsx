// The open suggestions of a draft beside its text: all of them or one person's, one by one, chosen or whole; and what was decided lately.
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { can } from '@cocrea/shared/permissions.ts';
import type { Editor } from '@tiptap/core';
import { useMemo, useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useActor, useMe } from '../../api/session.ts';
import { useSuggestions } from '../../api/suggestions.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useLanguage } from '../../ui/words.ts';
import { Decisions } from './Decisions.tsx';
import { LeftOpen } from './LeftOpen.tsx';
import { openSuggestions, type OpenSuggestion } from './open-suggestions.ts';
import { SuggestionCard } from './SuggestionCard.tsx';
import styles from './suggestions.module.css';
import type { Asked } from './use-decisions.ts';
import { useWords } from './words.ts';

interface SuggestionsPanelProps {
  readonly draft: DraftDocument;
  readonly editor: Editor;
  /** Only one's own, in one's fork. */
  readonly onlyMine: boolean;
  /** Of the mark that was touched. */
  readonly picked: string | null;
  readonly pending: boolean;
  readonly onShow: (one: OpenSuggestion) => void;
  /** Does it, or asks first. */
  readonly onDecide: (asked: Asked) => void;
  readonly onUndo: (decision: string) => void;
}

const everybody = 'all';

export function SuggestionsPanel(props: SuggestionsPanelProps): ReactNode {
  const { draft, editor, onlyMine, picked, pending, onShow, onDecide, onUndo } = props;
  const words = useWords();
  const { panel: say, told } = words.suggestions;
  const language = useLanguage();
  const actor = useActor();
  const mine = useMe()?.personId;
  const answer = useSuggestions(draft.labId, draft.id);
  const [author, setAuthor] = useState<string>(everybody);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { doc } = editor.state;
  const open = useMemo(() => {
    if (answer.data === undefined) return [];
    const places = new Map<string, number>();
    doc.descendants((node, pos) => {
      const id: unknown = node.attrs[blockIdAttribute];
      if (typeof id === 'string') places.set(id, pos);
      return !node.isTextblock;
    });
    return openSuggestions(answer.data, {
      placeOf: (blockId) => places.get(blockId) ?? Number.POSITIVE_INFINITY,
      somebody: told.somebody,
    });
  }, [answer.data, doc, told]);
  if (answer.data === undefined) {
    return answer.error ? (
      <ErrorState onRetry={() => void answer.refetch()} pending={answer.isFetching}>
        {failureWords(answer.error, words)}
      </ErrorState>
    ) : (
      <Skeleton lines={5} />
    );
  }
  const decides = !onlyMine && can(actor, 'suggestion.decide', draft);
  const withdraws = can(actor, 'document.suggest', draft);
  const all = onlyMine ? open.filter(({ fork }) => fork.authorId === mine) : open;
  const authors = [...new Map(all.map((one) => [one.fork.id, one.author]))];
  const shown = author === everybody || onlyMine ? all : all.filter(({ fork }) => fork.id === author);
  const whose = authors.find(([forkId]) => forkId === author)?.[1];
  const here = shown.filter(({ key }) => chosen.has(key));
  const choose = (key: string, is: boolean): void =>
    setChosen((before) => new Set(is ? [...before, key] : [...before].filter((one) => one !== key)));
  const ask = (look: Asked['look'], some: readonly OpenSuggestion[], more: { whole?: boolean } = {}): void => {
    const byFork = new Map<string, string[]>();
    for (const { fork, suggestion } of some) byFork.set(fork.id, [...(byFork.get(fork.id) ?? []), suggestion.id]);
    onDecide({
      look,
      count: some.length,
      whole: more.whole === true,
      forks: [...byFork].map(([forkId, ids]) => ({ forkId, ids })),
    });
  };
  return (
    <div className={styles.panel}>
      <LeftOpen draft={draft} to="everybody" />
      {!onlyMine && authors.length > 1 && (
        <Select
          label={say.author}
          value={whose === undefined ? everybody : author}
          options={[
            { value: everybody, label: say.everybody },
            ...authors.map(([forkId, { name }]) => ({ value: forkId, label: name })),
          ]}
          onChange={setAuthor}
        />
      )}
      {shown.length === 0 ? (
        <EmptyState>
          <p>{onlyMine ? say.emptyMine : say.empty}</p>
          {!onlyMine && <p>{say.emptyToDo}</p>}
        </EmptyState>
      ) : (
        <>
          <p className={styles.small}>{say.count(shown.length)}</p>
          <Whole {...{ decides, onlyMine, shown, authors, whose, here, ask }} />
          <ul className={styles.list}>
            {shown.map((one) => (
              <li key={one.key}>
                <SuggestionCard
                  suggestion={one.suggestion}
                  author={one.author}
                  picked={one.suggestion.id === picked}
                  moment={momentInWords(one.fork.changedAt, language)}
                  onShow={() => onShow(one)}
                  deciding={
                    decides
                      ? {
                          chosen: chosen.has(one.key),
                          pending,
                          onChoose: (is) => choose(one.key, is),
                          onAccept: () => ask('accept', [one]),
                          onReject: () => ask('reject', [one]),
                        }
                      : undefined
                  }
                  onWithdraw={withdraws && one.fork.authorId === mine ? () => ask('withdraw', [one]) : undefined}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <Decisions draft={draft} answer={answer.data} onlyMine={onlyMine} onUndo={onUndo} />
    </div>
  );
}

interface WholeProps {
  readonly decides: boolean;
  readonly onlyMine: boolean;
  readonly shown: readonly OpenSuggestion[];
  readonly authors: readonly (readonly [string, { readonly name: string }])[];
  readonly whose: { readonly name: string } | undefined;
  readonly here: readonly OpenSuggestion[];
  readonly ask: (look: Asked['look'], some: readonly OpenSuggestion[], more?: { whole?: boolean }) => void;
}

/** What can be done with several at once: those that are chosen, or all of one person. */
function Whole({ decides, onlyMine, shown, authors, whose, here, ask }: WholeProps): ReactNode {
  const { panel: say } = useWords().suggestions;
  if (onlyMine) {
    return shown.length < 2 ? null : (
      <div className={styles.ways}>
        <Button look="quiet" onClick={() => ask('withdraw', shown, { whole: true })}>
          {say.withdrawAll}
        </Button>
      </div>
    );
  }
  if (!decides) return null;
  if (here.length > 0) {
    return (
      <div className={styles.ways}>
        <Button look="primary" onClick={() => ask('accept', here)}>
          {say.acceptChosen(here.length)}
        </Button>
        <Button onClick={() => ask('reject', here)}>{say.rejectChosen(here.length)}</Button>
      </div>
    );
  }
  const one = whose ?? (authors.length === 1 ? authors[0]?.[1] : undefined);
  if (one === undefined || shown.length < 2) return null;
  return (
    <div className={styles.ways}>
      <Button onClick={() => ask('accept', shown, { whole: true })}>{say.acceptAll(one.name)}</Button>
      <Button look="quiet" onClick={() => ask('reject', shown, { whole: true })}>
        {say.rejectAll(one.name)}
      </Button>
    </div>
  );
}
