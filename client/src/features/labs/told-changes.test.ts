// What changed is told in sentences: the latest first, a crowd as a number, nothing of one's own, and no name that is not known.
import type { EventType, LabEvent } from '@cocrea/shared/domain/event.ts';
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { es } from '@cocrea/shared/i18n/es.ts';
import { labPages } from '@cocrea/shared/i18n/es/lab-pages.ts';
import { toldComments } from '@cocrea/shared/i18n/es/told-comments.ts';
import { toldDrafts } from '@cocrea/shared/i18n/es/told-drafts.ts';
import { toldProposals } from '@cocrea/shared/i18n/es/told-proposals.ts';
import { toldSuggestions } from '@cocrea/shared/i18n/es/told-suggestions.ts';
import { expect, test } from 'vitest';
import { toldChanges } from './told-changes.ts';

const words = { ...es, labPages, toldDrafts, toldProposals, toldSuggestions, toldComments };
let seq = 0;
function event(type: EventType, of: Partial<LabEvent> = {}): LabEvent {
  seq += 1;
  return {
    labId: 'lab',
    seq,
    at: seq * 1000,
    actorId: 'facilita',
    type,
    subjectId: 'alguien',
    data: {},
    commandId: `c${seq}`,
    ...of,
  };
}
const note: LabDocument = {
  id: 'nota',
  labId: 'lab',
  kind: 'free_note',
  title: 'Preparación',
  generation: 'g',
  createdAt: 10,
  updatedAt: 10,
  version: 1,
};
const common = {
  language: 'es' as const,
  edited: [],
  documents: [note],
  names: { ana: 'Ana Tun' },
  readerId: 'yo',
};
const texts = (events: LabEvent[], more: Partial<Parameters<typeof toldChanges>[0]> = {}): string[] =>
  toldChanges({ ...common, events, ...more }, words).map(({ text }) => text);

test('the latest stands first, with names where they are known', () => {
  const events = [event('person.joined', { subjectId: 'ana' }), event('person.removed', { subjectId: 'otra' })];
  expect(texts(events)).toEqual(['alguien ya no está en el laboratorio', 'Entró Ana Tun']);
});

test('three or more who came in are one line', () => {
  const events = ['a', 'b', 'ana'].map((subjectId) => event('person.joined', { subjectId }));
  expect(texts(events)).toEqual(['Entraron 3 personas']);
});

test('what one did oneself, and accounts of machines, are no news', () => {
  const events = [
    event('join_code.created', { actorId: 'yo' }),
    event('person.created', { actorId: null, data: { technical: true } }),
  ];
  expect(texts(events)).toEqual([]);
});

test('a proposal is told by its title and where it went, and leads to its page', () => {
  const proposal: LabDocument = {
    ...note,
    id: 'propuesta',
    title: 'Avisos',
    kind: 'proposal',
    proposalState: 'draft',
    becameOthers: false,
  };
  const moved = event('proposal.observed', { subjectId: 'propuesta', data: { from: 'submitted', to: 'observed' } });
  const told = toldChanges({ ...common, documents: [proposal], events: [moved] }, words);
  expect(told).toMatchObject([{ text: 'Avisos: Con observaciones', documentId: 'propuesta' }]);
  expect(texts([event('proposal.endorsed', { subjectId: 'otra' })])).toEqual(['Dieron un aval a una propuesta']);
});

test('a role is told by its name, also when it is not one we know', () => {
  expect(texts([event('person.role_changed', { subjectId: 'ana', data: { to: 'observer' } })])).toEqual([
    'Cambió el papel de Ana Tun: Observa',
  ]);
  expect(texts([event('person.role_changed', { subjectId: 'ana', data: { to: 'emperador' } })])).toEqual([
    'Cambió el papel de Ana Tun',
  ]);
});

test('a text that moved is told with its document; one that was only born, or is gone, is not', () => {
  expect(toldChanges({ ...common, events: [], edited: [{ id: 'nota', updatedAt: 20 }] }, words)).toEqual([
    { key: 'text nota', text: 'Se escribió en Preparación', at: 20, documentId: 'nota' },
  ]);
  expect(texts([], { edited: [{ id: 'nota', updatedAt: 10 }] })).toEqual([]);
  expect(texts([], { edited: [{ id: 'otra', updatedAt: 20 }] })).toEqual([]);
});

test('what tables were told is one line a table, and the steps of a session are no news', () => {
  const events = [
    event('table.opened', { data: { no: 5 } }),
    event('contribution.sent', { data: { table: 5 } }),
    event('table.phase_changed', { data: { no: 5 } }),
    event('contribution.sent', { data: { table: 5 } }),
    event('contribution.sent', { data: { table: 2 } }),
  ];
  expect(texts(events)).toEqual(['La mesa 2 recibió 1 aporte', 'La mesa 5 recibió 2 aportes', 'Se abrió la mesa 5']);
});

test('of comments one is told what concerns oneself, before everything else, and it leads to its thread', () => {
  const about = (data: LabEvent['data']): Partial<LabEvent> => ({
    actorId: 'ana',
    subjectId: 'c',
    data: { documentId: 'nota', threadId: 'hilo', ...data },
  });
  const events = [
    event('comment.added', about({ mentions: 'otra yo' })),
    event('comment.added', about({ mentions: 'otra' })),
    event('comment.edited', about({})),
    event('comment.added', about({ threadAuthor: 'yo' })),
    event('comment.resolved', about({ threadAuthor: 'yo' })),
    event('comment.reopened', about({ threadAuthor: 'yo' })),
    event('comment.removed', about({ author: 'yo' })),
    event('comment.added', { ...about({ mentions: 'yo' }), actorId: 'yo' }),
    event('lab.created'),
  ];
  const told = toldChanges({ ...common, events }, words);
  expect(told.map(({ text }) => text)).toEqual([
    toldComments.takenDown('Preparación'),
    toldComments.resolved('Ana Tun', 'Preparación'),
    toldComments.replied('Ana Tun', 'Preparación'),
    toldComments.mentioned('Ana Tun', 'Preparación'),
    labPages.lab.changesOf.labCreated,
  ]);
  expect(told[0]).toMatchObject({ documentId: 'nota', threadId: 'hilo' });
});
