// Where a table is and where it goes next: the phase with its question, the clock, *Siguiente* and *Volver*. Going on asks first while
// somebody is writing; going back is free. Of two who press at once the other is told, and sees where the table is.
import { dotsPhase, phaseBeside, phases, questionOf, type Phase } from '@cocrea/shared/domain/table-session.ts';
import { ArrowLeft, ArrowRight, Lock, Pause, Play, Plus, SquarePen } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { failureWords } from '../../api/failure-words.ts';
import { useChangeClock, useGlance, useMovePhase } from '../../api/tables.ts';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import { Clock } from './Clock.tsx';
import styles from './console.module.css';
import type { ConsoleProps } from './console-props.ts';
import { deadlineWords } from './phase-words.ts';
import { useDeadlineOver } from './use-deadline-over.ts';
import type { TableSides } from './use-table-sides.ts';

const moreMinutes = 5;

interface PhaseControlProps extends ConsoleProps {
  readonly sides: TableSides;
  /** What comes after the plenary. */
  readonly onClose: () => void;
}

export function PhaseControl({ place, table, session, sides, onClose }: PhaseControlProps): ReactNode {
  const words = useWords();
  const { tables } = words;
  const say = tables.console;
  const language = useLanguage();
  const move = useMovePhase(place);
  const clock = useChangeClock(place);
  const [asked, setAsked] = useState<Phase | null>(null);
  const { phase, version } = session;
  const question = questionOf(phase);
  const next = phaseBeside(phase, 1);
  const back = phaseBeside(phase, -1);
  const { typing } = sides;
  const voters = useGlance(place.lab).data?.tables.find(({ no }) => no === place.no)?.voters ?? 0;
  const over = useDeadlineOver(session.openUntil);
  const deadline = deadlineWords(table, { words, language, over });
  const failure = move.error ?? clock.error;

  function goTo(to: Phase): void {
    setAsked(null);
    clock.reset();
    move.mutate({ phase: to, version });
  }
  function change(to: Parameters<typeof clock.mutate>[0]['change'], minutes: number): void {
    move.reset();
    clock.mutate({ change: to, minutes, version });
  }
  const steps: readonly Phase[] = phases.filter((one) => one !== 'closed');
  const running = session.clock.endsAt !== null;
  const standing = session.clock.left !== null;
  return (
    <section className={styles.panel} aria-label={say.phase}>
      <div className={styles.head}>
        <h2 className={styles.phase}>{tables.phases[phase]}</h2>
        <span className={styles.step}>{say.of(steps.indexOf(phase) + 1, steps.length)}</span>
      </div>
      <div className={styles.steps} aria-hidden="true">
        {steps.map((one) => (
          <span key={one} className={styles.dot} data-past={steps.indexOf(one) <= steps.indexOf(phase) || undefined} />
        ))}
      </div>
      {question !== null && <p className={styles.question}>{table.subTable.questions[question - 1]}</p>}
      {phase === dotsPhase && (
        <p className={styles.question}>
          {tables.screen.voted(voters)}. <Link href={paths.board(place.lab, place.no)}>{say.countHands}</Link>
        </p>
      )}
      {session.mode === 'until' ? (
        <p>{over ? tables.deadlineOver : deadline}</p>
      ) : (
        <div className={styles.clock}>
          <Clock clock={session.clock} size="large" aloud />
          <div className={styles.buttons}>
            {running || standing ? (
              <>
                <Button
                  icon={<Plus aria-hidden="true" />}
                  aria-label={say.moreLabel}
                  pending={clock.isPending}
                  onClick={() => change('extend', moreMinutes)}
                >
                  {say.more}
                </Button>
                <Button
                  icon={running ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
                  pending={clock.isPending}
                  onClick={() => change(running ? 'pause' : 'resume', 0)}
                >
                  {running ? say.pause : say.resume}
                </Button>
              </>
            ) : (
              <Button
                icon={<Play aria-hidden="true" />}
                pending={clock.isPending}
                onClick={() => change('start', session.minutes)}
              >
                {say.start(session.minutes)}
              </Button>
            )}
          </div>
        </div>
      )}
      <p className={styles.typing} role="status">
        {typing.length > 0 && (
          <>
            <SquarePen aria-hidden="true" />
            {say.typingNow(typing.length)}
          </>
        )}
      </p>
      {failure && <Banner tone="warning">{failureWords(failure, words)}</Banner>}
      <div className={styles.moves}>
        {back !== null && (
          <Button
            icon={<ArrowLeft aria-hidden="true" />}
            aria-label={say.backTo(tables.phases[back])}
            pending={move.isPending}
            onClick={() => goTo(back)}
          >
            {say.back}
          </Button>
        )}
        {next !== null && next !== 'closed' && (
          <Button
            look="primary"
            icon={<ArrowRight aria-hidden="true" />}
            pending={move.isPending}
            onClick={() => (typing.length > 0 ? setAsked(next) : goTo(next))}
          >
            {say.nextIs(tables.phases[next])}
          </Button>
        )}
        {next === 'closed' && (
          <Button look="primary" icon={<Lock aria-hidden="true" />} onClick={onClose}>
            {say.close}
          </Button>
        )}
      </div>
      {asked !== null && (
        <ConfirmDialog
          title={say.typingTitle(Math.max(typing.length, 1))}
          action={say.typingGo}
          onClose={() => setAsked(null)}
          onConfirm={() => goTo(asked)}
        >
          {typing.length > 0 && <p>{say.typing(typing.map(({ name }) => name).join(', '))}</p>}
          <p>{say.typingWhat}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
