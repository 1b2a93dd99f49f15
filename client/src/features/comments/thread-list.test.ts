// Threads in the order of the text; open ones, lost ones, resolved ones, and those that name the reader.
import type { Comment, CommentThread } from '@cocrea/shared/domain/comment.ts';
import { expect, test } from 'vitest';
import { filterOf, threadsUnder } from './thread-list.ts';

const comment = (other: Partial<Comment> = {}): Comment => ({
  ...{ id: 'c', authorId: 'ana', authorName: 'Ana', actorKind: 'ong', color: 1, text: 'Algo', mentions: [] },
  ...{ at: 1, editedAt: null, removed: null, version: 1 },
  ...other,
});
const thread = (id: string, other: Partial<CommentThread> = {}): CommentThread => ({
  ...{ id, documentId: 'b2', authorId: 'ana', blockId: 'p', quote: 'q', unique: 'text', start: '', end: '' },
  ...{ state: 'open', createdAt: 1, settled: null, comments: [comment()] },
  ...other,
});
const places = new Map([
  ['late', { from: 90 }],
  ['early', { from: 5 }],
  ['done', { from: 7 }],
  ['lost', null],
]);
const threads = [
  thread('late', { comments: [comment({ mentions: [{ personId: 'yo', name: 'Yo' }] })] }),
  thread('lost'),
  thread('early'),
  thread('done', { state: 'resolved', comments: [comment({ mentions: [{ personId: 'yo', name: 'Yo' }] })] }),
  thread('gone', { comments: [comment({ removed: { at: 2, byAuthor: true, reason: null } })] }),
  thread('not yet placed', { createdAt: 2 }),
];
const reader = { places, personId: 'yo' };
const ids = (filter: Parameters<typeof threadsUnder>[1]): string[] => threadsUnder(threads, filter, reader).map(({ id }) => id);

test('each under what it is, in the order of the text', () => {
  expect(ids('open')).toEqual(['early', 'late', 'not yet placed']);
  expect(ids('lost')).toEqual(['lost']);
  expect(ids('resolved')).toEqual(['done']);
  expect(ids('mine')).toEqual(['done', 'late']);
});

test('a thread somebody asks for is shown where they are, or where it is', () => {
  const [late, lost, , done] = threads as [CommentThread, CommentThread, CommentThread, CommentThread];
  expect(filterOf(late, { before: 'mine', ...reader })).toBe('mine');
  expect(filterOf(late, { before: 'resolved', ...reader })).toBe('open');
  expect(filterOf(lost, { before: 'open', ...reader })).toBe('lost');
  expect(filterOf(done, { before: 'open', ...reader })).toBe('resolved');
});
