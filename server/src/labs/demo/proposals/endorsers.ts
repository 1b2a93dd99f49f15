// Who writes and endorses the proposals of the demonstration, each with the institution they speak for. None of them exists.
import { demoPeople, personId } from '../people.ts';

export const facilitator = personId(1);
export const noteTaker = personId(2);
export const bridge = personId(3);
export const consolidator = personId(4);
export const university = personId(5);
export const neighbour = personId(6);
export const cooperative = personId(7);
export const civilService = personId(8);
export const network = personId(10);
export const studyCentre = personId(11);
export const community = personId(12);

/** An endorsement by this person, for the institution of their own record or, where they have none, the one given. */
export function endorsedBy(id: string, institution?: string): { personId: string; institution: string } {
  const own = demoPeople.find((person) => person.id === id)?.institution;
  const said = institution ?? own;
  if (said === undefined || said === null) throw new Error(`nobody endorses without an institution: ${id}`);
  return { personId: id, institution: said };
}

export const neighbours = (): { personId: string; institution: string } =>
  endorsedBy(neighbour, 'Vecindad del barrio El Centro (comunidad ficticia)');
