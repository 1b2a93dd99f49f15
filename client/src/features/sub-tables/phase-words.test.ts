// How far a table is, in words: a deadline says until when, and then that it has passed.
import { noClock } from '@cocrea/shared/domain/table-clock.ts';
import type { TableSession } from '@cocrea/shared/domain/table-session.ts';
import { app } from '@cocrea/shared/i18n/es/app.ts';
import { codes } from '@cocrea/shared/i18n/es/codes.ts';
import { tables } from '@cocrea/shared/i18n/es/tables.ts';
import { ui } from '@cocrea/shared/i18n/es/ui.ts';
import { expect, test } from 'vitest';
import { deadlineWords, phaseWords } from './phase-words.ts';

const words = { app, codes, tables, ui };
const at = Date.UTC(2026, 10, 27, 18);
const session = (more: Partial<TableSession>): { session: TableSession } => ({
  session: {
    phase: 'q1',
    mode: 'until',
    openUntil: at,
    facilitatorId: '00000000-0000-4000-8000-000000000000',
    noteTakerId: null,
    clock: noClock,
    minutes: 20,
    seats: 15,
    dots: 3,
    anonymousDots: false,
    dotsClosedAt: null,
    openedAt: at - 1000,
    closedAt: null,
    resultDocumentId: null,
    version: 1,
    ...more,
  },
});
const said = (more: Partial<TableSession>, over = false) => deadlineWords(session(more), { words, language: 'es', over });

test('a table open until a date says so, and once it has passed that the deadline is over', () => {
  expect(said({})).toBe('Abierta hasta vie 27 nov 2026, 12:00');
  expect(said({}, true)).toBe('El plazo terminó');
  expect(said({ phase: 'closed' }, true)).toBeNull();
  expect(said({ mode: 'hall', openUntil: null })).toBeNull();
});

test('a table nobody opened is said to be so', () => {
  expect(phaseWords({ session: null }, words)).toBe('Sin abrir');
  expect(phaseWords(session({ phase: 'q4' }), words)).toBe('Pregunta 4');
});
