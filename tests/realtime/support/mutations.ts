// What hostile clients send: frames nobody honest would write, honest ones with something broken in them, and the known poisons by name.
import { messageType, syncStep } from '@cocrea/shared/protocol/message-type.ts';
import { encodePart } from '@cocrea/shared/protocol/part.ts';
import * as Y from 'yjs';
import type { Random } from '../../support/random.ts';
import { bytes, varUint } from './raw-client.ts';
import { collected, rawUpdate, skipped, text } from './raw-update.ts';

/** A clientID somebody honest writes under, and how far they are. */
export interface Victim {
  readonly client: number;
  readonly clock: number;
}

const block = (body: Uint8Array): Uint8Array => bytes([...varUint(body.length), body]);
const sync = (step: number, body: Uint8Array): Uint8Array => bytes([messageType.sync, step, block(body)]);
const update = (body: Uint8Array): Uint8Array => sync(syncStep.update, body);
const presence = (body: Uint8Array): Uint8Array => bytes([messageType.awareness, block(body)]);

/** A state of the kind people write: text, a map, a list, deletions, letters of several bytes. */
function honestDoc(random: Random): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1 + random.below(2 ** 31);
  doc.getText('text').insert(0, 'palabras ñ 🙂');
  doc.getText('text').format(0, 4, { bold: true });
  doc.getMap('map').set('k', { list: [1, 'dos', null] });
  doc.getArray('list').push([new Y.Map(), new Uint8Array([1, 2, 3])]);
  doc.getText('text').delete(2, 3);
  return doc;
}

function honestFrame(random: Random): Uint8Array {
  const doc = honestDoc(random);
  return sync(random.below(3), random.below(2) === 0 ? Y.encodeStateAsUpdate(doc) : Y.encodeStateVector(doc));
}

/** Honest frames to break, made once: making a document costs more than breaking it. */
function honestFrames(random: Random): readonly Uint8Array[] {
  return Array.from({ length: 500 }, () => honestFrame(random));
}

function mutated(frame: Uint8Array, random: Random): Uint8Array {
  const changed = [...frame];
  for (let times = 1 + random.below(4); times > 0; times--) {
    const place = random.below(changed.length);
    const how = random.below(3);
    if (how === 0) changed[place] = random.below(256);
    else if (how === 1) changed.splice(place, 1 + random.below(3));
    else changed.splice(place, 0, random.below(256));
    if (changed.length === 0) changed.push(0);
  }
  return Uint8Array.from(changed);
}

function stateVectorOf(clients: number): Uint8Array {
  const pairs = Buffer.allocUnsafe(clients * 4);
  for (let client = 0; client < clients; client++) {
    pairs.set([0x80 | (client & 0x7f), 0x80 | ((client >> 7) & 0x7f), client >> 14, 1], client * 4);
  }
  return pairs;
}

/** So many clients, each of which leans on the next, and the last on what nobody has. */
const chain = (clients: number): Uint8Array =>
  rawUpdate(
    Array.from({ length: clients }, (_, at) => ({
      client: 1_000_000 - at,
      clock: 0,
      structs: [text('x', { origin: [1_000_000 - at - 1, 0] })],
    })),
  );

/** So many ranges of what is not there. */
const deletions = (ranges: number): Uint8Array =>
  bytes([0, 1, 5, ...varUint(ranges), Buffer.alloc(ranges * 2, Uint8Array.of(7, 1))]);

