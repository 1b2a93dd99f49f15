// What the hand of whoever arranges the board can do to it: every gesture (button, key, drag, menu) ends in one of these.
import type { BoardNow } from '@cocrea/shared/api/contributions.ts';
import type { BoardChange, Seen } from '@cocrea/shared/domain/board.ts';
import type { AgreementLevel, ContributionMark } from '@cocrea/shared/domain/contribution.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { useEffect, useMemo, useRef } from 'react';
import { useChangeBoard } from '../../api/board.ts';
import { failureWords } from '../../api/failure-words.ts';
import type { TablePlace } from '../../api/tables.ts';
import { tell, tellFailure, tellWithAction } from '../../ui/Toast.tsx';
import { useWords } from './words.ts';
import { cardsOf, type Card } from './board-view.ts';

export interface Hand {
  /** The first takes in the others. Says so, with the way back. */
  group(ids: readonly string[]): void;
  /** Some of its contributions, or all where it is null. */
  ungroup(card: Card, contributions: readonly string[] | null): void;
  agree(card: Card, agreement: AgreementLevel | null): void;
  minority(card: Card, minorityView: string | null): void;
  plenary(card: Card, plenary: boolean): void;
  /** One step in its column. */
  step(card: Card, step: 1 | -1): void;
  /** Above another, or at the foot where it is null. */
  place(id: string, before: string | null): void;
  validate(card: Card, validated: boolean): void;
  /** On where one of them lacks it. */
  mark(
    contributions: readonly { readonly id: string; readonly marks: readonly ContributionMark[] }[],
    mark: ContributionMark,
  ): void;
  admit(contribution: string): void;
}

interface Before {
  /** Who stood together, besides those of the cluster that took them in. */
  readonly sets: readonly (readonly string[])[];
  /** The clusters that were marked for the plenary. */
  readonly marked: readonly string[];
}

/** Works on the latest board, not on the one a menu was opened on. */
export function useHand(place: TablePlace, board: BoardNow): Hand {
  const words = useWords();
  const say = words.board;
  const latest = useRef(board);
  useEffect(() => {
    latest.current = board;
  });
  /** What the way back from a grouping has to make again. */
  const together = useRef(new Map<BoardChange, Before>());
  /** The grouping whose way back is offered; an older offer, pressed while a newer grouping is on its way, does nothing. */
  const lastGrouping = useRef<BoardChange | null>(null);
  const change = useChangeBoard(place, {
    onDone: (done, after) => {
      const before = together.current.get(done);
      together.current.delete(done);
      if (before === undefined) return;
      if (done.what === 'group') {
        const undo = {
          label: say.undo,
          onAct: () => lastGrouping.current === done && partAgain(done.clusters[0]?.id ?? '', before),
        };
        tellWithAction(say.grouped(done.clusters.length), undo);
        return;
      }
      const seen = (id: string, changes = 0): Seen => ({
        id,
        version: (after.clusters.find((one) => one.id === id)?.version ?? 0) + changes,
      });
      const target = done.what === 'ungroup' ? done.cluster.id : '';
      const { sets, marked } = before;
      if (marked.length > 0 && !marked.includes(target)) change({ what: 'arrange', cluster: seen(target), plenary: false });
      const others = marked.filter((id) => id !== target);
      for (const id of others) change({ what: 'arrange', cluster: seen(id), plenary: true });
      for (const set of sets)
        if (set.length > 1) change({ what: 'group', clusters: set.map((id) => seen(id, others.includes(id) ? 1 : 0)) });
    },
    onRefused: (failure, refused) => {
      together.current.delete(refused);
      const stale = failure instanceof AppError && failure.code === 'stale';
      tellFailure(stale ? say.stale : say.undone(failureWords(failure, words)));
    },
  });

  function partAgain(id: string, { sets, marked }: Before): void {
    const { clusters, contributions } = latest.current;
    const standing = new Set(contributions.flatMap((one) => (one.clusterId === id ? [one.id] : [])));
    const leaving = sets.map((set) => set.filter((one) => standing.has(one)));
    const cluster = clusters.find((one) => one.id === id);
    if (!cluster || leaving.flat().length === 0) return tell(say.stale);
    const part: BoardChange = { what: 'ungroup', cluster, contributions: leaving.flat() };
    together.current.set(part, { sets: leaving, marked });
    change(part);
  }

  return useMemo<Hand>(() => {
    const seen = (id: string): Seen => latest.current.clusters.find((one) => one.id === id) ?? { id, version: 0 };
    const arrange = (id: string, said: Omit<BoardChange & { what: 'arrange' }, 'what' | 'cluster'>): void =>
      change({ what: 'arrange', cluster: seen(id), ...said });
    return {
      group: (ids) => {
        const grouping: BoardChange = { what: 'group', clusters: ids.map(seen) };
        const standing = cardsOf(latest.current);
        const membersOf = (id: string): string[] =>
          (standing.find((card) => card.id === id)?.contributions ?? [])
            .map((one) => one.id)
            .sort((a, b) => Number(b === id) - Number(a === id));
        const marked = standing.filter(({ id, cluster }) => ids.includes(id) && cluster.plenary).map(({ id }) => id);
        together.current.set(grouping, { sets: ids.slice(1).map(membersOf), marked });
        lastGrouping.current = grouping;
        change(grouping);
      },
      ungroup: ({ id }, contributions) => change({ what: 'ungroup', cluster: seen(id), contributions }),
      agree: ({ id }, agreement) => arrange(id, { agreement }),
      minority: ({ id }, minorityView) => arrange(id, { minorityView }),
      plenary: ({ id }, plenary) => arrange(id, { plenary }),
      step: ({ id, cluster }, step) => {
        const column = cardsOf(latest.current).filter((card) => card.cluster.question === cluster.question);
        const at = column.findIndex((card) => card.id === id);
        if (step === -1 ? at < 1 : at === -1 || at === column.length - 1) return;
        arrange(id, { before: column[at + (step === -1 ? -1 : 2)]?.id ?? null });
      },
      place: (id, before) => {
        if (id !== before) arrange(id, { before });
      },
      validate: ({ id, contributions }, validated) => change({ what: 'validate', cluster: seen(id), validated, contributions }),
      mark: (contributions, mark) => {
        const on = contributions.some(({ marks }) => !marks.includes(mark));
        for (const one of contributions)
          if (one.marks.includes(mark) !== on) change({ what: 'mark', contribution: one.id, mark, on });
      },
      admit: (contribution) => change({ what: 'admit', contribution }),
    };
  }, [change]);
}
