// Proposals of the second theme, systems that serve all of government.
import type { FoundingProposal } from '../../lab-founding.ts';
import { bridge, community, consolidator, cooperative, endorsedBy, facilitator, noteTaker, university } from './endorsers.ts';
import { firstTable } from '../hall/people.ts';
import { proposal, saidAt } from './outline.ts';

const oscar = firstTable[1]?.id ?? '';

export const sharedSystems: readonly FoundingProposal[] = [
  proposal({
    no: 6,
    title: 'No pedir dos veces el mismo documento',
    typology: 'process',
    authorIds: [community, noteTaker, oscar],
    sourceIds: [saidAt(1, 8)],
    text: {
      problem:
        'Las instituciones piden constancias que otra institución del Estado ya tiene. La persona hace de mensajera, paga cada copia y pierde días de trabajo.',
      users:
        'Sirve a quienes viven lejos de la capital y pierden un día por cada constancia. También a las micro y pequeñas empresas que se inscriben.',
      action:
        'Hacer un inventario de las constancias que más se piden.\nAcordar, una por una, que la institución que la necesita la consulte directamente con permiso de la persona.',
      measure: 'Cada trimestre se publicará cuántas constancias dejaron de pedirse y cuántas consultas las reemplazaron.',
      ogp_value:
        'El inventario y los acuerdos son públicos: cualquiera puede ver qué institución sigue pidiendo lo que el Estado ya sabe.',
    },
    indicator: 'Constancias que dejan de pedirse a las personas',
    baseline: '0 constancias',
    target: '12 constancias',
    date: 'Marzo 2020- Julio 2020',
    responsible: 'gpat',
    endorsements: [endorsedBy(community), endorsedBy(noteTaker), endorsedBy(bridge)],
    steps: [
      { step: 'submit', personId: community },
      { step: 'start_validation', personId: facilitator },
    ],
  }),
  proposal({
    no: 7,
    title: 'Comprar un único sistema de gestión para todos los ministerios',
    typology: 'technology',
    authorIds: [cooperative],
    text: {
      problem: 'Cada ministerio contrata y mantiene su propio sistema de gestión, con costos que se repiten.',
      users: 'Sirve al personal de los ministerios, que aprendería un solo sistema.',
      action: 'Licitar un sistema de gestión para todo el Organismo Ejecutivo.',
      ogp_value: 'Un solo contrato se vigila con más facilidad que catorce.',
    },
    indicator: 'Ministerios que usan el sistema',
    endorsements: [endorsedBy(cooperative)],
    steps: [
      { step: 'submit', personId: cooperative },
      {
        step: 'observe',
        personId: consolidator,
        reason: 'Falta decir cómo se evita depender de un solo proveedor y cuánto cuesta mantenerlo.',
      },
      {
        step: 'not_incorporate',
        personId: consolidator,
        reason:
          'Las mesas prefirieron que los sistemas se entiendan entre sí antes que reemplazarlos por uno. El problema que plantea se atiende en la propuesta de no pedir dos veces el mismo documento.',
      },
    ],
  }),
  proposal({
    no: 8,
    title: 'Un catálogo público de los sistemas que ya tiene el Estado',
    typology: 'data',
    authorIds: [university, noteTaker],
    text: {
      problem: 'Se contratan sistemas que otra institución ya tiene, porque no hay dónde mirar.',
      users: 'Sirve a los equipos de informática de las instituciones y a quienes vigilan las compras públicas.',
      action: 'Publicar una lista de sistemas con su propósito, su institución y si se puede reutilizar.',
    },
    indicator: 'Instituciones que publican sus sistemas',
    baseline: '0 instituciones',
    responsible: 'senacyt',
  }),
];
