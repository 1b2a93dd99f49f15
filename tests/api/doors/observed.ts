// An observation for one ask: what several rooms act on.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { consultedDraft, play, send } from './house.ts';

/** An observation somebody sent for one ask: by whoever has that token where they may, by a civil organisation otherwise. */
export async function observed(token?: string | null): Promise<string> {
  const by = async (bearer: string | null | undefined): Promise<string | null> => {
    const id = randomUUID();
    const body = {
      ...{ id, blockId: 'x', quote: 'Meta o etapa', quoteFrom: 0, quoteTo: 12, kind: 'form', proposedText: null },
      ...{ justification: 'Se entiende mejor.', onBehalfOf: null, showName: false, writtenAt: 0 },
    };
    const { status } = await send(
      'POST',
      { path: `${consultedDraft}/observations`, body },
      { personId: '', token: bearer ?? null },
    );
    return status === 201 ? id : null;
  };
  const id = (token === undefined ? null : await by(token)) ?? (await by(play('civil_org').token));
  expect(id).not.toBeNull();
  return id ?? '';
}
