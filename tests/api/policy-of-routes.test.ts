// Everybody knocks at every door of the API. What each is answered is written here by hand: it is the policy as a person would say it,
// not as `can` computes it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Contract } from '@cocrea/shared/api/contract.ts';
import * as joining from '@cocrea/shared/api/join.ts';
import * as labs from '@cocrea/shared/api/labs.ts';
import * as session from '@cocrea/shared/api/session.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { addressOf, joinForm, nobody, type As } from './ask.ts';
import { actors, castOf, someoneNew, versionOf, type ActorName, type Cast } from './cast.ts';
import { codes, foundedFolder, rehearsalLab, rooms } from './rehearsal-lab.ts';

let server: RunningServer;
let cast: Cast;

beforeAll(async () => {
  server = await startServer({ dataDir: await foundedFolder() });
  cast = await castOf(server);
});
afterAll(async () => server[Symbol.asyncDispose]());

interface Try {
  readonly params?: Record<string, string>;
  readonly body?: unknown;
}
interface Door {
  readonly name: string;
  readonly contract: Contract;
  /** Made anew for each who knocks, so that what one did is not in the way of the next. */
  readonly knock: (who: ActorName) => Promise<Try> | Try;
  readonly expected: Readonly<Record<ActorName, number>>;
}

/** What a door of the lab answers: `status` to these, 403 to every other role; strangers and the removed never pass. */
function only(status: number, ...names: ActorName[]): Record<ActorName, number> {
  const table = Object.fromEntries(actors.map((name) => [name, 403])) as Record<ActorName, number>;
  for (const name of names) table[name] = status;
  return { ...table, passerBy: 401, stranger: 403, removed: 403 };
}
function everyMember(status: number): Record<ActorName, number> {
  return only(status, ...actors);
}
function everybody(status: number, except: Partial<Record<ActorName, number>> = {}): Record<ActorName, number> {
  return { ...(Object.fromEntries(actors.map((name) => [name, status])) as Record<ActorName, number>), ...except };
}

const lab = rehearsalLab;
const inLab = (): Try => ({ params: { lab } });
const command = (): { commandId: string } => ({ commandId: randomUUID() });
const password = 'una clave de prueba';

async function somebody(role?: 'admin'): Promise<{ params: Record<string, string>; version: number }> {
  const { personId, version } = await someoneNew(server, cast, role);
  return { params: { lab, person: personId }, version };
}
async function newCode(): Promise<string> {
  const id = randomUUID();
  await knock({
    contract: labs.createJoinCode,
    as: cast.facilitator,
    params: { lab },
    body: { id, role: 'participant', subTableId: null },
  });
  return id;
}
let noteVersion = 1;

