// The people of the demonstration. None of them exists: names and organisations are made up, and where the institution is a real one
// the record says beside it that the person is not.
import type { demoDoors } from '@cocrea/shared/api/session.ts';
import type { FoundingPerson } from '../lab-founding.ts';
import { demoSubTableId } from './sub-tables.ts';

/** Stable ids, so that a founding done twice finds the same people. */
export function personId(no: number): string {
  return `c0c0ea11-0000-4000-8000-${String(no).padStart(12, '0')}`;
}

const facilitator: FoundingPerson = {
  id: personId(1),
  name: 'Marisol Tzoc Barrientos',
  institution: 'GPAT (persona ficticia)',
  actorKind: 'sector_publico',
  role: 'facilitator',
  subTableId: null,
  color: 0,
};
const civilOrganisation: FoundingPerson = {
  id: personId(3),
  name: 'Ixchel Batz Morales',
  institution: 'Asociación Puente Abierto (organización ficticia)',
  actorKind: 'ong',
  role: 'civil_org',
  subTableId: null,
  color: 2,
};
const consolidator: FoundingPerson = {
  id: personId(4),
  name: 'Rodrigo Aldana Cifuentes',
  institution: 'INAP (persona ficticia)',
  actorKind: 'sector_publico',
  role: 'consolidator',
  subTableId: null,
  color: 3,
};

export const demoPeople: readonly FoundingPerson[] = [
  facilitator,
  {
    id: personId(2),
    name: 'Elder Xiloj Pineda',
    institution: 'SENACYT (persona ficticia)',
    actorKind: 'sector_publico',
    role: 'note_taker',
    subTableId: demoSubTableId(5),
    color: 1,
  },
  civilOrganisation,
  consolidator,
  {
    id: personId(5),
    name: 'Beatriz Coyoy Letona',
    institution: 'Universidad de la Sierra (universidad ficticia)',
    actorKind: 'academia',
    role: 'participant',
    subTableId: demoSubTableId(5),
    color: 4,
  },
  {
    id: personId(6),
    name: 'Wendy Choc Sandoval',
    institution: null,
    actorKind: 'ciudadania',
    role: 'participant',
    subTableId: demoSubTableId(4),
    color: 5,
  },
  {
    id: personId(7),
    name: 'Julio Arriaga Monzón',
    institution: 'Cooperativa Nuevo Surco (empresa ficticia)',
    actorKind: 'privado',
    role: 'participant',
    subTableId: demoSubTableId(3),
    color: 6,
  },
  {
    id: personId(8),
    name: 'Ingrid Paz Orellana',
    institution: 'ONSEC (persona ficticia)',
    actorKind: 'sector_publico',
    role: 'participant',
    subTableId: demoSubTableId(1),
    color: 7,
  },
  {
    id: personId(9),
    name: 'Anabela Us Quiñónez',
    institution: 'Agencia Horizonte (cooperante ficticio)',
    actorKind: 'cooperacion',
    role: 'observer',
    subTableId: null,
    color: 8,
  },
  {
    id: personId(10),
    name: 'Telma Caal Ixtecoc',
    institution: 'Red Voces del Altiplano (organización ficticia)',
    actorKind: 'ong',
    role: 'civil_org',
    subTableId: null,
    color: 9,
  },
  {
    id: personId(11),
    name: 'Hugo Lemus Barillas',
    institution: 'Centro de Estudios del Lago (centro ficticio)',
    actorKind: 'academia',
    role: 'participant',
    subTableId: demoSubTableId(3),
    color: 10,
  },
  {
    id: personId(12),
    name: 'Nicolás Tum Raxcacó',
    institution: 'Junta vecinal La Esperanza (comunidad ficticia)',
    actorKind: 'ciudadania',
    role: 'participant',
    subTableId: demoSubTableId(4),
    color: 11,
  },
];

/** Who answers the consultation of Borrador 1. */
export const demoConsolidatorId = consolidator.id;

/** Who one is after a click on one of the demonstration's doors. */
export const demoDoorPeople: Readonly<Record<(typeof demoDoors)[number], string>> = {
  facilitator: facilitator.id,
  civil_org: civilOrganisation.id,
  consolidator: consolidator.id,
};
