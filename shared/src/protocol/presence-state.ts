// What others see of a person in a room, as awareness carries it: the server writes the `user` field, the client the rest, and where in
// the text they are decides who is shown to whom once a room is full.

/** The field of an awareness state that the server overwrites with who the session says this is. */
export const PRESENCE_USER_FIELD = 'user';

/** The value of the `user` field. `color` is a number from the person's record that the screen maps to its palette. */
export interface PresenceUser {
  readonly userId: string;
  readonly name: string;
  readonly color: number;
  readonly actorKind: string;
}

/**
 * The field in which a client says which section of the text its person is in: the id of the heading above their caret, or any other short
 * word. Left out, or not a word, it is the section of those who are nowhere in particular.
 */
export const PRESENCE_SECTION_FIELD = 'section';
