// A fresh document to write in: a free note, made through the API as a machine would.
import { randomUUID } from 'node:crypto';
import { createNote as contract } from '@cocrea/shared/api/labs.ts';
import { demoLab } from './server.ts';

/** The id of a new note of the demonstration lab; `token` is a facilitator's. */
export async function createNote(server: { readonly url: string }, token: string, title = 'Nota de prueba'): Promise<string> {
  const answer = await fetch(new URL(contract.path.replace(':lab', demoLab), server.url), {
    method: contract.method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: randomUUID(), title }),
  });
  if (answer.status !== 201) throw new Error(`creating a note: ${answer.status} ${await answer.text()}`);
  const { documentId } = (await answer.json()) as { documentId: string };
  return documentId;
}
