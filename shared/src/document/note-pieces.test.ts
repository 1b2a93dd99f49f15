// Footnotes among words: told apart, also where a comparison cuts them.
import { expect, test } from 'vitest';
import { notePieces, plainNotes } from './note-pieces.ts';

test('a note is told apart from the words around it', () => {
  expect(notePieces('Los datos⟦Según la ley.⟧ son de todos.')).toEqual({
    pieces: [
      { text: 'Los datos', isNote: false, opens: false },
      { text: 'Según la ley.', isNote: true, opens: true },
      { text: ' son de todos.', isNote: false, opens: false },
    ],
    inside: false,
  });
  expect(notePieces('Sin notas')).toEqual({ pieces: [{ text: 'Sin notas', isNote: false, opens: false }], inside: false });
  expect(notePieces('')).toEqual({ pieces: [], inside: false });
});

test('a piece may begin and end inside a note', () => {
  const first = notePieces('Los datos⟦Según ');
  expect(first.inside).toBe(true);
  expect(notePieces('la ley', first.inside)).toEqual({ pieces: [{ text: 'la ley', isNote: true, opens: false }], inside: true });
  // Also where nobody says so.
  for (const inside of [true, false])
    expect(notePieces('.⟧ son', inside).pieces).toEqual([
      { text: '.', isNote: true, opens: false },
      { text: ' son', isNote: false, opens: false },
    ]);
});

test('in plain words a note is said, and no mark is left', () => {
  const say = (note: string): string => ` (nota: ${note})`;
  expect(plainNotes('Los datos⟦Según la ley.⟧ son', say)).toBe('Los datos (nota: Según la ley.) son');
  expect(plainNotes('la ley.⟧ son', say)).toBe(' (nota: la ley.) son');
});
