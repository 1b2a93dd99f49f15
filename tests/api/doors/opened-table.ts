// Tables as the rows of more than one room need them: opened by somebody who may, and nobody has touched them since.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { house, lab, play, send } from './house.ts';

export const opening = {
  mode: 'hall',
  openUntil: null,
  noteTakerId: null,
  minutes: 20,
  seats: 15,
  dots: 3,
  anonymousDots: false,
};

/** The number of a table somebody just opened, and nobody has touched since. */
export async function openedTable(no = house.cast.table()): Promise<number> {
  const opened = { path: `${lab}/tables/${no}/session`, body: { commandId: randomUUID(), ...opening } };
  const { status, code } = await send('POST', opened, play('facilitator'));
  expect([201, 409], code).toContain(status);
  return no;
}

/** The number of a table that gives dots, where nobody of the other rows votes or contributes. */
export async function tableOfDots(): Promise<number> {
  const no = await openedTable();
  const moved = { path: `${lab}/tables/${no}/phase`, body: { commandId: randomUUID(), version: 1, phase: 'prioritise' } };
  expect((await send('POST', moved, play('facilitator'))).status).toBe(200);
  return no;
}

/** Where the participant and the note-taker of the table have their seats. */
export const firstTable = (): Promise<number> => openedTable(1);
