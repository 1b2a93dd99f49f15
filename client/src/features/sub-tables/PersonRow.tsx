// One person of a table, on a phone of theirs or on paper: whether they are here, how much they have said, in which circle they sit.
import type { Circle, PaperSeat, TablePerson } from '@cocrea/shared/domain/table-people.ts';
import { circles } from '@cocrea/shared/domain/table-session.ts';
import { NotepadText, Smartphone, SquarePen, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useWords } from './words.ts';
import styles from './console.module.css';

export interface Seated extends Omit<TablePerson, 'personId'> {
  readonly id: string;
  /** The seat of somebody without a phone. */
  readonly paper: PaperSeat | null;
  readonly connected: boolean;
  readonly typing: boolean;
  readonly contributions: number;
}

interface PersonRowProps {
  readonly person: Seated;
  readonly onCircle: (circle: Circle) => void;
  readonly onTakeOff: (seat: PaperSeat) => void;
}

export function PersonRow({ person, onCircle, onTakeOff }: PersonRowProps): ReactNode {
  const { tables } = useWords();
  const say = tables.console;
  const { name, institution, actorKind, circle, paper, connected, typing, contributions } = person;
  const Sign = paper ? NotepadText : connected ? Smartphone : WifiOff;
  return (
    <li className={styles.person}>
      <ActorKindMark kind={actorKind} />
      <div>
        <span className={styles.name}>{institution === null ? name : `${name}, ${institution}`}</span>
        <span className={styles.state}>
          <span>
            <Sign aria-hidden="true" /> {paper ? say.onPaper : connected ? say.hasSignal : say.noSignal}
          </span>
          <span>{contributions === 0 ? say.notSpoken : tables.contributions(contributions)}</span>
          {typing && (
            <span>
              <SquarePen aria-hidden="true" /> {say.isTyping}
            </span>
          )}
        </span>
      </div>
      <select
        className={styles.choose}
        aria-label={say.circleOf(name)}
        value={circle ?? ''}
        onChange={({ target }) => onCircle(circles.find((one) => String(one) === target.value) ?? null)}
      >
        <option value="">{say.noCircle}</option>
        {circles.map((one) => (
          <option key={one} value={one}>
            {say.circle(one)}
          </option>
        ))}
      </select>
      {paper && (
        <Menu of={name} actions={[{ id: 'take-off', label: say.removePaper, danger: true, onAct: () => onTakeOff(paper) }]} />
      )}
    </li>
  );
}
