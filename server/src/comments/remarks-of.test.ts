// What of a thread goes on paper: what stands of it, under the name its author has now, at the place its words have.
import { expect, test } from 'vitest';
import type { Comment, CommentThread } from '@cocrea/shared/domain/comment.ts';
import { remarksOf } from './remarks-of.ts';

const comment = (text: string, over: Partial<Comment> = {}): Comment => ({
  ...{ id: text, authorId: 'a', authorName: 'Ixchel', actorKind: 'ong', color: 1, text, mentions: [], at: 5 },
  ...{ editedAt: null, removed: null, version: 1, ...over },
});
const thread = (state: CommentThread['state'], ...comments: Comment[]): CommentThread => ({
  ...{ id: 't', documentId: 'd', authorId: 'a', blockId: 'b', quote: 'agua', unique: 'text', start: '', end: '', createdAt: 1 },
  ...{ settled: null, state, comments },
});
const down = { removed: { at: 9, byAuthor: false, reason: 'No viene al caso.' }, text: '' };
const lost = ({ blockId }: CommentThread) => ({ blockId, from: 0, to: 0 });

test('a thread keeps its answers; one whose first comment was taken down begins with the next; one that is empty is left out', () => {
  const threads = [
    thread('resolved', comment('¿Cuándo?'), comment('En mayo.', { authorName: null })),
    thread('open', comment('x', down), comment('Sigue.')),
    thread('open', comment('x', down)),
  ];
  const place = { blockId: 'c', from: 2, to: 4 };
  expect(remarksOf(threads, { places: [place, null, place], lost })).toEqual([
    {
      ...{ author: 'Ixchel', at: 5, text: '¿Cuándo?', isResolved: true, anchor: place },
      replies: [{ author: 'Alguien que ya no está', at: 5, text: 'En mayo.' }],
    },
    { author: 'Ixchel', at: 5, text: 'Sigue.', isResolved: false, anchor: { blockId: 'b', from: 0, to: 0 }, replies: [] },
  ]);
});
