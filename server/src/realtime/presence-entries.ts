// Awareness updates as y-protocols writes them: a count, then clientID, clock and a JSON text for each person.
import { isUtf8 } from 'node:buffer';
import { PRESENCE_USER_FIELD } from '@cocrea/shared/protocol/presence-state.ts';
import { awarenessFrame } from './frames.ts';
import type { Identity } from './ports.ts';
import { ByteReader, Malformed } from './update/byte-reader.ts';
import { ByteWriter } from './update/byte-writer.ts';
import { isShallowJson } from './update/json-depth.ts';

export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  /** JSON; `null` says that the person is gone. */
  readonly state: string;
}

/** An entry whose state is not decoded: stock clients echo everybody's, and only one of them is looked at. */
export interface ReadEntry {
  readonly client: number;
  readonly clock: number;
  readonly bytes: Uint8Array;
}

/** Reads an untrusted awareness update. Throws Malformed. */
export function readPresence(update: Uint8Array): ReadEntry[] {
  const reader = new ByteReader(update);
  const entries: ReadEntry[] = [];
  for (let left = reader.varUint(); left > 0; left--) {
    entries.push({ client: reader.varUint(), clock: reader.varUint(), bytes: reader.block() });
  }
  if (!reader.atEnd) throw new Malformed('bytes after the end');
  return entries;
}

/** The JSON text of an entry. Throws Malformed when it is not UTF-8. */
export function stateOf({ bytes }: ReadEntry): string {
  if (!isUtf8(bytes)) throw new Malformed('text is not UTF-8');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

/** The frame that tells of these people. */
export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const writer = new ByteWriter(entries.reduce((sum, { state }) => sum + state.length + 16, 8));
  writer.varUint(entries.length);
  for (const { client, clock, state } of entries) {
    const text = new TextEncoder().encode(state);
    writer.varUint(client);
    writer.varUint(clock);
    writer.varUint(text.length);
    writer.copy(text, 0, text.length);
  }
  return awarenessFrame(writer.finish());
}

/** A client's state with its `user` field as the session has it. Throws Malformed for what is no object. */
export function withIdentity(state: string, identity: Identity): string {
  if (!isShallowJson(state)) throw new Malformed('nested too deeply');
  let value: unknown;
  try {
    value = JSON.parse(state);
  } catch {
    throw new Malformed('not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed('no object');
  const { userId, name, color, actorKind } = identity;
  return JSON.stringify({ ...value, [PRESENCE_USER_FIELD]: { userId, name, color, actorKind } });
}
