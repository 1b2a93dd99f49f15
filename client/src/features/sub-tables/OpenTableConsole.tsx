// The console of a table that is open, in the order a hand on a phone needs it; on a wide screen the people stand beside the questions.
import { useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { useWords } from './words.ts';
import { CloseSection } from './CloseSection.tsx';
import { CloseTableDialog } from './CloseTableDialog.tsx';
import type { ConsoleProps } from './console-props.ts';
import styles from './console.module.css';
import { CoverageSection } from './CoverageSection.tsx';
import { DoorSection } from './DoorSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { PhaseControl } from './PhaseControl.tsx';
import { TeamSection } from './TeamSection.tsx';
import { useTableSides } from './use-table-sides.ts';

export function OpenTableConsole({ place, table, session }: ConsoleProps): ReactNode {
  const words = useWords();
  const sides = useTableSides(place, table);
  const [closing, setClosing] = useState(false);
  const askToClose = (): void => setClosing(true);
  return (
    <>
      {sides.failure && <Banner tone="warning">{failureWords(sides.failure, words)}</Banner>}
      <div className={styles.console}>
        <div className={styles.main}>
          <PhaseControl place={place} table={table} session={session} sides={sides} onClose={askToClose} />
          <CoverageSection table={table} session={session} sides={sides} />
        </div>
        <div className={styles.people}>
          <PeopleSection place={place} sides={sides} seats={session.seats} />
        </div>
        <div className={styles.rest}>
          <DoorSection place={place} />
          <TeamSection place={place} table={table} session={session} />
          {session.phase !== 'plenary' && <CloseSection onClose={askToClose} />}
        </div>
      </div>
      {closing && <CloseTableDialog place={place} session={session} sides={sides} onClose={() => setClosing(false)} />}
    </>
  );
}
