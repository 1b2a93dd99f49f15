// Everybody the policy tells apart: the seven roles, two with a seat at a table, a passer-by, a member of another lab, somebody removed.
import { randomUUID } from 'node:crypto';
import { changePerson, listPeople, removePerson } from '@cocrea/shared/api/labs.ts';
import { roles } from '@cocrea/shared/domain/role.ts';
import { demoLab, type RunningServer } from '../support/server.ts';
import { ask, bearer, joinAs, nobody, type As } from './ask.ts';
import { codes, rehearsalLab } from './rehearsal-lab.ts';

export const actors = [...roles, 'seatedParticipant', 'seatedNoteTaker', 'passerBy', 'stranger', 'removed'] as const;
export type ActorName = (typeof actors)[number];
export type Cast = Readonly<Record<ActorName, As>>;

export async function castOf(server: RunningServer): Promise<Cast> {
  const entries: [ActorName, As][] = [['passerBy', nobody]];
  for (const role of roles) entries.push([role, bearer(await server.token(role, rehearsalLab))]);
  entries.push(['stranger', bearer(await server.token('facilitator', demoLab))]);
  entries.push(['seatedParticipant', (await joinAs(server, codes.firstTable, 'Persona sentada')).as]);
  entries.push(['seatedNoteTaker', (await joinAs(server, codes.noteTaker, 'Relatora sentada')).as]);
  const removed = await joinAs(server, codes.lab, 'Persona retirada');
  const params = { lab: rehearsalLab, person: removed.personId };
  const facilitator = Object.fromEntries(entries)['facilitator'] ?? nobody;
  const { status } = await ask(server, removePerson, { as: facilitator, params, body: { commandId: randomUUID() } });
  if (status !== 204) throw new Error(`removing: ${status}`);
  entries.push(['removed', removed.as]);
  return Object.fromEntries(entries) as unknown as Cast;
}

/** Somebody new in the lab of rehearsal, for others to act on; with a role when it is not the one the code gives. */
export async function someoneNew(
  server: RunningServer,
  cast: Cast,
  role?: 'admin',
): Promise<{ personId: string; version: number }> {
  const { personId } = await joinAs(server, codes.lab, `Alguien ${randomUUID().slice(0, 8)}`);
  const params = { lab: rehearsalLab, person: personId };
  if (role !== undefined) {
    await ask(server, changePerson, { as: cast.admin, params, body: { commandId: randomUUID(), version: 1, role } });
  }
  return { personId, version: await versionOf(server, cast, personId) };
}

export async function versionOf(server: RunningServer, cast: Cast, personId: string): Promise<number> {
  const { output } = await ask(server, listPeople, { as: cast.facilitator, params: { lab: rehearsalLab } });
  return output.people.find((one) => one.personId === personId)?.version ?? 0;
}
