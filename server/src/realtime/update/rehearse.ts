// Reads a made-up text over and over before anybody comes. Code that has never run takes five times as long as code that has, and after a restart
// a whole hall would wait for it at the first text it opens.
import { ByteWriter } from './byte-writer.ts';
import { readStoredUpdate } from './read-update.ts';

const structs = 1_000;
const client = 1;
/** An item of text with an origin, one with a right origin too, and one that names its parent; what else an item says is read as these are. */
const [withOrigin, withBoth, withParent] = [0x84, 0xc4, 0x04] as const;
const collected = 0;
/** Milliseconds it may take, and readings after which nothing gets faster. */
const patience = 40;
const readings = 100;

export function rehearseReading(): void {
  const update = madeUpUpdate();
  const until = performance.now() + patience;
  for (let no = 0; no < readings && performance.now() < until; no += 1) readStoredUpdate(update);
}

/** A Yjs v1 update as long editing leaves one: letters after letters, letters between letters, and deleted ones that were collected. */
export function madeUpUpdate(): Uint8Array {
  const writer = new ByteWriter(structs * 12);
  for (const number of [1, structs, client, 0]) writer.varUint(number);
  for (let clock = 0; clock < structs; clock += 1) {
    const place = clock % 3;
    if (place === 2) {
      for (const number of [collected, 1]) writer.varUint(number);
      continue;
    }
    writer.copy(Uint8Array.of(clock === 0 ? withParent : place === 1 ? withOrigin : withBoth), 0, 1);
    if (clock === 0) {
      writer.varUint(1);
      writer.text('t');
    } else if (place === 1) {
      for (const number of [client, clock - 1]) writer.varUint(number);
    } else {
      for (const number of [client, 0, client, Math.max(1, clock - 3)]) writer.varUint(number);
    }
    writer.text('a');
  }
  const deleted = Array.from({ length: Math.floor(structs / 3) }, (_, no) => no * 3 + 2);
  for (const number of [1, client, deleted.length]) writer.varUint(number);
  for (const clock of deleted) for (const number of [clock, 1]) writer.varUint(number);
  return writer.finish();
}
