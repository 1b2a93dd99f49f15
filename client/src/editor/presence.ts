// Who is in a document, as awareness carries it: the server writes who they are, their own screen where their caret is.
import { actorKinds, type ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import { PRESENCE_USER_FIELD, type PresenceUser } from '@cocrea/shared/protocol/presence-state.ts';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

/** How many colours the tokens have for people: `--person-0` … `--person-11`. */
export const personColors = 12;

/** The awareness field every editor of this document writes its caret to, as y-tiptap does. */
export const caretField = 'cursor';

export interface Caret {
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

export interface Present {
  readonly clientId: number;
  readonly userId: string;
  readonly name: string;
  readonly color: number;
  readonly actorKind: ActorKind;
  /** Null while they read without having touched the text. */
  readonly caret: Caret | null;
}

function caretOf(value: unknown): Caret | null {
  const { anchor, head } = (value ?? {}) as { anchor?: unknown; head?: unknown };
  if (!anchor || !head) return null;
  try {
    return { anchor: Y.createRelativePositionFromJSON(anchor), head: Y.createRelativePositionFromJSON(head) };
  } catch {
    return null;
  }
}

/** One of the others; null for a state the server has not signed yet. What another screen sent is not trusted to be well formed. */
function presentOf(clientId: number, state: Record<string, unknown>): Present | null {
  const user = state[PRESENCE_USER_FIELD] as Partial<PresenceUser> | undefined;
  if (typeof user?.userId !== 'string' || typeof user.name !== 'string') return null;
  const color = Number.isInteger(user.color) ? Math.abs(user.color as number) % personColors : 0;
  const actorKind = actorKinds.find((kind) => kind === user.actorKind) ?? 'otro';
  return { clientId, userId: user.userId, name: user.name, color, actorKind, caret: caretOf(state[caretField]) };
}

/** Everybody else with this document open, one entry for each screen. */
export function othersIn(awareness: Awareness): Present[] {
  const others: Present[] = [];
  for (const [clientId, state] of awareness.getStates()) {
    if (clientId === awareness.clientID || !state) continue;
    const present = presentOf(clientId, state);
    if (present) others.push(present);
  }
  return others;
}

/** One entry for each person, by name; of several screens the one with a caret. Oneself on another device counts as oneself. */
export function peopleAmong(others: readonly Present[], myId: string): Present[] {
  const people = new Map<string, Present>();
  for (const other of others) {
    if (other.userId === myId) continue;
    const known = people.get(other.userId);
    if (!known || (!known.caret && other.caret)) people.set(other.userId, other);
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name, 'es'));
}
