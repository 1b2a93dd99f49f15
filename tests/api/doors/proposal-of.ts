// Proposals for one ask: one where it stands, or two that were made one.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Player } from '../../support/cast.ts';
import { lab, play, send } from './house.ts';

/** A proposal made for one ask by somebody who may; `as` is where it stands then. */
export async function proposalOf(as: 'draft' | 'submitted' = 'draft', by: Player = play('note_taker')): Promise<string> {
  const id = randomUUID();
  const body = { id, title: `Propuesta ${id}`, sources: [], text: {} };
  expect((await send('POST', { path: `${lab}/proposals`, body }, by)).status).toBe(201);
  if (as === 'submitted') {
    const step = { path: `${lab}/proposals/${id}/steps`, body: { commandId: randomUUID(), version: 1, step: 'submit' } };
    expect((await send('POST', step, by)).status).toBe(200);
  }
  return id;
}

/** A merge made for one ask by somebody who may. */
export async function mergeMade(): Promise<string> {
  const id = randomUUID();
  const from = [
    { id: await proposalOf(), version: 1 },
    { id: await proposalOf(), version: 1 },
  ];
  const ask = { path: `${lab}/proposal-merges`, body: { id, title: 'Las dos', from } };
  expect((await send('POST', ask, play('facilitator'))).status).toBe(201);
  return id;
}
