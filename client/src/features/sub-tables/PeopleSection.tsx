// The people of a table by circle: who is connected, who is on paper, who has not spoken. Circles are dealt at random or chosen one by one.
import { dealCircles, type Circle, type PaperSeat } from '@cocrea/shared/domain/table-people.ts';
import { circles } from '@cocrea/shared/domain/table-session.ts';
import { Shuffle, UserPlus, UsersRound } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useArrangeCircles, useRemoveFromPaper } from '../../api/table-people.ts';
import type { TablePlace } from '../../api/tables.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import styles from './console.module.css';
import { PaperPersonDialog } from './PaperPersonDialog.tsx';
import { PersonRow, type Seated } from './PersonRow.tsx';
import type { TableSides } from './use-table-sides.ts';

interface PeopleSectionProps {
  readonly place: TablePlace;
  readonly sides: TableSides;
  readonly seats: number;
}

export function PeopleSection({ place, sides, seats }: PeopleSectionProps): ReactNode {
  const words = useWords();
  const say = words.tables.console;
  const arrange = useArrangeCircles(place);
  const remove = useRemoveFromPaper(place);
  const [adding, setAdding] = useState(false);
  const { people, connected, typing, spoken } = sides;
  if (!people) return <Skeleton lines={6} tall />;

  const writing = new Set(typing.map(({ personId }) => personId));
  const seated: Seated[] = [
    ...people.people.map(({ personId: id, ...one }) => ({
      ...one,
      id,
      paper: null,
      connected: connected.has(id),
      typing: writing.has(id),
      contributions: spoken.get(id) ?? 0,
    })),
    ...people.paper.map((paper) => ({
      ...paper,
      paper,
      connected: false,
      typing: false,
      contributions: spoken.get(paper.id) ?? 0,
    })),
  ];
  const silent = seated.filter(({ contributions }) => contributions === 0).length;
  const left = seats - seated.length;
  const groups: Circle[] = [...circles, null];
  const dealt = seated.some(({ circle }) => circle !== null);

  function deal(): void {
    const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
    const places = [
      ...dealCircles(
        seated.map(({ id }) => id),
        seed,
      ),
    ].map(([id, circle]) => ({ id, circle }));
    arrange.mutate(places, { onSuccess: () => tell(say.dealt) });
  }
  function takeOff(seat: PaperSeat): void {
    remove.mutate(seat, { onSuccess: () => tell(say.removedPaper(seat.name)) });
  }

  const failure = arrange.error ?? remove.error;
  return (
    <Section title={say.peopleTitle}>
      <dl className={styles.counts}>
        {(
          [
            [say.connected, connected.size],
            [say.paper, people.paper.length],
            [say.silent, silent],
          ] as const
        ).map(([what, count]) => (
          <div key={what} className={styles.count}>
            <dt>{what}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>{left > 0 ? say.seatsLeft(left) : say.full}</p>
      <div className={styles.buttons}>
        <Button icon={<UserPlus aria-hidden="true" />} onClick={() => setAdding(true)}>
          {say.addPaper}
        </Button>
        {seated.length > 1 && (
          <Button icon={<Shuffle aria-hidden="true" />} pending={arrange.isPending} onClick={deal}>
            {dealt ? say.dealAgain : say.deal}
          </Button>
        )}
      </div>
      {failure && <Banner tone="warning">{failureWords(failure, words)}</Banner>}
      {seated.length === 0 && (
        <EmptyState icon={<UsersRound aria-hidden="true" />}>
          <p>{say.nobody}</p>
          <p>{say.nobodyToDo}</p>
        </EmptyState>
      )}
      {groups.map((circle) => {
        const here = seated.filter((one) => one.circle === circle);
        if (here.length === 0) return null;
        const name = circle === null ? say.noCircle : say.circle(circle);
        return (
          <div key={name} className={styles.circle}>
            {(dealt || circle !== null) && <h3 className={styles.circleName}>{name}</h3>}
            <ul aria-label={name}>
              {here.map((one) => (
                <PersonRow
                  key={one.id}
                  person={one}
                  onCircle={(to) => arrange.mutate([{ id: one.id, circle: to }])}
                  onTakeOff={takeOff}
                />
              ))}
            </ul>
          </div>
        );
      })}
      {adding && <PaperPersonDialog place={place} onClose={() => setAdding(false)} />}
    </Section>
  );
}
