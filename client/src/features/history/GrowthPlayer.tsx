// How a text grew: a bar over its moments that is moved by hand, by key or by itself, and below it the text as it stood then with what was new
// marked. Moments are fetched when they are looked at, and compared in a worker.
import type { BlockChange } from '@cocrea/shared/document/lineage.ts';
import { notePieces } from '@cocrea/shared/document/note-pieces.ts';
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { listInWords } from '@cocrea/shared/i18n/lists.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { ChevronLeft, ChevronRight, Pause, Play, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useGrowth, useMoment, type GrowthAnswer } from '../../api/history.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useLanguage } from '../../ui/words.ts';
import { FootnotedWords } from './FootnotedWords.tsx';
import styles from './growth.module.css';
import { useComparison } from './use-comparison.ts';
import { speeds, usePlaying, type Speed } from './use-playing.ts';
import { useWords } from './words.ts';

export default function GrowthPlayer({ document }: { readonly document: LabDocument }): ReactNode {
  const words = useWords();
  const growth = useGrowth(document.labId, document.id);
  // While it is played nothing changes under the thumb: what is written meanwhile is there when it is opened again.
  const [asOpened, setAsOpened] = useState<GrowthAnswer>();
  useEffect(() => setAsOpened((known) => known ?? growth.data), [growth.data]);
  if (asOpened !== undefined) return <Player document={document} growth={asOpened} />;
  return growth.error ? (
    <ErrorState onRetry={() => void growth.refetch()} pending={growth.isFetching}>
      {failureWords(growth.error, words)}
    </ErrorState>
  ) : (
    <Skeleton lines={6} />
  );
}

interface Shown {
  readonly step: number;
  readonly changes: readonly BlockChange[];
}

function Player({
  document,
  growth: { steps, people },
}: {
  readonly document: LabDocument;
  readonly growth: GrowthAnswer;
}): ReactNode {
  const words = useWords();
  const { growth: say } = words.history;
  const language = useLanguage();
  const [shown, setShown] = useState<Shown>({ step: -1, changes: [] });
  const playing = usePlaying(steps.length, (step) => step === shown.step);
  const { step, isOn } = playing;
  const seqAt = (at: number): number => steps[Math.max(0, Math.min(steps.length - 1, at))]?.seq ?? 0;
  const [before, now] = [
    useMoment(document.labId, document.id, seqAt(step - 1)),
    useMoment(document.labId, document.id, seqAt(step)),
  ];
  // The one after it is fetched while this one is looked at.
  useMoment(document.labId, document.id, isOn ? seqAt(step + 1) : 0);
  const { comparison } = useComparison(before.data, now.data);
  useEffect(() => {
    // Not that of the step before, which is there until this one is found.
    if (comparison.state === 'done' && comparison.after === now.data) setShown({ step, changes: comparison.changes });
  }, [comparison, now.data, step]);
  const failure = before.error ?? now.error;
  const current = steps[step];
  const writers = people.filter(({ personId }) => current?.personIds.includes(personId));
  const names = writers.map(({ name }) => name ?? words.history.somebodyGone);
  const when = current === undefined ? '' : momentInWords(current.at, language);
  const counted = say.step(step + 1, steps.length);
  const isAtEnd = step >= steps.length - 1;
  return (
    <div className={styles.player}>
      <div className={styles.bar}>
        <input
          className={styles.slider}
          type="range"
          min={0}
          max={steps.length - 1}
          step={1}
          value={step}
          aria-label={say.slider}
          aria-valuetext={say.moment(counted, when, listInWords(names, language))}
          onChange={({ target }) => playing.goTo(Number(target.value))}
        />
        <div className={styles.ways}>
          <Button
            look="primary"
            icon={isOn ? <Pause aria-hidden="true" /> : isAtEnd ? <RotateCcw aria-hidden="true" /> : <Play aria-hidden="true" />}
            onClick={playing.turn}
          >
            {isOn ? say.pause : isAtEnd ? say.again : say.play}
          </Button>
          <Button
            look="quiet"
            icon={<ChevronLeft aria-hidden="true" />}
            disabled={step === 0}
            onClick={() => playing.goTo(step - 1)}
          >
            <span className="visually-hidden">{say.previous}</span>
          </Button>
          <Button
            look="quiet"
            icon={<ChevronRight aria-hidden="true" />}
            disabled={isAtEnd}
            onClick={() => playing.goTo(step + 1)}
          >
            <span className="visually-hidden">{say.next}</span>
          </Button>
          <Select<Speed>
            label={say.speed}
            value={playing.speed}
            options={speeds.map((value) => ({ value, label: say.speeds[value] }))}
            onChange={playing.setSpeed}
          />
        </div>
      </div>
      <div className={styles.moment}>
        <p className={styles.when}>
          <strong>{when}</strong> <span className={styles.small}>{counted}</span>
        </p>
        <ul className={styles.people} aria-label={say.wrote}>
          {writers.map(({ personId, name, color, actorKind }) => (
            <li key={personId}>
              <PersonMark name={name ?? words.history.somebodyGone} color={color} kind={actorKind} silent />
              <span>{name ?? words.history.somebodyGone}</span>
            </li>
          ))}
          {writers.length === 0 && <li className={styles.small}>{say.nobody}</li>}
        </ul>
      </div>
      {failure ? (
        <ErrorState onRetry={() => void Promise.all([before.refetch(), now.refetch()])} pending={now.isFetching}>
          {failureWords(failure, words)}
        </ErrorState>
      ) : (
        <Paper shown={shown} label={say.text} empty={shown.step === -1 ? say.loading : say.empty} />
      )}
      <p className={styles.keys}>{say.keys}</p>
    </div>
  );
}

/** The text of a moment; what came with it is brought into sight inside its own box, never the page under the hand. */
function Paper({ shown, label, empty }: { readonly shown: Shown; readonly label: string; readonly empty: string }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const paper = box.current;
    const fresh = paper?.querySelector<HTMLElement>('ins');
    if (!paper || !fresh) return;
    const [outer, inner] = [paper.getBoundingClientRect(), fresh.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) paper.scrollTop += inner.top - outer.top - outer.height / 3;
  }, [shown]);
  const blocks = shown.changes.filter(({ lineage }) => lineage !== 'retired');
  return (
    <section ref={box} className={styles.paper} aria-label={label} tabIndex={0} lang="es">
      {blocks.length === 0 ? (
        <p className={styles.small}>{empty}</p>
      ) : (
        blocks.map((change) => <Block key={change.blockId} change={change} />)
      )}
    </section>
  );
}

function Block({ change: { node, after, runs, lineage, within } }: { readonly change: BlockChange }): ReactNode {
  const look = node === 'heading' ? styles.heading : within.some((one) => /Item$/.test(one)) ? styles.item : styles.words;
  if (lineage === 'new') {
    return (
      <p className={look}>
        <ins>
          <FootnotedWords words={after} />
        </ins>
      </p>
    );
  }
  const stands = runs.filter(({ kind }) => kind !== 'removed');
  if (stands.length === 0) {
    return (
      <p className={look}>
        <FootnotedWords words={after} />
      </p>
    );
  }
  let inside = false;
  return (
    <p className={look}>
      {stands.map(({ kind, text }, at) => {
        const words = <FootnotedWords key={`${at} ${kind}`} words={text} inside={inside} />;
        inside = notePieces(text, inside).inside;
        return kind === 'added' ? <ins key={`${at} ${kind}`}>{words}</ins> : words;
      })}
    </p>
  );
}
