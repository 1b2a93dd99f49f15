// The gate: five kinds fill five seats, a second of a kind adds weight, kinds without a seat fill none, and every lack is named.
import { expect, test } from 'vitest';
import { actorKinds, countedActorKinds, type ActorKind } from './actor-kind.ts';
import { checksOf, defaultGate, gateOf, isGate, type Checks, type Endorsement } from './endorsement.ts';
import { readFlexDate } from './read-flex-date.ts';

const fine: Checks = { impact: true, ogpValue: true, unmeasured: [] };
let no = 0;
function by(actorKind: ActorKind): Endorsement {
  no += 1;
  return { personId: `p${no}`, institution: `Institución ${no}`, actorKind, at: no };
}
const gate = (endorsements: readonly Endorsement[], settings = defaultGate, checks = fine) =>
  gateOf(endorsements, { settings, checks });

test('five kinds, each once, fulfil it', () => {
  const all = gate(countedActorKinds.map(by));
  expect(all).toMatchObject({ filled: 5, threshold: 5, missing: [], fulfilled: true });
});

test('a second NGO adds weight, not a seat', () => {
  const four = gate(['ong', 'ong', 'ciudadania', 'sector_publico', 'privado'].map((kind) => by(kind as ActorKind)));
  expect(four).toMatchObject({ filled: 4, missing: ['academia'], fulfilled: false });
  expect(four.seats.find(({ kind }) => kind === 'ong')?.endorsements).toHaveLength(2);
});

test('cooperation and others are shown apart and fill nothing', () => {
  const beside = gate([by('cooperacion'), by('otro'), by('ong')]);
  expect(beside.filled).toBe(1);
  expect(beside.beside.map(({ actorKind }) => actorKind)).toEqual(['cooperacion', 'otro']);
});

test.each<[string, Partial<Checks>]>([
  ['whom it serves', { impact: false }],
  ['its value for open government', { ogpValue: false }],
  ['a date', { unmeasured: ['date'] }],
])('without %s it is not fulfilled, whoever endorses', (_what, lack) => {
  expect(gate(countedActorKinds.map(by), defaultGate, { ...fine, ...lack }).fulfilled).toBe(false);
});

test('the lab’s rule says which kinds have a seat and how many are asked for', () => {
  const three = { kinds: ['ong', 'academia', 'privado'] as const, threshold: 2, version: 1 };
  const settings = { ...three, kinds: [...three.kinds] };
  expect(gate([by('ong'), by('ciudadania')], settings)).toMatchObject({ filled: 1, fulfilled: false });
  expect(gate([by('ong'), by('privado')], settings)).toMatchObject({ filled: 2, missing: ['academia'], fulfilled: true });
  expect(isGate(settings)).toBe(true);
  for (const wrong of [
    { kinds: [], threshold: 0 },
    { kinds: ['ong' as const], threshold: 2 },
    { kinds: ['ong' as const, 'ong' as const], threshold: 1 },
    { kinds: ['ong' as const], threshold: 0.5 },
  ])
    expect(isGate(wrong)).toBe(false);
});

test('the first to endorse stands first in a seat, whatever the order of the rows', () => {
  const [first, second] = [by('ong'), by('ong')];
  expect(gate([second, first]).seats.find(({ kind }) => kind === 'ong')?.endorsements).toEqual([first, second]);
});

const fields = { indicator: 'Trámites', baseline: '0', target: '25', date: readFlexDate('agosto 2020') };
const five = 'Sirve a quienes viven lejos';

test('a section counts from five words on; letters of Mayan languages are letters', () => {
  expect(checksOf({ users: five, ogpValue: 'Riqʼin ruchʼobʼik ri tinamït chaqe', fields })).toEqual(fine);
  expect(checksOf({ users: 'A la gente. — … !!!', ogpValue: '', fields })).toMatchObject({ impact: false, ogpValue: false });
});

test('what measuring lacks is named, and "a la brevedad" is no date', () => {
  const vague = { ...fields, baseline: '  ', date: readFlexDate('A la brevedad') };
  expect(checksOf({ users: five, ogpValue: five, fields: vague }).unmeasured).toEqual(['baseline', 'date']);
  expect(checksOf({ users: five, ogpValue: five, fields: { ...fields, date: null } }).unmeasured).toEqual(['date']);
});

test('seats never count more than there are kinds of those who endorse', () => {
  // Every multiset of up to four endorsements over all seven kinds.
  const kinds: readonly (ActorKind | null)[] = [null, ...actorKinds];
  for (const a of kinds)
    for (const b of kinds)
      for (const c of kinds)
        for (const d of kinds) {
          const given = [a, b, c, d].filter((kind) => kind !== null);
          const { filled, seats, beside, missing } = gate(given.map(by));
          const counted = new Set(given.filter((kind) => countedActorKinds.some((one) => one === kind)));
          expect(filled).toBe(counted.size);
          expect(missing.length).toBe(5 - counted.size);
          expect(seats.flatMap(({ endorsements }) => endorsements).length + beside.length).toBe(given.length);
        }
});
