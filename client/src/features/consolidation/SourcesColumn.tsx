// What waits for a place: the five tables by their questions, proposals, and what came too late, each with its way into the draft.
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { actorKinds } from '@cocrea/shared/domain/actor-kind.ts';
import { GripVertical } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { DeskAnswer } from '../../api/consolidation.ts';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Coverage } from './Coverage.tsx';
import styles from './desk.module.css';
import { sourceType } from './drop-on-block.ts';
import { filterSources, isOpen, sourcesOf, type DeskSource, type SourceFilter } from './source.ts';
import { useWords } from './words.ts';

interface SourcesColumnProps {
  readonly desk: DeskAnswer;
  /** Ids of what was incorporated into paragraphs that are gone. */
  readonly lost: ReadonlySet<string>;
  readonly subTables: readonly SubTable[];
  /** A folio that is looked for, from the start or when it is asked for later; empty for none. */
  readonly wanted: string;
  readonly onIncorporate: (source: DeskSource) => void;
  readonly onRefuse: (source: DeskSource) => void;
  readonly onTakeBack: (source: DeskSource) => void;
}

const kinds = ['contribution', 'proposal', 'late_writing'] as const;

export function SourcesColumn({ desk, lost, subTables, wanted, ...acts }: SourcesColumnProps): ReactNode {
  const { sources: say, coverage } = useWords().consolidation;
  const sources = useMemo(() => sourcesOf(desk, lost), [desk, lost]);
  const [filter, setFilter] = useState<SourceFilter>({ query: wanted, waitingOnly: wanted === '', cell: null });
  const [looked, setLooked] = useState(wanted);
  if (looked !== wanted) {
    setLooked(wanted);
    if (wanted !== '') setFilter({ query: wanted, waitingOnly: false, cell: null });
  }
  const shown = filterSources(sources, filter);
  const titles = { contribution: say.contributions, proposal: say.proposals, late_writing: say.late, observation: '' };
  const table = subTables.find(({ id }) => id === filter.cell?.subTableId);
  return (
    <div className={styles.panel}>
      <Coverage
        sources={sources}
        subTables={subTables}
        chosen={filter.cell}
        onChoose={(cell) => setFilter({ ...filter, cell })}
      />
      <div className={styles.filters}>
        <TextField label={say.search} type="search" value={filter.query} onChange={(query) => setFilter({ ...filter, query })} />
        <Select
          label={say.filter}
          value={filter.waitingOnly ? 'waiting' : 'everything'}
          options={(['waiting', 'everything'] as const).map((value) => ({ value, label: say[value] }))}
          onChange={(value) => setFilter({ ...filter, waitingOnly: value === 'waiting' })}
        />
      </div>
      {filter.cell !== null && (
        <div className={styles.head}>
          <span>{coverage.chosen(table?.no ?? 0, filter.cell.question)}</span>
          <Button look="quiet" onClick={() => setFilter({ ...filter, cell: null })}>
            {coverage.all}
          </Button>
        </div>
      )}
      {shown.length === 0 && <EmptyState>{sources.length === 0 ? say.none : say.noneFound}</EmptyState>}
      {kinds.map((kind) => {
        const these = shown.filter((one) => one.kind === kind);
        return these.length === 0 ? null : (
          <section key={kind} className={styles.section}>
            <h2 className={styles.heading}>
              {titles[kind]} ({these.length})
            </h2>
            <ul className={styles.list}>
              {these.map((source) => (
                <li key={source.id}>
                  <SourceCard source={source} {...acts} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

type SourceCardProps = Pick<SourcesColumnProps, 'onIncorporate' | 'onRefuse' | 'onTakeBack'> & { readonly source: DeskSource };

function SourceCard({ source, onIncorporate, onRefuse, onTakeBack }: SourceCardProps): ReactNode {
  const say = useWords().consolidation.sources;
  const { kind, id, label, text, fate, reason, contribution, late } = source;
  const actorKind = actorKinds.find((one) => one === contribution?.authorKind);
  const who = contribution?.authorName ?? late?.authorName ?? (kind === 'proposal' ? null : say.somebody);
  return (
    <article
      className={styles.card}
      draggable
      data-settled={!isOpen(source) || undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData(sourceType, JSON.stringify({ kind, id, label, text }));
        event.dataTransfer.effectAllowed = 'copy';
      }}
    >
      <div className={styles.head}>
        <span className={styles.folio}>
          <GripVertical size={14} aria-hidden="true" /> {label}
        </span>
        {fate === 'lost' && <StatusPill tone="warning">{say.lost}</StatusPill>}
        {!isOpen(source) && <StatusPill>{fate === 'incorporated' ? say.incorporated : say.notIncorporated}</StatusPill>}
      </div>
      {late !== null && late.before !== '' && (
        <p className={styles.small} lang="es">
          {say.wasFrozen}: {late.before}
        </p>
      )}
      <p className={`${styles.words} ${styles.clamp}`} lang={contribution?.language ?? 'es'} title={text}>
        {text}
      </p>
      {who !== null && (
        <p className={styles.small}>
          {actorKind !== undefined && <ActorKindMark kind={actorKind} />} {who}
          {contribution?.onBehalfOf != null && ` · ${contribution.onBehalfOf}`}
        </p>
      )}
      {reason !== null && <p className={styles.small}>{reason}</p>}
      <div className={styles.ways}>
        {fate !== 'not_incorporated' && (
          <Button look="quiet" aria-label={`${say.incorporate} ${label}`} onClick={() => onIncorporate(source)}>
            {say.incorporate}
          </Button>
        )}
        {isOpen(source) && kind !== 'proposal' && (
          <Button look="quiet" aria-label={`${say.refuse}: ${label}`} onClick={() => onRefuse(source)}>
            {say.refuse}
          </Button>
        )}
        {fate === 'not_incorporated' && kind === 'contribution' && (
          <Button look="quiet" aria-label={`${say.takeBack}: ${label}`} onClick={() => onTakeBack(source)}>
            {say.takeBack}
          </Button>
        )}
      </div>
    </article>
  );
}
