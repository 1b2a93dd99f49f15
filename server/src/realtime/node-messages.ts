// What nodes say to one another about one document, as bytes. They trust each other as they trust their database: nothing is judged again.
import type { Append } from '../storage/document-store.ts';
import type { Identity } from './ports.ts';
import { ByteReader, Malformed } from './update/byte-reader.ts';
import { ByteWriter } from './update/byte-writer.ts';

/** A row another node committed. */
export interface NodeRow {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly updates: readonly Uint8Array[];
  readonly newClients: Append['newClients'];
}

/** Somebody who is in the room through another node, as others see them; without identity, that they left. */
export interface ToldPresence {
  readonly client: number;
  readonly clock: number;
  readonly present: { readonly identity: Identity; readonly section: string; readonly shown: Uint8Array } | null;
}

export type NodeMessage =
  | { readonly kind: 'row'; readonly row: NodeRow }
  /** A row too large for the line: it is in the store. */
  | { readonly kind: 'row there'; readonly seq: number }
  | { readonly kind: 'presence'; readonly told: readonly ToldPresence[] }
  /** Asks everybody who is here. */
  | { readonly kind: 'who' }
  /** Nothing is to be taken until `let go`, or for as long as a hold lasts. */
  | { readonly kind: 'hold' }
  | { readonly kind: 'let go' };

const kinds = ['row', 'row there', 'presence', 'who', 'hold', 'let go'] as const;

export function encodeNodeMessage(message: NodeMessage): Uint8Array {
  const writer = new ByteWriter(256);
  writer.varUint(kinds.indexOf(message.kind));
  if (message.kind === 'row') writeRow(writer, message.row);
  else if (message.kind === 'row there') writer.varUint(message.seq);
  else if (message.kind === 'presence') writePresence(writer, message.told);
  return writer.finish();
}

/** Throws Malformed. */
export function decodeNodeMessage(bytes: Uint8Array): NodeMessage {
  const reader = new ByteReader(bytes);
  const kind = kinds[reader.varUint()];
  switch (kind) {
    case 'row':
      return { kind, row: readRow(reader) };
    case 'row there':
      return { kind, seq: reader.varUint() };
    case 'presence':
      return { kind, told: readTold(reader) };
    case undefined:
      throw new Malformed('an unknown message of a node');
    default:
      return { kind };
  }
}

function writeRow(writer: ByteWriter, { seq, at, updates, newClients }: NodeRow): void {
  writer.varUint(seq);
  writer.varUint(at);
  writer.varUint(updates.length);
  for (const update of updates) writer.block(update);
  writer.varUint(newClients.length);
  for (const { clientId, userId } of newClients) {
    writer.varUint(clientId);
    writer.text(userId);
  }
}

function readRow(reader: ByteReader): NodeRow {
  const [seq, at] = [reader.varUint(), reader.varUint()];
  const updates = times(reader.varUint(), () => reader.block());
  const newClients = times(reader.varUint(), () => ({ clientId: reader.varUint(), userId: reader.text() }));
  return { seq, at, updates, newClients };
}

function writePresence(writer: ByteWriter, told: readonly ToldPresence[]): void {
  writer.varUint(told.length);
  for (const { client, clock, present } of told) {
    writer.varUint(client);
    writer.varUint(clock);
    writer.varUint(present === null ? 0 : 1);
    if (present === null) continue;
    const { userId, name, color, actorKind } = present.identity;
    for (const text of [userId, name, actorKind, present.section]) writer.text(text);
    writer.varUint(color);
    writer.block(present.shown);
  }
}

function readTold(reader: ByteReader): ToldPresence[] {
  return times(reader.varUint(), () => {
    const [client, clock, isPresent] = [reader.varUint(), reader.varUint(), reader.varUint() === 1];
    if (!isPresent) return { client, clock, present: null };
    const [userId, name, actorKind, section] = [reader.text(), reader.text(), reader.text(), reader.text()];
    const identity = { userId, name, actorKind, color: reader.varUint() };
    return { client, clock, present: { identity, section, shown: reader.block() } };
  });
}

function times<Value>(count: number, read: () => Value): Value[] {
  const values: Value[] = [];
  for (let left = count; left > 0; left -= 1) values.push(read());
  return values;
}
