// Suggesting, as the page of a draft takes it up: which text is open (the draft, or one's fork of it), the way from one to the other, marks in
// the text, a panel beside it, and what is asked before several are decided.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { suggestionsKey } from '../../api/keys.ts';
import { useActor, useMe } from '../../api/session.ts';
import { openFork, useSuggestions } from '../../api/suggestions.ts';
import type { EditorExtras } from '../../editor/editor-extras.ts';
import { Banner } from '../../ui/Banner.tsx';
import { forget, recall, remember } from '../../ui/memory.ts';
import { tellFailure } from '../../ui/Toast.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { BodyMarks, ForkMarks } from './Marks.tsx';
import { LeftOpen } from './LeftOpen.tsx';
import { ModeBar } from './ModeBar.tsx';
import { showSuggestion } from './suggestion-marks.ts';
import { SuggestionsPanel } from './SuggestionsPanel.tsx';
import { useDecisions, type Asked } from './use-decisions.ts';
import { useWords } from './words.ts';

const panelId = 'suggestions';

export interface Suggesting {
  /** The fork that is open in place of the draft's own text. */
  readonly textId: string | undefined;
  readonly extras: EditorExtras;
}

export function useSuggesting(draft: DraftDocument): Suggesting {
  const words = useWords();
  const { panel: say } = words.suggestions;
  const actor = useActor();
  const me = useMe();
  const client = useQueryClient();
  /** Undefined until it is chosen on this page: then it is as it was left on this device. */
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const [opening, setOpening] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const decisions = useDecisions(draft);
  const { data } = useSuggestions(draft.labId, draft.id);
  const maySuggest = can(actor, 'document.suggest', draft);
  const mayWrite = can(actor, 'document.write', draft);
  const mine = me?.personId;
  const leftAs = mine === undefined ? null : `suggesting.${mine}.${draft.id}`;
  const forkId = chosen !== undefined ? chosen : leftAs === null || !maySuggest ? null : recall(leftAs);
  const open = data?.forks.filter(({ fork }) => forkId === null || fork.authorId === mine) ?? [];
  const count = open.reduce((sum, { suggestions }) => sum + suggestions.length, 0);
  const isThere = maySuggest || count > 0 || (data?.decisions.length ?? 0) > 0;

  const change = useCallback(
    (suggesting: boolean): void => {
      setPicked(null);
      if (!suggesting) {
        setChosen(null);
        if (leftAs !== null) forget(leftAs);
        // What was written until now is asked for: the draft shows it.
        void client.invalidateQueries({ queryKey: suggestionsKey(draft.labId, draft.id) });
        return;
      }
      setOpening(true);
      openFork(draft.labId, draft.id)
        .then(
          ({ id }) => {
            setChosen(id);
            // Whoever comes back without a connection finds what they wrote.
            if (leftAs !== null) remember(leftAs, id);
          },
          (failure: unknown) => tellFailure(`${words.suggestions.mode.failed} ${failureWords(failure, words)}`),
        )
        .finally(() => setOpening(false));
    },
    [client, draft.labId, draft.id, leftAs, words],
  );

  const extras = useMemo((): EditorExtras => {
    if (!isThere || me === null || me === undefined) return {};
    const decide = (what: Asked): void => {
      if (what.look === 'accept' && what.count === 1) void decisions.decide(what, null);
      else setAsked(what);
    };
    return {
      bar: maySuggest && <ModeBar suggesting={forkId !== null} mayWrite={mayWrite} pending={opening} onChange={change} />,
      notices: (
        <>
          <LeftOpen draft={draft} to="author" />
          <MyNews draft={draft} />
        </>
      ),
      panels: [
        {
          id: panelId,
          label: say.label,
          badge: count,
          render: ({ editor, closePanel }) => (
            <SuggestionsPanel
              draft={draft}
              editor={editor}
              onlyMine={forkId !== null}
              picked={picked}
              pending={decisions.pending}
              onShow={({ suggestion }) => {
                closePanel();
                setPicked(suggestion.id);
                requestAnimationFrame(() => showSuggestion(editor.view.dom, suggestion));
              }}
              onDecide={(what) => {
                if (what.look !== 'accept' || what.count > 1) closePanel();
                decide(what);
              }}
              onUndo={(decision) => void decisions.undo(decision)}
            />
          ),
        },
      ],
      layers: [
        {
          id: 'suggestion-marks',
          render: (desk) =>
            forkId === null ? (
              <BodyMarks draft={draft} desk={desk} onPick={setPicked} />
            ) : (
              <ForkMarks draft={draft} desk={desk} me={me} />
            ),
        },
        {
          id: 'deciding',
          render: () =>
            asked !== null && (
              <DecideDialog
                look={asked.look}
                count={asked.count}
                pending={decisions.pending}
                onClose={() => setAsked(null)}
                onDecide={(reason) => void decisions.decide(asked, reason).then(() => setAsked(null))}
              />
            ),
        },
      ],
    };
  }, [isThere, me, maySuggest, mayWrite, forkId, opening, change, say, count, draft, picked, decisions, asked]);
  return { textId: forkId ?? undefined, extras };
}

/** What was decided on what one suggested. */
function MyNews({ draft }: { readonly draft: DraftDocument }): ReactNode {
  const { told: say } = useWords().suggestions;
  const mine = useMe()?.personId;
  const decisions = useSuggestions(draft.labId, draft.id).data?.decisions ?? [];
  const others = decisions.filter(
    ({ authorId, actorId, undoneAt }) => authorId === mine && actorId !== mine && undoneAt === null,
  );
  const counted = (decision: 'accept' | 'reject'): number =>
    others.filter((one) => one.decision === decision).reduce((sum, one) => sum + one.count, 0);
  const [accepted, rejected] = [counted('accept'), counted('reject')];
  if (accepted + rejected === 0) return null;
  const reason = others.find((one) => one.reason !== null)?.reason;
  return (
    <Banner>
      <p>
        {[accepted > 0 && say.mineAccepted(accepted), rejected > 0 && say.mineRejected(rejected)].filter(Boolean).join(' ')}
        {reason !== null && reason !== undefined && ` ${say.reason(reason)}`}
      </p>
    </Banner>
  );
}
