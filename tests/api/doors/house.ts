// Everybody who comes to a door: each role, those who lost theirs, and who has none; the house they come to, and how they knock.
import { randomUUID } from 'node:crypto';
import { Cast, type Player } from '../../support/cast.ts';
import { demoLab, startServer, type RunningServer } from '../../support/server.ts';

const elsewhere = 'otro-laboratorio';
const whos = {
  facilitator: { role: 'facilitator' },
  note_taker: { role: 'note_taker', subTableId: 'compromiso-11.submesa-1' },
  participant: { role: 'participant', subTableId: 'compromiso-11.submesa-1' },
  civil_org: { role: 'civil_org' },
  observer: { role: 'observer' },
  consolidator: { role: 'consolidator' },
  admin: { role: 'admin' },
  removed: { role: 'facilitator', removed: true },
  stranger: { role: 'facilitator', lab: elsewhere },
  expired: { role: 'facilitator', sessionEndedAt: Date.now() - 1000 },
  passer_by: null,
} as const;
export type Who = keyof typeof whos;
export const everybody = Object.keys(whos) as Who[];

/** Both are there between `openHouse` and `closeHouse`. */
export const house: { server: RunningServer; cast: Cast } = { server: null as never, cast: null as never };

export async function openHouse(): Promise<void> {
  house.server = await startServer();
  house.cast = new Cast(house.server);
  house.cast.lab(elsewhere);
  house.cast.reopen(1);
}
export async function closeHouse(): Promise<void> {
  house.cast[Symbol.dispose]();
  await house.server.stop();
}

export function play(who: Who): Player {
  const part = whos[who];
  return part === null ? { personId: randomUUID(), token: null } : house.cast.person(part);
}

export interface Ask {
  readonly path: string;
  readonly body?: unknown;
}
export interface Row {
  readonly ask: (player: Player) => Ask | Promise<Ask>;
  /** Status for those who may. */
  readonly may: number;
  readonly who: readonly Who[];
  /** Those for whom it was done before: 200. */
  readonly repeats?: readonly Who[];
  /** Status for those without a session; 401 where a session is needed. */
  readonly anybody?: number;
}
export type Rows = Readonly<Record<string, Row>>;

export const members: readonly Who[] = [
  'facilitator',
  'note_taker',
  'participant',
  'civil_org',
  'observer',
  'consolidator',
  'admin',
];
export const hosts: readonly Who[] = ['facilitator', 'admin'];
export const conductors: readonly Who[] = ['facilitator', 'consolidator'];
export const arrangers: readonly Who[] = ['facilitator', 'note_taker'];
/** Those with a voice at the first table. */
export const speakers: readonly Who[] = ['facilitator', 'note_taker', 'participant', 'civil_org', 'consolidator'];
export const withSession: readonly Who[] = [...members, 'removed', 'stranger'];
export const lab = `/api/labs/${demoLab}`;
export const authors: readonly Who[] = ['facilitator', 'note_taker', 'participant', 'civil_org', 'consolidator'];
export const editors: readonly Who[] = ['facilitator', 'note_taker', 'consolidator'];

/** A draft that is still to come: whoever may move drafts is told so, and nothing moves. */
export const plannedDraft = `${lab}/drafts/compromiso-11.borrador-3`;

export const consultedDraft = `${lab}/drafts/compromiso-11.borrador-1`;
export const writtenText = `${lab}/documents/compromiso-11.borrador-2`;
export const writtenDraft = `${lab}/drafts/compromiso-11.borrador-2`;

export async function send(
  method: string,
  { path, body }: Ask,
  { token }: Player,
): Promise<{ status: number; code: string | undefined }> {
  const answer = await fetch(house.server.url + path, {
    method,
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const problem = answer.ok || text === '' ? undefined : (JSON.parse(text) as { error: { code: string } });
  return { status: answer.status, code: problem?.error.code };
}
