// A join code opens one door of one lab: six characters that cannot be misread on a projector.
import * as z from 'zod/mini';
import { LabId, Uuid } from './ids.ts';
import { JoinableRole } from './role.ts';

/** Without 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V: nothing that looks like something else from ten metres. */
export const joinCodeAlphabet = 'ACDEFGHJKMNPQRTWXY34679';
export const joinCodeLength = 6;

export const JoinCode = z.object({
  id: Uuid,
  code: z.string(),
  labId: LabId,
  role: JoinableRole,
  subTableId: z.nullable(z.string()),
  createdAt: z.number(),
  closedAt: z.nullable(z.number()),
  uses: z.number(),
});
export type JoinCode = z.infer<typeof JoinCode>;

/** What a person typed, as a code: upper case, without spaces and dashes. */
export function normaliseJoinCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** `bytes` are random; 23 letters in 256 leave a bias under 0.4 % a letter, which six letters and a rate limit bear. */
export function joinCodeFrom(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, joinCodeLength), (byte) => joinCodeAlphabet[byte % joinCodeAlphabet.length]).join('');
}
