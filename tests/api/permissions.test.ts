// Every role, and everybody who has none, at every door of the API and of every kind of room. The table is written by hand: it says what
// the policy should be, and does not ask it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { privacyNoticeVersion } from '@cocrea/shared/domain/person.ts';
import { Cast, type Player } from '../support/cast.ts';
import { open } from '../support/clients.ts';
import { demoLab, startServer, type RunningServer } from '../support/server.ts';
import { everyContract } from './every-contract.ts';

const elsewhere = 'otro-laboratorio';
const whos = {
  facilitator: { role: 'facilitator' },
  note_taker: { role: 'note_taker', subTableId: 'compromiso-11.submesa-1' },
  participant: { role: 'participant', subTableId: 'compromiso-11.submesa-1' },
  civil_org: { role: 'civil_org' },
  observer: { role: 'observer' },
  consolidator: { role: 'consolidator' },
  admin: { role: 'admin' },
  removed: { role: 'facilitator', removed: true },
  stranger: { role: 'facilitator', lab: elsewhere },
  expired: { role: 'facilitator', sessionEndedAt: Date.now() - 1000 },
  passer_by: null,
} as const;
type Who = keyof typeof whos;
const everybody = Object.keys(whos) as Who[];

let server: RunningServer;
let cast: Cast;
beforeAll(async () => {
  server = await startServer();
  cast = new Cast(server);
  cast.lab(elsewhere);
  cast.reopen(1);
});
afterAll(async () => {
  cast[Symbol.dispose]();
  await server.stop();
});

function play(who: Who): Player {
  const part = whos[who];
  return part === null ? { personId: randomUUID(), token: null } : cast.person(part);
}

interface Ask {
  readonly path: string;
  readonly body?: unknown;
}
interface Row {
  readonly ask: (player: Player) => Ask | Promise<Ask>;
  /** Status for those who may. */
  readonly may: number;
  readonly who: readonly Who[];
  /** Those for whom it was done before: 200. */
  readonly repeats?: readonly Who[];
  /** Status for those without a session; 401 where a session is needed. */
  readonly anybody?: number;
}

const members: readonly Who[] = ['facilitator', 'note_taker', 'participant', 'civil_org', 'observer', 'consolidator', 'admin'];
const hosts: readonly Who[] = ['facilitator', 'admin'];
const conductors: readonly Who[] = ['facilitator', 'consolidator'];
const arrangers: readonly Who[] = ['facilitator', 'note_taker'];
/** Those with a voice at the first table. */
const speakers: readonly Who[] = ['facilitator', 'note_taker', 'participant', 'civil_org', 'consolidator'];
const withSession: readonly Who[] = [...members, 'removed', 'stranger'];
const lab = `/api/labs/${demoLab}`;

/** A note, a code, a person made for one ask by somebody who may. */
async function made(contract: 'note' | 'code'): Promise<string> {
  const id = randomUUID();
  const body = contract === 'note' ? { id, title: 'Una nota' } : { id, role: 'observer', subTableId: null };
  const { status } = await send(
    'POST',
    { path: `${lab}/${contract === 'note' ? 'notes' : 'join-codes'}`, body },
    play('facilitator'),
  );
  expect(status).toBe(201);
  return id;
}

const opening = {
  mode: 'hall',
  openUntil: null,
  noteTakerId: null,
  minutes: 20,
  seats: 15,
  dots: 3,
  anonymousDots: false,
};

/** The number of a table somebody just opened, and nobody has touched since. */
async function openedTable(no = cast.table()): Promise<number> {
  const opened = { path: `${lab}/tables/${no}/session`, body: { commandId: randomUUID(), ...opening } };
  const { status, code } = await send('POST', opened, play('facilitator'));
  expect([201, 409], code).toContain(status);
  return no;
}

/** The number of a table that gives dots, where nobody of the other rows votes or contributes. */
async function tableOfDots(): Promise<number> {
  const no = await openedTable();
  const moved = { path: `${lab}/tables/${no}/phase`, body: { commandId: randomUUID(), version: 1, phase: 'prioritise' } };
  expect((await send('POST', moved, play('facilitator'))).status).toBe(200);
  return no;
}

/** Where the participant and the note-taker of the table have their seats. */
const firstTable = (): Promise<number> => openedTable(1);

const contribution = {
  question: 1,
  text: 'Un aporte.',
  language: 'es',
  way: 'phone',
  circle: null,
  onBehalfOf: null,
  writtenAt: Date.now(),
};

