// Awareness updates as y-protocols writes them: a count, then clientID, clock and a JSON text for each person.
import { isUtf8 } from 'node:buffer';
import { PRESENCE_SECTION_FIELD, PRESENCE_USER_FIELD } from '@cocrea/shared/protocol/presence-state.ts';
import { awarenessFrame } from './frames.ts';
import type { Identity } from './ports.ts';
import { ByteReader, Malformed } from './update/byte-reader.ts';
import { ByteWriter } from './update/byte-writer.ts';
import { isShallowJson } from './update/json-depth.ts';

export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  /** JSON in UTF-8. Not decoded when read: stock clients echo everybody's, and only one of them is looked at. */
  readonly bytes: Uint8Array;
}

const gone = new TextEncoder().encode('null');

/** What tells that the person of a clientID has left. */
export function goneEntry(client: number, clock: number): PresenceEntry {
  return { client, clock, bytes: gone };
}

export function isGone({ bytes }: PresenceEntry): boolean {
  return bytes.length === gone.length && gone.every((byte, i) => byte === bytes[i]);
}

/** Nobody is told of so many at once, so nobody has so many to echo. */
const mostEntries = 5_000;

/** Reads an untrusted awareness update. Throws Malformed. */
export function readPresence(update: Uint8Array): PresenceEntry[] {
  const reader = new ByteReader(update);
  const entries: PresenceEntry[] = [];
  const count = reader.varUint();
  if (count > mostEntries) throw new Malformed('more people than can be');
  for (let left = count; left > 0; left--) {
    entries.push({ client: reader.varUint(), clock: reader.varUint(), bytes: reader.block() });
  }
  if (!reader.atEnd) throw new Malformed('bytes after the end');
  return entries;
}

/** The JSON text of an entry. Throws Malformed when it is not UTF-8. */
export function stateOf({ bytes }: PresenceEntry): string {
  if (!isUtf8(bytes)) throw new Malformed('text is not UTF-8');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

/** The frame that tells of these people. */
export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const writer = new ByteWriter(entries.reduce((sum, { bytes }) => sum + bytes.length + 24, 8));
  writer.varUint(entries.length);
  for (const { client, clock, bytes } of entries) {
    writer.varUint(client);
    writer.varUint(clock);
    writer.block(bytes);
  }
  return awarenessFrame(writer.finish());
}

/** A client's state as others see it. */
export interface SignedState {
  /** JSON with the `user` field as the session has it. */
  readonly bytes: Uint8Array;
  /** The section of the text the person says they are in; empty when they do not. */
  readonly section: string;
}

/** Longest name of a section that is looked at. */
const sectionLength = 64;

/** Signs a client's state with who the session says it is. Throws Malformed for what is no object. */
export function withIdentity(state: string, identity: Identity): SignedState {
  if (!isShallowJson(state)) throw new Malformed('nested too deeply');
  let value: unknown;
  try {
    value = JSON.parse(state);
  } catch {
    throw new Malformed('not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed('no object');
  const { userId, name, color, actorKind } = identity;
  const bytes = Buffer.from(JSON.stringify({ ...value, [PRESENCE_USER_FIELD]: { userId, name, color, actorKind } }));
  const section: unknown = (value as Record<string, unknown>)[PRESENCE_SECTION_FIELD];
  return { bytes, section: typeof section === 'string' && section.length <= sectionLength ? section : '' };
}
