// How the events of a lab are chained by hashes: one pure reading of the rule, shared by who writes events and who verifies them.
//
// The bytes that are hashed (SHA-256, written as 64 lower-case hex digits) are the UTF-8 of
//
//   <hash of the event before> LF <the event as canonical JSON>
//
// where the hash before the first event is 64 zeros, LF is one byte 0x0A, and canonical JSON is an object without spaces whose
// keys stand in this order: labId, seq, at, actorId, type, subjectId, data, commandId; the keys of `data` stand sorted by UTF-16 code
// units. Strings and numbers are written as ECMAScript's JSON.stringify writes them. Anyone can recompute it with ten lines of code.
import { createHash } from 'node:crypto';
import type { LabEvent } from '@cocrea/shared/domain/event.ts';

export const hashBeforeFirst = '0'.repeat(64);

/** `data` as it is stored in its column and as it stands inside the hashed bytes. */
export function canonicalData(data: LabEvent['data']): string {
  const keys = Object.keys(data).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${JSON.stringify(data[key] ?? null)}`).join(',')}}`;
}

export function canonicalEvent(event: LabEvent): string {
  const { labId, seq, at, actorId, type, subjectId, data, commandId } = event;
  const head = JSON.stringify({ labId, seq, at, actorId, type, subjectId }).slice(0, -1);
  return `${head},"data":${canonicalData(data)},"commandId":${JSON.stringify(commandId)}}`;
}

/** The hash that binds an event to everything before it in its lab. */
export function chainHash(previousHash: string, event: LabEvent): string {
  return createHash('sha256')
    .update(`${previousHash}\n${canonicalEvent(event)}`)
    .digest('hex');
}
