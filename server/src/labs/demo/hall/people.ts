// Who sits at the two tables of the demonstration that people have worked at. None of them exists; where the institution is a real one the
// record says beside it that the person is not.
import type { ActorKind } from '@cocrea/shared/domain/actor-kind.ts';
import type { Role } from '@cocrea/shared/domain/role.ts';
import type { FoundingPerson } from '../../lab-founding.ts';
import { demoSubTableId } from '../sub-tables.ts';

/** Stable ids, beyond those of the people the demonstration began with. */
function personId(no: number): string {
  return `c0c0ea11-0000-4000-8000-${String(100 + no).padStart(12, '0')}`;
}

type Sketch = readonly [name: string, institution: string | null, kind: ActorKind, role?: Role];

function seated(table: number, { from, sketches }: { from: number; sketches: readonly Sketch[] }): FoundingPerson[] {
  return sketches.map(([name, institution, actorKind, role = 'participant'], index) => ({
    id: personId(from + index),
    name,
    institution,
    actorKind,
    role,
    subTableId: demoSubTableId(table),
    color: (from + index) % 12,
  }));
}

export const firstTable = seated(1, {
  from: 0,
  sketches: [
    ['Telma Jolón Velásquez', 'MINECO (persona ficticia)', 'sector_publico', 'note_taker'],
    ['Óscar Ixcot Maldonado', 'Registro Nacional (persona ficticia)', 'sector_publico'],
    ['Lucrecia Tum Pop', 'Red Ciudadana del Valle (organización ficticia)', 'ong'],
    ['Fredy Cotí Zabaleta', 'Cámara Tecnológica Norte (empresa ficticia)', 'privado'],
    ['Alma Sical Rivas', 'Universidad de la Sierra (universidad ficticia)', 'academia'],
    ['Mynor Ordóñez Ralón', null, 'ciudadania'],
    ['Candelaria Xol Caal', 'Consejo de Comunidades (organización ficticia)', 'ong'],
  ],
});

export const secondTable = seated(2, {
  from: 20,
  sketches: [
    ['Hugo Batres Ixchop', 'INAP (persona ficticia)', 'sector_publico', 'note_taker'],
    ['Silvia Racancoj Muñoz', 'ONSEC (persona ficticia)', 'sector_publico'],
    ['Pablo Chub Estrada', 'MINFIN (persona ficticia)', 'sector_publico'],
    ['Nineth Cuyuch Barrera', 'Observatorio del Gasto (organización ficticia)', 'ong'],
    ['Efraín Lemus Quib', 'Servicios en Línea, S. A. (empresa ficticia)', 'privado'],
    ['Dora Toc Pacheco', 'Instituto del Altiplano (universidad ficticia)', 'academia'],
    ['Rosendo Mó Quej', null, 'ciudadania'],
    ['Vilma Yat Castellanos', null, 'ciudadania'],
    ['Byron Sut Galindo', 'Municipalidad de San Aurelio (municipio ficticio)', 'sector_publico'],
  ],
});