const doors: readonly Door[] = [
  { name: 'the lab', contract: labs.readLab, knock: inLab, expected: everyMember(200) },
  { name: 'its documents', contract: labs.listDocuments, knock: inLab, expected: everyMember(200) },
  { name: 'what changed', contract: labs.readChanges, knock: inLab, expected: everyMember(200) },
  { name: 'a visit', contract: labs.markVisit, knock: () => ({ ...inLab(), body: { seq: 1 } }), expected: everyMember(204) },
  {
    name: 'a new note',
    contract: labs.createNote,
    knock: () => ({ ...inLab(), body: { id: randomUUID(), title: 'Nota' } }),
    expected: only(201, 'facilitator'),
  },
  {
    name: 'another title for a note',
    contract: labs.renameNote,
    knock: (who) => ({
      params: { lab, id: rooms.freeNote },
      body: { ...command(), title: `Nota de ${who}`, version: noteVersion++ },
    }),
    expected: only(200, 'facilitator'),
  },
  {
    name: 'another title for what is no note',
    contract: labs.renameNote,
    knock: () => ({ params: { lab, id: rooms.firstTable }, body: { ...command(), title: 'Otra', version: 1 } }),
    expected: only(403),
  },
  { name: 'the people', contract: labs.listPeople, knock: inLab, expected: only(200, 'facilitator', 'consolidator', 'admin') },
  {
    name: 'an account for a consolidator',
    contract: labs.createPerson,
    knock: () => ({ ...inLab(), body: staff('consolidator') }),
    expected: only(201, 'facilitator', 'admin'),
  },
  {
    name: 'an account for an administrator',
    contract: labs.createPerson,
    knock: () => ({ ...inLab(), body: staff('admin') }),
    expected: only(201, 'admin'),
  },
  {
    name: 'another name for somebody',
    contract: labs.changePerson,
    knock: async () => {
      const { params, version } = await somebody();
      return { params, body: { ...command(), version, name: `Persona ${randomUUID().slice(0, 8)}` } };
    },
    expected: only(200, 'facilitator', 'admin'),
  },
  {
    name: 'another role for somebody',
    contract: labs.changePerson,
    knock: async () => {
      const { params, version } = await somebody();
      return { params, body: { ...command(), version, role: 'observer' } };
    },
    expected: only(200, 'facilitator', 'admin'),
  },
  {
    name: 'somebody made administrator',
    contract: labs.changePerson,
    knock: async () => {
      const { params, version } = await somebody();
      return { params, body: { ...command(), version, role: 'admin' } };
    },
    expected: only(200, 'admin'),
  },
  {
    name: 'another role for an administrator',
    contract: labs.changePerson,
    knock: async () => {
      const { params, version } = await somebody('admin');
      return { params, body: { ...command(), version, role: 'observer' } };
    },
    expected: only(200, 'admin'),
  },
  {
    name: 'another name for oneself',
    contract: labs.changePerson,
    knock: async (who) => {
      const personId = await personOf(cast[who]);
      const version = await versionOf(server, cast, personId);
      return { params: { lab, person: personId }, body: { ...command(), version, name: `Yo, ${who}` } };
    },
    expected: everyMember(200),
  },
  {
    name: 'another role for oneself',
    contract: labs.changePerson,
    knock: async (who) => {
      const personId = await personOf(cast[who]);
      const version = await versionOf(server, cast, personId);
      return {
        params: { lab, person: personId },
        body: { ...command(), version, role: who === 'facilitator' || who === 'admin' ? who : 'consolidator' },
      };
    },
    // Those who give roles ask for the one they have, so that the rest of the table still finds them in it.
    expected: only(200, 'facilitator', 'admin'),
  },
  {
    name: 'somebody taken out of the lab',
    contract: labs.removePerson,
    knock: async () => ({ params: (await somebody()).params, body: command() }),
    expected: only(204, 'facilitator', 'admin'),
  },
  {
    name: 'an administrator taken out of the lab',
    contract: labs.removePerson,
    knock: async () => ({ params: (await somebody('admin')).params, body: command() }),
    expected: only(204, 'admin'),
  },
  { name: 'the codes', contract: labs.listJoinCodes, knock: inLab, expected: only(200, 'facilitator', 'admin') },
  {
    name: 'a new code',
    contract: labs.createJoinCode,
    knock: () => ({ ...inLab(), body: { id: randomUUID(), role: 'participant', subTableId: null } }),
    expected: only(201, 'facilitator', 'admin'),
  },
  {
    name: 'a code closed',
    contract: labs.closeJoinCode,
    knock: async () => ({ params: { lab, id: await newCode() }, body: command() }),
    expected: only(204, 'facilitator', 'admin'),
  },
  { name: 'who am I', contract: session.readSession, knock: () => ({}), expected: everybody(200) },
  {
    name: 'signing in with a wrong password',
    contract: session.signIn,
    knock: () => ({ body: { name: `Nadie ${randomUUID()}`, password } }),
    expected: everybody(401),
  },
  {
    name: 'what a code opens',
    contract: joining.lookUpCode,
    knock: () => ({ params: { code: codes.lab } }),
    expected: everybody(200),
  },
  {
    name: 'joining',
    contract: joining.join,
    knock: () => ({ params: { code: codes.lab }, body: joinForm(`Persona ${randomUUID().slice(0, 8)}`) }),
    // Members stay who they are. The stranger becomes a member here: nothing after this may count on them.
    expected: everybody(200, { passerBy: 201, stranger: 201, removed: 403 }),
  },
  {
    name: 'a setup link that is none',
    contract: session.setUpAdmin,
    knock: () => ({ params: { secret: 'nada' }, body: { id: randomUUID(), name: 'Nadie', password } }),
    expected: everybody(410),
  },
  {
    name: 'signing out everywhere',
    contract: session.signOutEverywhere,
    knock: () => ({}),
    expected: everybody(204, { passerBy: 401 }),
  },
  // Whose session has ended is told so by every door of the lab.
  { name: 'the lab, afterwards', contract: labs.readLab, knock: inLab, expected: everybody(401) },
  { name: 'signing out', contract: session.signOut, knock: () => ({}), expected: everybody(204) },
  {
    name: 'the demonstration',
    contract: session.enterDemo,
    knock: () => ({ body: { as: 'civil_org' } }),
    expected: everybody(200),
  },
];

function staff(role: string): object {
  return { id: randomUUID(), name: `Cuenta ${randomUUID().slice(0, 8)}`, password, institution: null, actorKind: 'otro', role };
}

async function knock({
  contract,
  as,
  params,
  body,
}: { contract: Contract; as: As } & Try): Promise<{ status: number; text: string }> {
  const answer = await fetch(addressOf(server, contract, params), {
    method: contract.method,
    headers: { ...as, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
}

async function personOf(as: As): Promise<string> {
  const { text } = await knock({ contract: session.readSession, as });
  return (JSON.parse(text) as { me: { personId: string } | null }).me?.personId ?? randomUUID();
}

test('every door of the API is in the table', () => {
  const all = [joining, labs, session]
    .flatMap((contracts) => Object.values(contracts))
    .filter((one) => 'path' in one && 'method' in one);
  expect(new Set(doors.map(({ contract }) => contract))).toEqual(new Set(all));
});

describe.each(doors)('$name', ({ contract, knock: prepare, expected }) => {
  test(`${contract.method} ${contract.path}`, async () => {
    const answers: Record<string, number> = {};
    const told: string[] = [];
    for (const who of actors) {
      const { status, text } = await knock({ contract, as: cast[who] ?? nobody, ...(await prepare(who)) });
      answers[who] = status;
      if (status !== expected[who]) told.push(`${who}: ${text}`);
    }
    expect(answers, told.join('\n')).toEqual(expected);
  });
});