/** What this person contributed to the first table; somebody else, where they may not. */
async function contributed(player: Player): Promise<string> {
  const id = randomUUID();
  const asked = { path: `${lab}/tables/${await firstTable()}/contributions`, body: { id, ...contribution } };
  if ((await send('POST', asked, player)).status !== 201)
    expect((await send('POST', asked, play('facilitator'))).status).toBe(201);
  return id;
}
const authors: readonly Who[] = ['facilitator', 'note_taker', 'participant', 'civil_org', 'consolidator'];
const editors: readonly Who[] = ['facilitator', 'note_taker', 'consolidator'];

/** A draft that is still to come: whoever may move drafts is told so, and nothing moves. */
const plannedDraft = `${lab}/drafts/compromiso-11.borrador-3`;

const consultedDraft = `${lab}/drafts/compromiso-11.borrador-1`;
const writtenText = `${lab}/documents/compromiso-11.borrador-2`;
const writtenDraft = `${lab}/drafts/compromiso-11.borrador-2`;

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

/** An observation somebody sent for one ask: by whoever has that token where they may, by a civil organisation otherwise. */
async function observed(token?: string | null): Promise<string> {
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

const rows: Readonly<Record<string, Row>> = {
  readBlockers: { ask: () => ({ path: `${plannedDraft}/blockers` }), may: 200, who: members },
  readFrozen: { ask: () => ({ path: `${plannedDraft}/frozen` }), may: 404, who: members },
  moveDraft: {
    ask: () => ({
      path: `${plannedDraft}/steps`,
      body: { commandId: randomUUID(), step: 'freeze', version: 0, days: null },
    }),
    may: 409,
    who: ['consolidator'],
  },
  // That one is not in consultation.
  prolongConsultation: {
    ask: () => ({
      path: `${plannedDraft}/prolongations`,
      body: { commandId: randomUUID(), version: 0, days: 7, reason: 'Hubo feriado.' },
    }),
    may: 409,
    who: ['consolidator'],
  },
  listVersions: { ask: () => ({ path: `${writtenText}/versions` }), may: 200, who: members },
  nameVersion: {
    ask: () => ({ path: `${writtenText}/versions`, body: { id: randomUUID(), name: 'Antes de la plenaria' } }),
    may: 201,
    who: ['facilitator', 'note_taker', 'consolidator'],
  },
  readMoment: { ask: () => ({ path: `${writtenText}/moments/1` }), may: 200, who: members },
  readAuthors: { ask: () => ({ path: `${writtenText}/moments/now/authors` }), may: 200, who: members },
  readGrowth: { ask: () => ({ path: `${writtenText}/growth` }), may: 200, who: members },
  listMassDeletions: { ask: () => ({ path: `${lab}/mass-deletions` }), may: 200, who: members },
  settleMassDeletion: {
    ask: () => ({
      path: `${writtenText}/mass-deletions/${randomUUID()}/settlement`,
      body: { commandId: randomUUID(), as: 'dismissed' },
    }),
    may: 404,
    who: ['facilitator', 'consolidator'],
  },
  restoreMoment: {
    ask: () => ({ path: `${writtenText}/restorations`, body: { commandId: randomUUID(), seq: 1, seen: 1 } }),
    may: 200,
    who: ['facilitator', 'consolidator'],
  },
  listObservations: { ask: () => ({ path: `${consultedDraft}/observations` }), may: 200, who: members },
  listMyObservations: { ask: () => ({ path: `${lab}/observations/mine` }), may: 200, who: members },
  sendObservation: {
    ask: () => ({
      path: `${consultedDraft}/observations`,
      body: {
        ...{ id: randomUUID(), blockId: 'x', quote: 'Meta o etapa', quoteFrom: 0, quoteTo: 12, kind: 'form', proposedText: null },
        ...{ justification: 'Se entiende mejor.', onBehalfOf: null, showName: false, writtenAt: 0 },
      },
    }),
    may: 201,
    who: ['facilitator', 'note_taker', 'participant', 'civil_org'],
  },
  importObservations: {
    ask: () => ({
      path: `${consultedDraft}/observation-imports`,
      body: { commandId: randomUUID(), file: Buffer.from('cita;tipo;observacion;en_nombre_de').toString('base64'), dryRun: true },
    }),
    may: 200,
    who: ['consolidator'],
  },
  markAnalysing: {
    ask: async () => ({
      path: `${lab}/observations/${await observed()}/analysis`,
      body: { commandId: randomUUID(), version: 1 },
    }),
    may: 200,
    who: ['consolidator'],
  },
  answerObservations: {
    ask: async () => ({
      path: `${lab}/observation-answers`,
      body: {
        ...{ commandId: randomUUID(), observations: [{ id: await observed(), version: 1 }], disposition: 'not_accepted' },
        ...{ duplicateOf: null, response: 'No cabe.', destinations: [] },
      },
    }),
    may: 200,
    who: ['consolidator'],
  },
  groupObservations: {
    ask: async () => ({
      path: `${lab}/observation-groups`,
      body: { id: randomUUID(), observationIds: [await observed(), await observed()] },
    }),
    may: 200,
    who: ['consolidator'],
  },
  ungroupObservations: {
    ask: () => ({
      path: `${lab}/observation-groups/${randomUUID()}/ungroup`,
      body: { commandId: randomUUID(), observationIds: null },
    }),
    may: 200,
    who: ['consolidator'],
  },
  stateSatisfaction: {
    ask: async ({ token }) => ({
      path: `${lab}/observations/${await observed(token)}/satisfaction`,
      body: { commandId: randomUUID(), version: 1, satisfaction: 'satisfied', reason: null },
    }),
    // Nobody answered it yet.
    may: 409,
    who: ['facilitator', 'note_taker', 'participant', 'civil_org'],
  },
  listReplyTemplates: { ask: () => ({ path: `${lab}/reply-templates` }), may: 200, who: ['consolidator'] },
  putReplyTemplate: {
    ask: () => ({
      path: `${lab}/reply-templates`,
      body: { commandId: randomUUID(), id: randomUUID(), title: 'Gracias', text: 'Se lo agradecemos.', removed: false },
    }),
    may: 200,
    who: ['consolidator'],
  },
  listPublicLabs: { ask: () => ({ path: '/api/public/labs' }), may: 200, who: everybody, anybody: 200 },
  readPublicLab: { ask: () => ({ path: `/api/public/labs/${demoLab}` }), may: 200, who: everybody, anybody: 200 },
  readPublicDraft: { ask: () => ({ path: `/api/public/labs/${demoLab}/drafts/1` }), may: 200, who: everybody, anybody: 200 },
  // Published with the draft that answers it.
  readPublicMatrix: { ask: () => ({ path: `/api/public/labs/${demoLab}/matrices/1` }), may: 404, who: everybody, anybody: 404 },
  readMatrix: { ask: () => ({ path: `${lab}/matrices/1` }), may: 200, who: members },
  exportPublicDraft: {
    ask: () => ({ path: `/api/public/labs/${demoLab}/drafts/1/files/md` }),
    may: 200,
    who: everybody,
    anybody: 200,
  },
  exportDraft: { ask: () => ({ path: `${writtenDraft}/files/md` }), may: 200, who: members },
  exportPublicMatrix: {
    ask: () => ({ path: `/api/public/labs/${demoLab}/matrices/1/files/csv` }),
    may: 404,
    who: everybody,
    anybody: 404,
  },
  exportMatrix: { ask: () => ({ path: `${lab}/matrices/1/files/csv` }), may: 200, who: members },
  readFolio: { ask: () => ({ path: '/api/folios/B1-OBS-0001' }), may: 200, who: everybody, anybody: 200 },
  listMyFolios: { ask: () => ({ path: `${lab}/folios/mine` }), may: 200, who: members },
  readDesk: { ask: () => ({ path: `${writtenDraft}/desk` }), may: 200, who: ['consolidator'] },
  listOrigins: { ask: () => ({ path: `${writtenDraft}/origins` }), may: 200, who: members },
  readUnexplained: { ask: () => ({ path: `${writtenDraft}/unexplained` }), may: 200, who: members },
  incorporate: {
    ask: async () => ({
      path: `${writtenDraft}/incorporations`,
      body: {
        ...{ commandId: randomUUID(), sources: [{ kind: 'observation', id: await observed() }] },
        ...{ blockId: 'nead50000001', placement: 'link', text: '' },
      },
    }),
    may: 200,
    who: ['consolidator'],
  },
  declareEdit: {
    ask: () => ({
      path: `${writtenDraft}/declared-edits`,
      body: { commandId: randomUUID(), blockIds: ['nobody'], reason: 'Se pidió en la plenaria.' },
    }),
    may: 409,
    who: ['consolidator'],
  },
  removeOrigin: {
    ask: () => ({ path: `${lab}/origins/${randomUUID()}/removal`, body: { commandId: randomUUID() } }),
    may: 404,
    who: ['consolidator'],
  },
  settleContributions: {
    ask: () => ({
      path: `${lab}/contribution-outcomes`,
      body: { commandId: randomUUID(), contributionIds: [randomUUID()], reason: 'Ya está dicho.' },
    }),
    may: 404,
    who: ['consolidator'],
  },
  sendLateWriting: {
    ask: () => ({
      path: `${consultedDraft}/late-writings`,
      body: { id: randomUUID(), blockId: null, before: '', text: 'Escrito sin señal.', writtenAt: 0 },
    }),
    may: 201,
    who: ['facilitator', 'note_taker', 'participant', 'civil_org', 'consolidator'],
  },
  settleLateWriting: {
    ask: () => ({
      path: `${lab}/late-writings/${randomUUID()}/outcome`,
      body: { commandId: randomUUID(), version: 1, reason: 'Ya está dicho.' },
    }),
    may: 404,
    who: ['consolidator'],
  },
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
  readSession: { ask: () => ({ path: '/api/session' }), may: 200, who: everybody, anybody: 200 },
  signIn: {
    ask: () => ({ path: '/api/session', body: { name: `Nadie ${randomUUID()}`, password: 'una clave cualquiera' } }),
    may: 401,
    who: everybody,
    anybody: 401,
  },
  signOut: { ask: () => ({ path: '/api/session' }), may: 204, who: everybody, anybody: 204 },
  signOutEverywhere: { ask: () => ({ path: '/api/sessions' }), may: 204, who: withSession },
  enterDemo: { ask: () => ({ path: '/api/demo-session', body: { as: 'civil_org' } }), may: 200, who: everybody, anybody: 200 },
  setUpAdmin: {
    ask: () => ({
      path: '/api/setup/no-such-link',
      body: { id: randomUUID(), name: 'Alguien', password: 'una clave cualquiera' },
    }),
    may: 410,
    who: everybody,
    anybody: 410,
  },
  lookUpCode: { ask: () => ({ path: '/api/join/GENTE9' }), may: 200, who: everybody, anybody: 200 },
  join: {
    ask: () => ({
      path: '/api/join/GENTE9',
      body: {
        id: randomUUID(),
        alias: `Alias ${randomUUID()}`,
        institution: null,
        actorKind: 'ciudadania',
        noticeVersion: privacyNoticeVersion,
        consents: { attendance: false, image: false, contact: false },
      },
    }),
    // Those who have a part in the lab keep it, and those who were taken out of it do not come back by a poster.
    may: 201,
    who: ['stranger', 'passer_by', 'expired'],
    repeats: members,
  },
  readLab: { ask: () => ({ path: lab }), may: 200, who: members },
  listDocuments: { ask: () => ({ path: `${lab}/documents` }), may: 200, who: members },
  createNote: {
    ask: () => ({ path: `${lab}/notes`, body: { id: randomUUID(), title: 'Una nota' } }),
    may: 201,
    who: ['facilitator'],
  },
  renameNote: {
    ask: async () => ({
      path: `${lab}/notes/${await made('note')}`,
      body: { commandId: randomUUID(), title: 'Otro título', version: 1 },
    }),
    may: 200,
    who: ['facilitator'],
  },
  readChanges: { ask: () => ({ path: `${lab}/changes` }), may: 200, who: members },
  markVisit: { ask: () => ({ path: `${lab}/visits`, body: { seq: 1 } }), may: 204, who: members },
  listPeople: { ask: () => ({ path: `${lab}/people` }), may: 200, who: ['facilitator', 'consolidator', 'admin'] },
  createPerson: {
    ask: () => ({
      path: `${lab}/people`,
      body: {
        id: randomUUID(),
        name: `Cuenta ${randomUUID()}`,
        password: 'una clave bien larga',
        institution: null,
        actorKind: 'otro',
        role: 'note_taker',
      },
    }),
    may: 201,
    who: hosts,
  },
  changePerson: {
    ask: () => {
      const { personId } = cast.person({ role: 'observer' });
      return { path: `${lab}/people/${personId}`, body: { commandId: randomUUID(), version: 1, role: 'participant' } };
    },
    may: 200,
    who: hosts,
  },
  removePerson: {
    ask: () => {
      const { personId } = cast.person({ role: 'observer' });
      return { path: `${lab}/people/${personId}`, body: { commandId: randomUUID() } };
    },
    may: 204,
    who: hosts,
  },
  listJoinCodes: { ask: () => ({ path: `${lab}/join-codes` }), may: 200, who: hosts },
  createJoinCode: {
    ask: () => ({ path: `${lab}/join-codes`, body: { id: randomUUID(), role: 'observer', subTableId: null } }),
    may: 201,
    who: hosts,
  },
  listTables: { ask: () => ({ path: `${lab}/tables` }), may: 200, who: members },
  openTable: {
    ask: () => ({ path: `${lab}/tables/${cast.table()}/session`, body: { commandId: randomUUID(), ...opening } }),
    may: 201,
    who: conductors,
  },
  movePhase: {
    ask: async () => ({
      path: `${lab}/tables/${await openedTable()}/phase`,
      body: { commandId: randomUUID(), version: 1, phase: 'q1' },
    }),
    may: 200,
    who: conductors,
  },
  changeTableClock: {
    ask: async () => ({
      path: `${lab}/tables/${await openedTable()}/clock`,
      body: { commandId: randomUUID(), version: 1, change: 'start', minutes: 5 },
    }),
    may: 200,
    who: conductors,
  },
  glanceAtTables: { ask: () => ({ path: `${lab}/tables-at-a-glance` }), may: 200, who: members },
  readTableDoor: { ask: () => ({ path: `${lab}/tables/1/door` }), may: 200, who: [...conductors, 'note_taker'] },
  readTablePeople: { ask: () => ({ path: `${lab}/tables/1/people` }), may: 200, who: [...conductors, 'note_taker'] },
  handOverTable: {
    ask: async () => ({
      path: `${lab}/tables/${await openedTable()}/facilitator`,
      body: { commandId: randomUUID(), version: 1, personId: play('consolidator').personId },
    }),
    may: 200,
    who: conductors,
  },
  changeTable: {
    ask: async () => ({
      path: `${lab}/tables/${await openedTable()}/settings`,
      body: { commandId: randomUUID(), version: 1, noteTakerId: null, seats: 20 },
    }),
    may: 200,
    who: conductors,
  },
  changeQuestions: {
    ask: () => {
      const { no, questions } = cast.tableWithQuestions();
      return {
        path: `${lab}/tables/${no}/questions`,
        body: { commandId: randomUUID(), basedOn: questions, questions: [...questions].reverse() },
      };
    },
    may: 200,
    who: conductors,
  },
  closeTable: {
    ask: async () => ({
      path: `${lab}/tables/${await openedTable()}/close`,
      body: { commandId: randomUUID(), version: 1 },
    }),
    may: 200,
    who: conductors,
  },
  seatOnPaper: {
    ask: async () => ({
      path: `${lab}/tables/${await openedTable()}/paper`,
      body: { id: randomUUID(), name: 'Alguien sin teléfono', institution: null, actorKind: 'ciudadania' },
    }),
    may: 201,
    who: conductors,
  },
  removeFromPaper: {
    ask: async () => {
      const [no, id] = [await openedTable(), randomUUID()];
      const body = { id, name: 'Alguien sin teléfono', institution: null, actorKind: 'ciudadania' };
      expect((await send('POST', { path: `${lab}/tables/${no}/paper`, body }, play('facilitator'))).status).toBe(201);
      return { path: `${lab}/tables/${no}/paper/${id}`, body: { commandId: randomUUID() } };
    },
    may: 204,
    who: conductors,
  },
  arrangeCircles: {
    ask: async () => ({
      path: `${lab}/tables/${await openedTable()}/circles`,
      body: { commandId: randomUUID(), places: [] },
    }),
    may: 200,
    who: conductors,
  },
  sendContribution: {
    ask: async () => ({
      path: `${lab}/tables/${await firstTable()}/contributions`,
      body: { id: randomUUID(), ...contribution },
    }),
    may: 201,
    who: speakers,
  },
  editContribution: {
    ask: async (player) => ({
      path: `${lab}/tables/1/contributions/${await contributed(player)}`,
      body: { commandId: randomUUID(), version: 1, text: 'Otras palabras.', language: 'es', onBehalfOf: null },
    }),
    may: 200,
    who: speakers,
  },
  withdrawContribution: {
    ask: async (player) => ({
      path: `${lab}/tables/1/contributions/${await contributed(player)}/withdrawal`,
      body: { commandId: randomUUID(), version: 1 },
    }),
    may: 200,
    who: speakers,
  },
  restoreContribution: {
    ask: async (player) => {
      const path = `${lab}/tables/1/contributions/${await contributed(player)}`;
      await send('POST', { path: `${path}/withdrawal`, body: { commandId: randomUUID(), version: 1 } }, player);
      return { path: `${path}/return`, body: { commandId: randomUUID(), version: 2 } };
    },
    may: 200,
    who: speakers,
  },
  readMine: { ask: () => ({ path: `${lab}/tables/1/mine` }), may: 200, who: members },
  readBoard: { ask: () => ({ path: `${lab}/tables/1/board` }), may: 200, who: members },
  groupClusters: {
    ask: async () => {
      const clusters = [await contributed(play('facilitator')), await contributed(play('facilitator'))].map((id) => ({
        id,
        version: 1,
      }));
      return { path: `${lab}/tables/1/clusters`, body: { commandId: randomUUID(), clusters } };
    },
    may: 200,
    who: arrangers,
  },
  ungroupCluster: {
    ask: async () => ({
      path: `${lab}/tables/1/clusters/${await contributed(play('facilitator'))}/ungrouping`,
      body: { commandId: randomUUID(), version: 1, contributions: null },
    }),
    may: 200,
    who: arrangers,
  },
  changeCluster: {
    ask: async () => ({
      path: `${lab}/tables/1/clusters/${await contributed(play('facilitator'))}`,
      body: { commandId: randomUUID(), version: 1, agreement: 'agree' },
    }),
    may: 200,
    who: arrangers,
  },
  validateCluster: {
    ask: async () => {
      const id = await contributed(play('facilitator'));
      const heard = { version: 1, validated: true, contributions: [{ id, version: 1 }] };
      return { path: `${lab}/tables/1/clusters/${id}/validation`, body: { commandId: randomUUID(), ...heard } };
    },
    may: 200,
    who: arrangers,
  },
  markContribution: {
    ask: async () => ({
      path: `${lab}/tables/1/contributions/${await contributed(play('facilitator'))}/marks`,
      body: { commandId: randomUUID(), mark: 'norm', on: true },
    }),
    may: 200,
    who: arrangers,
  },
  admitContribution: {
    ask: async () => ({
      path: `${lab}/tables/1/contributions/${await contributed(play('facilitator'))}/admission`,
      body: { commandId: randomUUID() },
    }),
    may: 200,
    who: arrangers,
  },
  readBallots: { ask: () => ({ path: `${lab}/tables/1/ballots` }), may: 200, who: members },
  // At a table of dots; those who sit at table 1 have no voice there.
  castBallot: {
    ask: async () => ({
      path: `${lab}/tables/${await tableOfDots()}/ballots/mine`,
      body: { commandId: randomUUID(), dots: {} },
    }),
    may: 200,
    who: ['facilitator', 'civil_org', 'consolidator'],
  },
  countBallot: {
    ask: async () => ({
      path: `${lab}/tables/${await tableOfDots()}/ballots/counted`,
      body: { commandId: randomUUID(), id: randomUUID(), label: 'Mano alzada', people: 3, dots: {} },
    }),
    may: 200,
    who: ['facilitator'],
  },
  removeCountedBallot: {
    ask: async () => ({
      path: `${lab}/tables/${await tableOfDots()}/ballots/counted/${randomUUID()}`,
      body: { commandId: randomUUID() },
    }),
    may: 404,
    who: ['facilitator'],
  },
  listProposals: { ask: () => ({ path: `${lab}/proposals` }), may: 200, who: members },
  readProposal: { ask: () => ({ path: `${lab}/proposals/compromiso-11.propuesta-1` }), may: 200, who: members },
  createProposal: {
    ask: () => ({ path: `${lab}/proposals`, body: { id: randomUUID(), title: 'Una propuesta', sources: [], text: {} } }),
    may: 201,
    who: authors,
  },
  changeProposal: {
    ask: async () => ({
      path: `${lab}/proposals/${await proposalOf()}`,
      body: { commandId: randomUUID(), version: 1, target: '1' },
    }),
    may: 200,
    who: editors,
  },
  moveProposal: {
    ask: async () => ({
      path: `${lab}/proposals/${await proposalOf()}/steps`,
      body: { commandId: randomUUID(), version: 1, step: 'submit' },
    }),
    may: 200,
    who: editors,
  },
  endorseProposal: {
    ask: async () => ({
      path: `${lab}/proposals/${await proposalOf('submitted')}/endorsement`,
      body: { commandId: randomUUID(), institution: 'Una institución' },
    }),
    may: 200,
    who: authors,
  },
  withdrawEndorsement: {
    ask: async () => ({
      path: `${lab}/proposals/${await proposalOf('submitted')}/endorsement`,
      body: { commandId: randomUUID() },
    }),
    may: 200,
    who: authors,
  },
  mergeProposals: {
    ask: async () => ({
      path: `${lab}/proposal-merges`,
      body: {
        id: randomUUID(),
        title: 'Las dos',
        from: [
          { id: await proposalOf(), version: 1 },
          { id: await proposalOf(), version: 1 },
        ],
      },
    }),
    may: 201,
    who: editors,
  },
  splitProposal: {
    ask: async () => ({
      path: `${lab}/proposals/${await proposalOf()}/splits`,
      body: {
        commandId: randomUUID(),
        version: 1,
        into: [
          { id: randomUUID(), title: 'Una' },
          { id: randomUUID(), title: 'Otra' },
        ],
      },
    }),
    may: 200,
    who: editors,
  },
  undoLineage: {
    ask: async () => ({ path: `${lab}/proposal-lineages/${await mergeMade()}/undo`, body: { commandId: randomUUID() } }),
    may: 204,
    who: editors,
  },
  listDestinations: { ask: () => ({ path: `${lab}/proposal-destinations` }), may: 200, who: ['consolidator'] },
  changeGate: {
    ask: async () => {
      const answer = await fetch(`${server.url}${lab}/proposals`, {
        headers: { authorization: `Bearer ${play('observer').token ?? ''}` },
      });
      const { gate } = (await answer.json()) as { gate: { version: number } };
      const kinds = ['ciudadania', 'ong', 'sector_publico', 'academia', 'privado'];
      return { path: `${lab}/proposal-gate`, body: { commandId: randomUUID(), version: gate.version, kinds, threshold: 5 } };
    },
    may: 200,
    who: ['facilitator', 'consolidator'],
  },
  closeJoinCode: {
    ask: async () => ({ path: `${lab}/join-codes/${await made('code')}`, body: { commandId: randomUUID() } }),
    may: 204,
    who: hosts,
  },
};

/** A proposal made for one ask by somebody who may; `as` is where it stands then. */
async function proposalOf(as: 'draft' | 'submitted' = 'draft', by: Player = play('note_taker')): Promise<string> {
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
async function mergeMade(): Promise<string> {
  const id = randomUUID();
  const from = [
    { id: await proposalOf(), version: 1 },
    { id: await proposalOf(), version: 1 },
  ];
  const ask = { path: `${lab}/proposal-merges`, body: { id, title: 'Las dos', from } };
  expect((await send('POST', ask, play('facilitator'))).status).toBe(201);
  return id;
}

const contracts = await everyContract();

async function send(
  method: string,
  { path, body }: Ask,
  { token }: Player,
): Promise<{ status: number; code: string | undefined }> {
  const answer = await fetch(server.url + path, {
    method,
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const problem = answer.ok || text === '' ? undefined : (JSON.parse(text) as { error: { code: string } });
  return { status: answer.status, code: problem?.error.code };
}

test('every door of the API has a row in the table', () => {
  expect(Object.keys(rows).sort()).toEqual(Object.keys(contracts).sort());
});

describe.each(Object.entries(rows))('%s', (name, { ask, may, who: allowed, repeats = [], anybody = 401 }) => {
  test.each(everybody)('%s', async (who) => {
    const player = play(who);
    const { status, code } = await send(contracts[name]?.method ?? '', await ask(player), player);
    if (allowed.includes(who)) expect(status, code).toBe(may);
    else if (repeats.includes(who)) expect(status, code).toBe(200);
    else if (who === 'passer_by' || who === 'expired') expect(status, code).toBe(anybody);
    else expect({ status, code }).toEqual({ status: 403, code: who === 'removed' ? 'removed_from_lab' : 'forbidden' });
  });
});

test('whoever wrote a proposal changes it, sends it in and takes it back; the outcomes are the consolidator’s', async () => {
  const author = play('participant');
  const id = await proposalOf('draft', author);
  const at = `${lab}/proposals/${id}`;
  const change = { path: at, body: { commandId: randomUUID(), version: 1, target: '1' } };
  expect((await send('PATCH', change, author)).status).toBe(200);
  const step = (name: string, version: number): Ask => ({
    path: `${at}/steps`,
    body: { commandId: randomUUID(), version, step: name, reason: 'Una razón' },
  });
  expect((await send('POST', step('submit', 2), author)).status).toBe(200);
  const may: Readonly<Record<string, readonly Who[]>> = {
    start_validation: ['facilitator', 'consolidator'],
    observe: ['consolidator'],
    validate: ['consolidator'],
    incorporate: ['consolidator'],
    not_incorporate: ['consolidator'],
  };
  for (const [name, who] of Object.entries(may)) {
    for (const one of members) {
      // A version nobody has: whoever may is told so, and nothing moves.
      const { code } = await send('POST', step(name, 99), play(one));
      if (who.includes(one)) expect(code, `${one} ${name}`).not.toBe('forbidden');
      else expect(code, `${one} ${name}`).toBe('forbidden');
    }
  }
  expect((await send('POST', step('withdraw', 3), author)).status).toBe(200);
});

test('only an administrator makes, changes or removes an administrator', async () => {
  const account = { name: `Cuenta ${randomUUID()}`, password: 'una clave bien larga', institution: null, actorKind: 'otro' };
  const facilitator = play('facilitator');
  const asAdmin = { path: `${lab}/people`, body: { ...account, id: randomUUID(), role: 'admin' } };
  expect((await send('POST', asAdmin, facilitator)).status).toBe(403);
  expect((await send('POST', asAdmin, play('admin'))).status).toBe(201);
  const admin = play('admin');
  const change = { path: `${lab}/people/${admin.personId}`, body: { commandId: randomUUID(), version: 1, role: 'observer' } };
  expect((await send('PATCH', change, facilitator)).status).toBe(403);
  // The name is what an account signs in with: whoever changes it locks its owner out.
  const renaming = { commandId: randomUUID(), version: 1, name: `Otro nombre ${randomUUID().slice(0, 8)}` };
  const rename = { path: `${lab}/people/${admin.personId}`, body: renaming };
  expect((await send('PATCH', rename, facilitator)).status).toBe(403);
  expect((await send('PATCH', rename, play('admin'))).status).toBe(200);
  const removal = { path: `${lab}/people/${admin.personId}`, body: { commandId: randomUUID() } };
  expect((await send('DELETE', removal, facilitator)).status).toBe(403);
  expect((await send('DELETE', removal, play('admin'))).status).toBe(204);
});

const note = 'compromiso-11.preparacion';
const rooms: Readonly<
  Record<string, { readonly writes: readonly Who[]; readonly reads: readonly Who[]; readonly refused: number }>
> = {
  'compromiso-11.borrador-2': {
    writes: ['facilitator', 'note_taker', 'participant', 'civil_org', 'consolidator'],
    reads: members,
    refused: 403,
  },
  'compromiso-11.borrador-3': { writes: [], reads: [], refused: 403 },
  'compromiso-11.mesa-1': { writes: ['facilitator', 'note_taker', 'participant'], reads: members, refused: 403 },
  'compromiso-11.mesa-2': { writes: ['facilitator'], reads: members, refused: 403 },
  [note]: { writes: ['facilitator', 'note_taker', 'participant', 'civil_org', 'consolidator'], reads: members, refused: 403 },
  'compromiso-11.propuesta-8': { writes: authors, reads: members, refused: 403 },
  'compromiso-11.no-existe': { writes: [], reads: [], refused: 404 },
};

describe.each(Object.entries(rooms))('the room %s', (documentId, { writes, reads, refused }) => {
  test.each(everybody)('%s', async (who) => {
    const { token } = play(who);
    const status = await knock(documentId, token);
    if (who === 'passer_by' || who === 'expired') return expect(status).toBe(401);
    if (!reads.includes(who)) return expect(status).toBe(refused);
    expect(status).toBe(101);
    expect(await writesInto(documentId, token ?? '')).toBe(writes.includes(who));
  });
});

/** The status with which the upgrade of a socket is answered. */
async function knock(documentId: string, token: string | null): Promise<number> {
  const { WebSocket } = await import('ws');
  const socket = new WebSocket(`${server.wsUrl}/${documentId}${token === null ? '' : `?token=${token}`}`);
  return new Promise((resolve) => {
    socket.once('open', () => {
      resolve(101);
      socket.close();
    });
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.once('error', () => {});
  });
}

/** Whether what this person writes reaches somebody who reads there. */
async function writesInto(documentId: string, token: string): Promise<boolean> {
  const reader = open(server, documentId, { token: cast.person({ role: 'observer' }).token ?? '' });
  const author = open(server, documentId, { token });
  const witness = open(server, documentId, { token: cast.person({ role: 'facilitator' }).token ?? '' });
  const word = randomUUID();
  const mark = randomUUID();
  try {
    for (const one of [reader, author, witness]) await one.waitFor(() => one.provider.synced, 'first sync');
    const seen = (key: string): boolean => reader.doc.getMap('permissions').has(key);
    author.doc.getMap('permissions').set(word, true);
    // One frame that must be answered lies between: what the author sent was judged before.
    await answered(author);
    witness.doc.getMap('permissions').set(mark, true);
    await reader.waitFor(() => seen(mark), 'what a facilitator wrote');
    return seen(word);
  } finally {
    for (const one of [reader, author, witness]) one.close();
  }
}

/** Resolves when the server answered this client's heartbeat, and with it everything the client sent before. */
async function answered({ provider, awareness }: ReturnType<typeof open>): Promise<void> {
  const heard = new Promise<void>((resolve) => provider.ws?.addEventListener('message', () => resolve(), { once: true }));
  awareness.setLocalState(awareness.getLocalState() ?? {});
  await heard;
}
