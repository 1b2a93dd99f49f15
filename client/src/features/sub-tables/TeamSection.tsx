// Who conducts a table, who takes its notes and how many seats it has; each can be changed while it is open.
import { ArrowLeftRight, Pencil } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useGlance } from '../../api/tables.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Page.tsx';
import { useWords } from './words.ts';
import styles from './console.module.css';
import { HandOverDialog } from './HandOverDialog.tsx';
import type { ConsoleProps } from './console-props.ts';
import { TeamDialog } from './TeamDialog.tsx';

export function TeamSection({ place, table, session }: ConsoleProps): ReactNode {
  const say = useWords().tables.console;
  const seen = useGlance(place.lab).data?.tables.find(({ no }) => no === place.no);
  const [asked, setAsked] = useState<'hand_over' | 'team' | null>(null);
  const close = (): void => setAsked(null);
  return (
    <Section title={say.team}>
      <dl className={styles.facts}>
        <dt>{say.conducts}</dt>
        <dd>{seen?.facilitator ?? say.nobodyYet}</dd>
        <dt>{say.takesNotes}</dt>
        <dd>{seen?.noteTaker ?? say.nobodyYet}</dd>
        <dt>{say.seats}</dt>
        <dd>{session.seats}</dd>
      </dl>
      <div className={styles.buttons}>
        <Button icon={<Pencil aria-hidden="true" />} onClick={() => setAsked('team')}>
          {say.change}
        </Button>
        <Button icon={<ArrowLeftRight aria-hidden="true" />} onClick={() => setAsked('hand_over')}>
          {say.handOver}
        </Button>
      </div>
      {asked === 'hand_over' && <HandOverDialog place={place} session={session} onClose={close} />}
      {asked === 'team' && <TeamDialog place={place} table={table} session={session} onClose={close} />}
    </Section>
  );
}
