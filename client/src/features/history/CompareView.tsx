// Two moments of a text beside each other: chosen from lists, compared in a worker, in one text or two columns, from change to change by key.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useMoment, type VersionsAnswer } from '../../api/history.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Select } from '../../ui/Select.tsx';
import { useLanguage } from '../../ui/words.ts';
import { ChangedBlocks, type View } from './ChangedBlocks.tsx';
import { Comparing } from './Comparing.tsx';
import styles from './compare.module.css';
import { useChangeAuthors } from './use-change-authors.ts';
import { useComparison } from './use-comparison.ts';
import { useWords } from './words.ts';

interface CompareViewProps {
  readonly document: LabDocument;
  readonly answer: VersionsAnswer;
  readonly before: number;
  readonly after: number;
  readonly onChoose: (chosen: { before: number; after: number }) => void;
}

export function CompareView({ document, answer, before, after, onChoose }: CompareViewProps): ReactNode {
  const words = useWords();
  const { compare: say } = words.history;
  const [view, setView] = useState<View>('inline');
  const [onlyChanges, setOnlyChanges] = useState(true);
  const [earlier, later] = [useMoment(document.labId, document.id, before), useMoment(document.labId, document.id, after)];
  const { comparison, cancel, again } = useComparison(earlier.data, later.data);
  const options = useMomentOptions(answer);
  const failed = earlier.error ?? later.error;
  const changes = comparison.state === 'done' ? comparison.changes : [];
  const changed = changes.filter(({ lineage }) => lineage !== 'same');
  const authors = useChangeAuthors(document, { before, after, enabled: changed.length > 0 });
  return (
    <div className={styles.compare}>
      <div className={styles.choices}>
        <Select
          label={say.before}
          value={String(before)}
          options={options}
          onChange={(seq) => onChoose({ before: Number(seq), after })}
        />
        <Select
          label={say.after}
          value={String(after)}
          options={options}
          onChange={(seq) => onChoose({ before, after: Number(seq) })}
        />
        <Select<View>
          label={say.view}
          value={view}
          options={[
            { value: 'inline', label: say.inline },
            { value: 'sides', label: say.sides },
          ]}
          onChange={setView}
        />
      </div>
      <Checkbox label={say.onlyChanges} checked={onlyChanges} onChange={setOnlyChanges} />
      {failed ? (
        <ErrorState onRetry={() => void Promise.all([earlier.refetch(), later.refetch()])} pending={later.isFetching}>
          {failureWords(failed, words)}
        </ErrorState>
      ) : comparison.state === 'working' ? (
        <Comparing compared={comparison.compared} onCancel={cancel} />
      ) : comparison.state === 'done' ? (
        <Found count={changed.length}>
          <ChangedBlocks changes={onlyChanges ? changed : changes} view={view} authors={authors} />
        </Found>
      ) : (
        <div className={styles.bar} role="status">
          <span>{comparison.state === 'cancelled' ? say.cancelled : words.app.shell.failed}</span>
          <Button onClick={again}>{say.again}</Button>
        </div>
      )}
    </div>
  );
}

/** How many there are, and the way from one to the next: buttons, and keys wherever nothing is typed. */
function Found({ count, children }: { readonly count: number; readonly children: ReactNode }): ReactNode {
  const { compare: say } = useWords().history;
  const list = useRef<HTMLDivElement>(null);
  const go = (step: 1 | -1): void => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-changed]') ?? [])];
    const at = all.findIndex((one) => one === globalThis.document.activeElement);
    const next = all[at < 0 ? (step === 1 ? 0 : all.length - 1) : (at + step + all.length) % all.length];
    next?.focus();
    next?.scrollIntoView({ block: 'center' });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable=true]')) return;
      if (event.key === 'n' || event.key === 'N') go(1);
      if (event.key === 'p' || event.key === 'P') go(-1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <div className={styles.bar}>
        <strong role="status">{say.count(count)}</strong>
        {count > 0 && (
          <>
            <Button look="quiet" icon={<ArrowUp aria-hidden="true" />} onClick={() => go(-1)}>
              {say.previous}
            </Button>
            <Button look="quiet" icon={<ArrowDown aria-hidden="true" />} onClick={() => go(1)}>
              {say.next}
            </Button>
            <span className={styles.keys}>{say.keys}</span>
          </>
        )}
      </div>
      <div ref={list}>{children}</div>
    </>
  );
}

function useMomentOptions({ versions, moments, lastSeq }: VersionsAnswer): { value: string; label: string }[] {
  const { history: say } = useWords();
  const language = useLanguage();
  return useMemo(() => {
    const named = new Map(versions.map(({ seq, name, kind }) => [seq, name ?? say.kinds[kind]]));
    const known = [...new Map([...moments, ...versions].map(({ seq, at }) => [seq, at]))].sort(([a], [b]) => b - a);
    return known.map(([seq, at]) => {
      const name = named.get(seq) ?? (seq === lastSeq ? say.now : seq === 1 ? say.opening : null);
      const when = momentInWords(at, language);
      return { value: String(seq), label: name === null ? when : `${name} · ${when}` };
    });
  }, [versions, moments, lastSeq, say, language]);
}
