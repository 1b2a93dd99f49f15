// The shapes of identifiers. Client-made ids are UUIDs, so that a queued command can be sent twice without harm.
import * as z from 'zod/mini';

/** A UUID of any version, lower case; what a client makes for everything it creates. */
export const Uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
/** A lab's id is the slug in its address: `compromiso-11`. */
export const LabId = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/));
/** A document's id is the name of its room: a UUID, or for what a lab is born with a readable one (`compromiso-11.borrador-1`). */
export const DocumentId = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,99}$/));
/** An opaque id; the only thing about a person that may enter a Yjs document. */
export const PersonId = Uuid;
/** What a client may make for a new person: ids of version 8 are made by the server, for programs, out of what they are for. */
export const NewPersonId = /* @__PURE__ */ Uuid.check(z.regex(/^.{14}[1-7]/));

/** A random UUID (version 4) that also works without a secure context, where `crypto.randomUUID` is missing. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
