// The queue of observations on the draft before: what is left, in whatever order the reader wants, and one of them opened to be answered.
import { actorKinds } from '@cocrea/shared/domain/actor-kind.ts';
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { observationKinds, type Observation } from '@cocrea/shared/domain/observation.ts';
import type { Editor } from '@tiptap/core';
import { FileUp } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import styles from './desk.module.css';
import { ImportDialog } from './ImportDialog.tsx';
import { inQueue, neighbour, queueFilters, type Queue } from './queue.ts';
import type { DeskSource } from './source.ts';
import { useWords } from './words.ts';

interface QueueColumnProps {
  readonly draft: DraftDocument;
  /** The one that was observed. */
  readonly before: DraftDocument;
  readonly observations: readonly Observation[];
  /** Null until the text is open. */
  readonly editor: Editor | null;
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  /** Who else looks at an observation at this moment, by its id. */
  readonly lookers: ReadonlyMap<string, readonly string[]>;
  readonly onIncorporate: (source: Pick<DeskSource, 'kind' | 'id' | 'label' | 'text'>) => void;
}

const any = 'any';

export function QueueColumn(props: QueueColumnProps): ReactNode {
  const { draft, before, observations, editor, openId, onOpen, lookers, onIncorporate } = props;
  const { consolidation, observations: about, ui } = useWords();
  const say = consolidation.queue;
  const [queue, setQueue] = useState<Queue>({ query: '', filter: 'open', kind: null, actorKind: null });
  const [importing, setImporting] = useState(false);
  const shown = inQueue(observations, queue);
  const opened = observations.find(({ id }) => id === openId);
  if (opened !== undefined) {
    const go = (by: 1 | -1): void => onOpen(neighbour(shown, { id: opened.id, by })?.id ?? null);
    return (
      <AnswerForm
        key={opened.id}
        draft={draft}
        observation={opened}
        all={observations}
        editor={editor}
        lookers={lookers.get(opened.id) ?? []}
        onBack={() => onOpen(null)}
        onGo={go}
        onIncorporate={onIncorporate}
      />
    );
  }
  return (
    <div className={styles.panel}>
      <div className={styles.filters}>
        <TextField label={say.search} type="search" value={queue.query} onChange={(query) => setQueue({ ...queue, query })} />
        <Select
          label={say.filter}
          value={queue.filter}
          options={queueFilters.map((value) => ({ value, label: say.filters[value] }))}
          onChange={(filter) => setQueue({ ...queue, filter })}
        />
        <Select
          label={say.kind}
          value={queue.kind ?? any}
          options={[
            { value: any, label: say.anyKind },
            ...observationKinds.map((value) => ({ value, label: about.kinds[value] })),
          ]}
          onChange={(value) => setQueue({ ...queue, kind: observationKinds.find((kind) => kind === value) ?? null })}
        />
        <Select
          label={say.actor}
          value={queue.actorKind ?? any}
          options={[{ value: any, label: say.anyActor }, ...actorKinds.map((value) => ({ value, label: ui.actorKinds[value] }))]}
          onChange={(value) => setQueue({ ...queue, actorKind: actorKinds.find((kind) => kind === value) ?? null })}
        />
      </div>
      <div className={styles.head}>
        <p className={styles.small} role="status">
          {observations.length > 0 && say.count(shown.length, observations.length)}
        </p>
        <Button look="quiet" icon={<FileUp aria-hidden="true" />} onClick={() => setImporting(true)}>
          {say.import}
        </Button>
      </div>
      {shown.length === 0 ? (
        <EmptyState>{observations.length === 0 ? say.none : say.noneFound}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {shown.map((one) => (
            <li key={one.id}>
              <Row observation={one} all={observations} lookers={lookers.get(one.id) ?? []} onOpen={() => onOpen(one.id)} />
            </li>
          ))}
        </ul>
      )}
      {importing && <ImportDialog draft={before} onClose={() => setImporting(false)} />}
    </div>
  );
}

interface RowProps {
  readonly observation: Observation;
  readonly all: readonly Observation[];
  readonly lookers: readonly string[];
  readonly onOpen: () => void;
}

function Row({ observation, all, lookers, onOpen }: RowProps): ReactNode {
  const { consolidation, observations: about } = useWords();
  const say = consolidation.queue;
  const { folio, state, disposition, kind, actorKind, justification, groupId, late, onBehalfOf, authorName } = observation;
  const group = groupId === null ? 0 : all.filter((one) => one.groupId === groupId).length;
  return (
    <button type="button" className={`${styles.card} ${styles.row}`} data-observation={folio} onClick={onOpen}>
      <span className={styles.head}>
        <span className={styles.folio}>{folio}</span>
        <StatusPill>
          {disposition === null || state === 'analysing' ? about.states[state] : about.dispositions[disposition]}
        </StatusPill>
      </span>
      <span className={styles.clamp} lang="es">
        {justification}
      </span>
      <span className={styles.small}>
        <ActorKindMark kind={actorKind} /> {onBehalfOf ?? authorName ?? consolidation.sources.somebody} · {about.kinds[kind]}
        {late && ` · ${about.late}`}
        {group > 1 && ` · ${say.grouped(group)}`}
      </span>
      {lookers.length > 0 && <span className={styles.small}>{say.lookers(lookers.join(', '))}</span>}
    </button>
  );
}
