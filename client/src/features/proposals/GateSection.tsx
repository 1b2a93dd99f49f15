// The transversal gate of a proposal, drawn: one seat a sector, the conditions beside them, and one's own endorsement.
import type { ProposalWhole } from '@cocrea/shared/api/proposals.ts';
import type { Gate } from '@cocrea/shared/domain/endorsement.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { CircleCheck, Table2, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Page.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { Table } from '../../ui/Table.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import { Checks } from './Checks.tsx';
import { Endorsing } from './Endorsing.tsx';
import styles from './gate.module.css';
import { SeatCard } from './SeatCard.tsx';

interface GateSectionProps {
  readonly labId: string;
  readonly whole: ProposalWhole;
  readonly gate: Gate;
}

export function GateSection({ labId, whole, gate }: GateSectionProps): ReactNode {
  const { proposals, ui } = useWords();
  const { gate: say } = proposals;
  const language = useLanguage();
  const [asTable, setAsTable] = useState(false);
  const nameOf = (personId: string): string => whole.names[personId] ?? proposals.page.somebody;
  const missing = proposals.seatsMissing(gate);
  const all = [...gate.seats.flatMap(({ endorsements }) => endorsements), ...gate.beside];
  const { asTable: columns } = say;
  return (
    <Section
      title={say.titleOf(gate.seats.length)}
      actions={
        all.length > 0 && (
          <Button look="quiet" icon={<Table2 aria-hidden="true" />} onClick={() => setAsTable(!asTable)}>
            {asTable ? ui.asDrawing : ui.asTable}
          </Button>
        )
      }
    >
      <p className={styles.what}>{say.what}</p>
      <div className={styles.sum} role="status">
        <span className={styles.count}>{say.count(gate.filled, gate.threshold)}</span>
        {missing === '' ? (
          <StatusPill tone="good" icon={<CircleCheck aria-hidden="true" />}>
            {say.complete}
          </StatusPill>
        ) : (
          <StatusPill tone="warning" icon={<TriangleAlert aria-hidden="true" />}>
            {missing}
          </StatusPill>
        )}
      </div>
      {asTable && all.length > 0 ? (
        <Table
          caption={say.titleOf(gate.seats.length)}
          columns={[columns.institution, columns.kind, columns.person, columns.date]}
          rows={all.map(({ personId, institution, actorKind, at }) => ({
            key: personId,
            cells: [
              institution,
              <ActorKindMark key="kind" kind={actorKind} named />,
              nameOf(personId),
              momentInWords(at, language),
            ],
          }))}
        />
      ) : (
        <>
          <ul className={styles.seats}>
            {gate.seats.map((seat) => (
              <SeatCard key={seat.kind} seat={seat} nameOf={nameOf} />
            ))}
          </ul>
          {gate.beside.length > 0 && (
            <div className={styles.beside}>
              <p>
                <strong>{say.beside}</strong> <span className={styles.what}>{say.besideWhat}</span>
              </p>
              <ul className={styles.besideList}>
                {gate.beside.map(({ personId, institution, actorKind }) => (
                  <li key={personId}>
                    <ActorKindMark kind={actorKind} named /> {institution}, {nameOf(personId)}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
      <Endorsing labId={labId} whole={whole} />
      <Checks checks={gate.checks} />
    </Section>
  );
}
