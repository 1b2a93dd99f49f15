// Doors of suggestions and of comments.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { play, send, members, lab, authors, editors, writtenText, writtenDraft, type Rows } from './house.ts';

const thread = () => ({
  ...{ id: randomUUID(), commentId: randomUUID(), blockId: 'x', quote: 'Escribir y decidir juntos', unique: 'nowhere' },
  ...{ start: 'AAAA', end: 'AAAA', text: 'Un comentario.', mentions: [] },
});

/** A thread somebody began for one ask: by whoever has that token where they may, by a civil organisation otherwise. */
async function commented(token?: string | null): Promise<{ id: string; commentId: string }> {
  const body = thread();
  const asked = { path: `${writtenText}/comments`, body };
  if (token == null || (await send('POST', asked, { personId: '', token })).status !== 201)
    expect((await send('POST', asked, play('civil_org'))).status).toBe(201);
  return body;
}

export const doorsOfRemarks: Rows = {
  beginFork: { ask: () => ({ path: `${writtenDraft}/fork`, body: { commandId: randomUUID() } }), may: 201, who: authors },
  listSuggestions: { ask: () => ({ path: `${writtenDraft}/suggestions` }), may: 200, who: members },
  decideSuggestions: {
    ask: () => ({
      path: `${writtenDraft}/suggestions/decisions`,
      body: { commandId: randomUUID(), forkId: 'nadie.s.nadie', decision: 'accept', ids: null, reason: null },
    }),
    may: 404,
    who: editors,
  },
  undoDecision: {
    ask: () => ({ path: `${writtenDraft}/suggestions/decisions/${randomUUID()}/undo`, body: { commandId: randomUUID() } }),
    may: 404,
    who: authors,
  },
  listComments: { ask: () => ({ path: `${writtenText}/comments` }), may: 200, who: members },
  listMentionable: { ask: () => ({ path: `${writtenText}/mentionable?q=a` }), may: 200, who: authors },
  readThread: {
    ask: async () => ({ path: `${lab}/comment-threads/${(await commented()).id}` }),
    may: 200,
    who: members,
  },
  startThread: { ask: () => ({ path: `${writtenText}/comments`, body: thread() }), may: 201, who: authors },
  replyToThread: {
    ask: async () => ({
      path: `${lab}/comment-threads/${(await commented()).id}/comments`,
      body: { id: randomUUID(), text: 'De acuerdo.', mentions: [] },
    }),
    may: 201,
    who: authors,
  },
  settleThread: {
    ask: async () => ({
      path: `${lab}/comment-threads/${(await commented()).id}/state`,
      body: { commandId: randomUUID(), state: 'resolved' },
    }),
    may: 200,
    who: editors,
  },
  editComment: {
    ask: async ({ token }) => ({
      path: `${lab}/comments/${(await commented(token)).commentId}`,
      body: { commandId: randomUUID(), version: 1, text: 'Mejor dicho.', mentions: [] },
    }),
    may: 200,
    who: authors,
  },
  removeComment: {
    ask: async () => ({
      path: `${lab}/comments/${(await commented()).commentId}/removal`,
      body: { commandId: randomUUID(), reason: 'Insulta.' },
    }),
    may: 200,
    who: editors,
  },
};
