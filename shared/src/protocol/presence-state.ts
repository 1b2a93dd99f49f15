// What others see of a person in a room, as awareness carries it: the server writes the `user` field, the client the rest.

/** The field of an awareness state that the server overwrites with who the session says this is. */
export const PRESENCE_USER_FIELD = 'user';

/** The value of the `user` field. `color` is a number from the person's record that the screen maps to its palette. */
export interface PresenceUser {
  readonly userId: string;
  readonly name: string;
  readonly color: number;
  readonly actorKind: string;
}
