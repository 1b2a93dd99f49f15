// Proposals of the third theme, the platform of services: two of them alike, for whoever looks for what to merge.
import type { FoundingProposal } from '../../lab-founding.ts';
import { community, cooperative, endorsedBy, network, neighbour, neighbours } from './endorsers.ts';
import { firstTable } from '../hall/people.ts';
import { proposal, saidAt } from './outline.ts';

const candelaria = firstTable[6]?.id ?? '';

export const services: readonly FoundingProposal[] = [
  proposal({
    no: 9,
    title: 'Seguimiento de trámites por mensaje de texto',
    typology: 'service',
    authorIds: [cooperative],
    text: {
      problem:
        'Después de entregar sus papeles, la persona no sabe en qué va su trámite. Vuelve a preguntar y pierde la mañana en el viaje y en la fila.',
      users:
        'Sirve a quienes no tienen internet en casa: un mensaje de texto llega a cualquier teléfono y evita un viaje que muchas veces cuesta más que el trámite.',
      action: 'Enviar un mensaje cuando el trámite se recibe, cuando falta algo y cuando está listo.',
      measure: 'Se contará cuántas visitas a ventanilla son solo para preguntar, antes y después.',
      ogp_value: 'Los tiempos reales de cada trámite se publican, y cualquier persona puede compararlos con los prometidos.',
    },
    indicator: 'Trámites que avisan por mensaje de texto',
    baseline: '3 trámites',
    target: '40 trámites',
    date: 'junio 2020',
    responsible: 'inap',
    endorsements: [endorsedBy(cooperative), neighbours()],
    steps: [{ step: 'submit', personId: cooperative }],
  }),
  proposal({
    no: 10,
    title: 'Mensajes de texto para el seguimiento de trámites',
    typology: 'service',
    authorIds: [neighbour],
    text: {
      problem: 'La persona entrega sus papeles y no sabe en qué va su trámite hasta que vuelve a la ventanilla a preguntar.',
    },
  }),
  proposal({
    no: 11,
    title: 'Trámites explicados en idiomas mayas',
    typology: 'service',
    authorIds: [network, community, candelaria],
    sourceIds: [saidAt(1, 5)],
    text: {
      problem:
        'Los requisitos se publican solo en español y con palabras de abogados. Quien habla otro idioma depende de un intermediario que cobra.',
      users: 'Sirve a las personas que hablan kʼicheʼ, kaqchikel, mam y qʼeqchiʼ, y a quienes atienden la ventanilla.',
      action:
        'Grabar y escribir los requisitos de los veinte trámites más pedidos, con traducción humana revisada por hablantes.',
    },
    indicator: 'Trámites con requisitos en al menos cuatro idiomas',
    target: '20 trámites',
    date: 'A la brevedad',
  }),
];