/** Frames with a name, each of which has broken a Yjs server or could. */
export const poisons: Record<string, (random: Random, victim: Victim) => Uint8Array> = {
  'a collected struct of huge length under another’s clientID': (_random, { client, clock }) =>
    update(rawUpdate([{ client, clock, structs: [collected(1_000_000)] }])),
  'the same far ahead': (_random, { client }) =>
    update(rawUpdate([{ client, clock: 4_000_000_000, structs: [collected(2 ** 31)] }])),
  // yjs#687: a struct of no length, on which `mergeUpdatesV2` never comes to an end.
  'a struct of no length': (random) =>
    update(rawUpdate([{ client: 1 + random.below(1_000), clock: 0, structs: [collected(0)] }])),
  'a hole of no length': (random) => update(rawUpdate([{ client: 1 + random.below(1_000), clock: 0, structs: [skipped(0)] }])),
  'a gap': (random) =>
    update(
      rawUpdate([{ client: 1 + random.below(1_000), clock: 1 + random.below(1_000), structs: [text('x', { root: 'text' })] }]),
    ),
  'what leans on what nobody has': (random) =>
    update(
      rawUpdate([{ client: 1 + random.below(1_000), clock: 0, structs: [text('x', { origin: [random.below(2 ** 31), 7] })] }]),
    ),
  'what leans on itself': () => update(rawUpdate([{ client: 77, clock: 0, structs: [text('x', { origin: [77, 0] })] }])),
  'a clock that jumps': (random) =>
    update(rawUpdate([{ client: 1 + random.below(1_000), clock: 0, structs: [collected(5_000_000 + random.below(2 ** 40))] }])),
  'a deletion of what is not there': (random) => update(rawUpdate([], [[random.below(2 ** 31), 0, 1 + random.below(2 ** 31)]])),
  'as many deletions as are allowed': () => update(deletions(100_000)),
  'half a million deletions': () => update(deletions(500_000)),
  'as many clients as are allowed that wait for each other': () => update(chain(10_000)),
  'fifty thousand clients that wait for each other': () => update(chain(50_000)),
  'more structs than it has bytes': (random) => update(bytes([1, ...varUint(40_000 + random.below(2 ** 31)), 5, 0])),
  'version two': (random) => sync(1 + random.below(2), Y.encodeStateAsUpdateV2(honestDoc(random))),
  'nothing at all': () => new Uint8Array(0),
  'an update of nothing': () => update(new Uint8Array(0)),
  'a number that does not end': (random) => Uint8Array.from({ length: 1 + random.below(20) }, () => 0xff),
  'a frame that ends early': (random) => {
    const frame = honestFrame(random);
    return frame.slice(0, random.below(frame.length));
  },
  'a megabyte of presence': () =>
    presence(bytes([1, 5, 1, block(Buffer.from(JSON.stringify({ cursor: 'x'.repeat(1_000_000) })))])),
  'presence nested a million deep': () => presence(bytes([1, 6, 1, block(Buffer.from('['.repeat(1_000_000)))])),
  'presence of six hundred thousand': () =>
    presence(bytes([...varUint(600_000), Buffer.alloc(600_000 * 5, Uint8Array.of(1, 1, 2, 0x7b, 0x7d))])),
  'presence of another': (random, { client }) =>
    presence(bytes([1, ...varUint(client), ...varUint(random.below(2 ** 31)), 2, 0x7b, 0x7d])),
  'a state vector of a million': () => sync(syncStep.one, bytes([...varUint(1_000_000), stateVectorOf(1_000_000)])),
  'a part of a terabyte': (random) => encodePart(new Uint8Array(random.below(200)), random.below(200)),
};

const names = Object.keys(poisons);
const heavy = /million|megabyte|thousand|allowed/;

/** Gives frames to send one after another: random bytes, broken honest frames, and now and then a poison (the heavy ones seldom). */
export function hostileFrames(random: Random): (victim: Victim) => Uint8Array {
  const honest = honestFrames(random);
  return (victim) => {
    const kind = random.below(1_000);
    if (kind < 250) return Uint8Array.from({ length: random.below(60) }, () => random.below(256));
    const name = kind < 960 ? null : random.pick(names);
    if (name === null || (heavy.test(name) && random.below(50) > 0)) return mutated(random.pick(honest), random);
    return poisons[name]?.(random, victim) ?? new Uint8Array(0);
  };
}
