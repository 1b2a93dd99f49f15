// The words of one paragraph with what came and went: colour and stroke say which, the shape and colour of a hand whose, and the name appears
// where a run is pointed at, touched or reached by key.
import { authoredRuns, type AuthoredRun } from '@cocrea/shared/document/authored-runs.ts';
import type { BlockChange } from '@cocrea/shared/document/lineage.ts';
import { notePieces } from '@cocrea/shared/document/note-pieces.ts';
import type { CSSProperties, ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import styles from './compare.module.css';
import { FootnotedWords } from './FootnotedWords.tsx';
import type { ChangeAuthors } from './use-change-authors.ts';

interface ChangedRunsProps {
  readonly change: BlockChange;
  readonly side: 'both' | 'before' | 'after';
  /** Without it nobody is named: where everybody reads, or while it is being looked for. */
  readonly authors: ChangeAuthors | null;
}

/** The runs of a change, each with whose it is. */
export function runsBy(change: BlockChange, authors: ChangeAuthors | null): AuthoredRun[] {
  const { blockId } = change;
  return authoredRuns(change, { before: authors?.before(blockId) ?? [], after: authors?.after(blockId) ?? [] });
}

export function ChangedRuns({ change, side, authors }: ChangedRunsProps): ReactNode {
  if (change.runs.length === 0 && (change.lineage === 'moved' || change.lineage === 'same'))
    return <FootnotedWords words={side === 'before' ? change.before : change.after} />;
  const shown = runsBy(change, authors).filter(
    ({ kind }) => side === 'both' || kind === 'same' || (kind === 'removed') === (side === 'before'),
  );
  // A run may end inside a note; what went and what came go on from the same place.
  let inside = false;
  return shown.map((run, at) => {
    const began = inside;
    if (run.kind !== 'removed' || side === 'before') inside = notePieces(run.text, inside).inside;
    return <Run key={`${at} ${run.kind}`} run={run} inside={began} authors={authors} />;
  });
}

function Run({
  run,
  inside,
  authors,
}: {
  readonly run: AuthoredRun;
  readonly inside: boolean;
  readonly authors: ChangeAuthors | null;
}): ReactNode {
  const { kind, text, personId } = run;
  const words = <FootnotedWords words={text} inside={inside} />;
  if (kind === 'same') return words;
  const Tag = kind === 'added' ? 'ins' : 'del';
  const look = kind === 'added' ? styles.added : styles.removed;
  // White space is nobody's.
  if (authors === null || text.trim() === '') return <Tag className={look}>{words}</Tag>;
  const { color, kind: actorKind, name } = authors.faceOf(personId);
  return (
    <Tag
      className={`${look} ${styles.by}`}
      style={{ '--author': color } as CSSProperties}
      data-name={name}
      title={name}
      tabIndex={0}
    >
      {words}
      {actorKind !== null && (
        <span className={styles.hand} aria-hidden="true">
          <ActorKindMark kind={actorKind} silent />
        </span>
      )}
    </Tag>
  );
}
