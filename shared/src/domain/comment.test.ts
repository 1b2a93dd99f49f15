// What is shown of a thread, who may settle it, and how people are named in a comment.
import { expect, test } from 'vitest';
import { isNamedIn, isShown, maySettle, stillNamed, typedMention, withNames, type Comment } from './comment.ts';

const comment = (other: Partial<Comment> = {}): Comment => ({
  id: '00000000-0000-4000-8000-000000000001',
  authorId: 'ana',
  authorName: 'Ana',
  actorKind: 'ong',
  color: 1,
  text: 'Algo',
  mentions: [],
  at: 1,
  editedAt: null,
  removed: null,
  version: 1,
  ...other,
});
const takenBack = { at: 2, byAuthor: true, reason: null };
const takenDown = { at: 2, byAuthor: false, reason: 'Insulta' };

test('a thread is gone when its authors took all of it back, and stays when something of it was taken down', () => {
  expect(isShown({ comments: [comment({ removed: takenBack }), comment()] })).toBe(true);
  expect(isShown({ comments: [comment({ removed: takenBack })] })).toBe(false);
  expect(isShown({ comments: [comment({ removed: takenDown })] })).toBe(true);
});

test('who began it settles it while they may comment; of others, who keeps order', () => {
  const thread = { authorId: 'ana' };
  expect(maySettle(thread, { personId: 'ana', writes: true, moderates: false })).toBe(true);
  expect(maySettle(thread, { personId: 'ana', writes: false, moderates: false })).toBe(false);
  expect(maySettle(thread, { personId: 'beto', writes: true, moderates: false })).toBe(false);
  expect(maySettle(thread, { personId: 'beto', writes: true, moderates: true })).toBe(true);
});

test('a name counts while what names it stands', () => {
  const mentions = [{ personId: 'ana', name: 'Ana' }];
  expect(isNamedIn({ comments: [comment({ mentions })] }, 'ana')).toBe(true);
  expect(isNamedIn({ comments: [comment({ mentions, removed: takenBack })] }, 'ana')).toBe(false);
  const people = [
    { personId: '1', name: 'Ana Ixchop' },
    { personId: '2', name: 'José Núñez' },
    { personId: '1', name: 'Ana Ixchop' },
  ];
  expect(stillNamed('¿Qué dice @Ana Ixchop?', people)).toEqual([people[0]]);
  // The same letters, decomposed as some keyboards send them.
  expect(stillNamed('@José Núñez'.normalize('NFD'), people)).toEqual([people[1]]);
  expect(stillNamed('Ana Ixchop', people)).toEqual([]);
  // Whoever was chosen first and given up for somebody whose name begins alike is not named.
  const [short, long] = [
    { personId: '3', name: 'Ana' },
    { personId: '4', name: 'Ana Paz' },
  ];
  expect(stillNamed('Que lo diga @Ana Paz', [short, long])).toEqual([long]);
});

test.each([
  ['@', 1, { from: 0, query: '' }],
  ['Hola @Mar', 9, { from: 5, query: 'Mar' }],
  ['Hola @Marisol Tz', 16, { from: 5, query: 'Marisol Tz' }],
  ['(@k', 3, { from: 1, query: 'k' }],
  ['ana@correo', 10, null],
  ['@Ana y luego otra cosa', 22, null],
  ['@Ana\nsigue', 10, null],
  ['@ Ana', 5, null],
  ['Hola @Mar y', 9, { from: 5, query: 'Mar' }],
] as const)('in %j with the caret at %i a name is being typed: %j', (text, caret, found) => {
  expect(typedMention(text, caret)).toEqual(found);
});

test('a comment in pieces, longer names first, and signs of patterns taken as letters', () => {
  expect(withNames('A @Ana Paz y @Ana.', ['Ana', 'Ana Paz'])).toEqual([
    { text: 'A ', isName: false },
    { text: '@Ana Paz', isName: true },
    { text: ' y ', isName: false },
    { text: '@Ana', isName: true },
    { text: '.', isName: false },
  ]);
  expect(withNames('@B. (ONG) y @Bx (ONG)', ['B. (ONG)'])).toEqual([
    { text: '@B. (ONG)', isName: true },
    { text: ' y @Bx (ONG)', isName: false },
  ]);
  expect(withNames('nadie', [])).toEqual([{ text: 'nadie', isName: false }]);
});
