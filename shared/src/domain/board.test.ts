// What a note-taker can do with a board, in any order, loses nothing: every contribution stands in exactly one cluster of its question, and what
// the table confirmed is never silently something else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeBoard, membersOf, standingClusters, type Board, type BoardChange } from './board.ts';
import type { Cluster, Contribution } from './contribution.ts';
import { plenaryItems } from './table-session.ts';

const idOf = (no: number): string => `00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;
function contribution(no: number, question: number): Contribution {
  return {
    id: idOf(no),
    folio: `M1-A-${no}`,
    subTableId: 'mesa',
    question,
    text: `Aporte ${no}`,
    language: 'es',
    authorId: 'alguien',
    authorName: 'Alguien',
    authorKind: 'otro',
    circle: null,
    onBehalfOf: null,
    way: 'phone',
    clusterId: idOf(no),
    marks: [],
    state: 'captured',
    late: false,
    writtenAt: no,
    receivedAt: no,
    version: 1,
  };
}
function cluster({ id, question, receivedAt }: Contribution): Cluster {
  const said = { agreement: null, minorityView: null, plenary: false, validatedAt: null };
  return { id, subTableId: 'mesa', question, ...said, position: receivedAt, version: 1 };
}
function boardOf(count: number): Board {
  const contributions = Array.from({ length: count }, (_, index) => contribution(index + 1, 1 + (index % 2)));
  return { contributions, clusters: contributions.map(cluster) };
}

/** A change as a screen would make it of the board it sees: numbers pick what it is done to. */
const gesture = fc.record({
  what: fc.constantFrom('group', 'ungroup', 'leave', 'agree', 'plenary', 'before', 'validate', 'mark', 'admit'),
  one: fc.nat(30),
  other: fc.nat(30),
  yes: fc.boolean(),
});
type Gesture = typeof gesture extends fc.Arbitrary<infer Value> ? Value : never;

function changeOf(board: Board, { what, one, other, yes }: Gesture): BoardChange {
  const clusters = standingClusters(board);
  const pick = (no: number): Cluster => clusters[no % clusters.length]!;
  const [a, b] = [pick(one), pick(other)];
  const members = membersOf(board, a.id);
  switch (what) {
    case 'group':
      return { what, clusters: [a, b] };
    case 'ungroup':
      return { what, cluster: a, contributions: null };
    case 'leave':
      return { what: 'ungroup', cluster: a, contributions: [members[other % members.length]!.id] };
    case 'agree':
      return { what: 'arrange', cluster: a, agreement: yes ? 'agree' : null };
    case 'plenary':
      return { what: 'arrange', cluster: a, plenary: yes };
    case 'before':
      return { what: 'arrange', cluster: a, before: yes ? b.id : null };
    case 'validate':
      return { what, cluster: a, validated: yes, contributions: members };
    case 'mark':
      return { what, contribution: members[0]!.id, mark: 'norm', on: yes };
    default:
      return { what: 'admit', contribution: members[0]!.id };
  }
}

test('any sequence of changes leaves every contribution in one cluster of its question, at most three for the plenary, and its words', () => {
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 60 }), (gestures) => {
      const first = boardOf(12);
      let board = first;
      for (const each of gestures) {
        const changed = changeBoard(board, changeOf(board, each), 99);
        if ('board' in changed) ({ board } = changed);
        const standing = new Map(standingClusters(board).map((one) => [one.id, one]));
        expect(board.contributions.map(({ id, text }) => [id, text])).toEqual(
          first.contributions.map(({ id, text }) => [id, text]),
        );
        expect(board.clusters).toHaveLength(12);
        for (const one of board.contributions) expect(standing.get(one.clusterId)?.question).toBe(one.question);
        // Named after one of its own: that is where its dots and its place come from.
        for (const { id } of standing.values()) expect(board.contributions.find((one) => one.id === id)?.clusterId).toBe(id);
        expect([...standing.values()].filter(({ plenary }) => plenary).length).toBeLessThanOrEqual(plenaryItems);
        // Confirmed together or not at all.
        for (const { id, validatedAt } of standing.values())
          for (const { state } of membersOf(board, id)) expect(state === 'validated').toBe(validatedAt !== null);
      }
    }),
  );
});

test('grouping, and parting again, leaves every cluster as it was but for its version', () => {
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 20 }), fc.nat(30), fc.nat(30), (gestures, one, other) => {
      let board = boardOf(8);
      for (const each of gestures.filter(({ what }) => what === 'agree' || what === 'before')) {
        const changed = changeBoard(board, changeOf(board, each), 99);
        if ('board' in changed) ({ board } = changed);
      }
      const [a, b] = [board.clusters[one % 8]!, board.clusters[other % 8]!];
      const grouped = changeBoard(board, { what: 'group', clusters: [a, b] }, 99);
      if (!('board' in grouped)) {
        expect(grouped.refused).toBe(a === b ? 'invalid_field' : 'questions_differ');
        expect(a === b || a.question !== b.question).toBe(true);
        return;
      }
      expect(a.question).toBe(b.question);
      const version = grouped.board.clusters.find(({ id }) => id === a.id)?.version ?? 0;
      const parted = changeBoard(grouped.board, { what: 'ungroup', cluster: { id: a.id, version }, contributions: null }, 99);
      if (!('board' in parted)) throw new Error('refused');
      const plain = ({ clusters }: Board) => clusters.map(({ version: _version, ...rest }) => rest);
      expect(plain(parted.board)).toEqual(plain(board));
      expect(parted.board.contributions).toEqual(board.contributions);
    }),
  );
});

test('what is put above another stands there, also where no number fits between', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 200 }), (moves) => {
      let board: Board = { ...boardOf(12), clusters: boardOf(12).clusters.map((one) => ({ ...one, question: 1, position: 5 })) };
      for (const [one, other] of moves) {
        const [a, b] = [board.clusters[one]!, board.clusters[other]!];
        if (a === b) continue;
        const moved = changeBoard(board, { what: 'arrange', cluster: a, before: b.id }, 99);
        if (!('board' in moved)) throw new Error('refused');
        ({ board } = moved);
        const order = [...board.clusters].sort((x, y) => x.position - y.position || (x.id < y.id ? -1 : 1)).map(({ id }) => id);
        expect(order.indexOf(a.id)).toBe(order.indexOf(b.id) - 1);
      }
    }),
  );
});

test('what somebody else changed since is not changed over', () => {
  const board = boardOf(4);
  const [a, , c] = board.clusters;
  const old = { id: a!.id, version: 0 };
  expect(changeBoard(board, { what: 'group', clusters: [old, c!] }, 1)).toEqual({ refused: 'stale' });
  expect(changeBoard(board, { what: 'ungroup', cluster: old, contributions: null }, 1)).toEqual({ refused: 'stale' });
  expect(changeBoard(board, { what: 'validate', cluster: a!, validated: true, contributions: [] }, 1)).toEqual({
    refused: 'stale',
  });
});
