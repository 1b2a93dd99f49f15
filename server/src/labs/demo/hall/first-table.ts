// Table 1 of the demonstration, closed with results: what it said about identification and trust, how it weighed it, and what it took to
// the plenary.
import type { FoundingTable } from '../../table-founding.ts';
import { demoSubTableId } from '../sub-tables.ts';
import { firstTable as people } from './people.ts';

const [telma, oscar, lucrecia, fredy, alma, mynor, candelaria] = people.map(({ id }) => id) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

export const closedTable: FoundingTable = {
  subTableId: demoSubTableId(1),
  noteTakerId: telma,
  phase: 'closed',
  minutesLeft: null,
  openedMinutesAgo: 26 * 60,
  closedMinutesAgo: 24 * 60,
  seats: [
    { id: oscar, circle: 1 },
    { id: lucrecia, circle: 1 },
    { id: fredy, circle: 2 },
    { id: alma, circle: 2 },
    { id: mynor, circle: 3 },
    { id: candelaria, circle: 3 },
    {
      id: 'c0c0ea11-0000-4000-b000-000000000001',
      paper: { name: 'Señora de la segunda fila', institution: null, actorKind: 'ciudadania' },
      circle: 3,
    },
  ],
  clusters: [
    {
      question: 1,
      agreement: 'agree',
      marks: ['norm'],
      dots: 2,
      contributions: [
        [
          oscar,
          'Hay un documento personal de identificación con chip en manos de casi toda la población adulta, y casi ningún trámite lo aprovecha.',
        ],
        [
          alma,
          'La ley de firmas electrónicas existe desde 2008 (Decreto 47-2008). Falta que las instituciones la acepten sin pedir además el papel firmado.',
        ],
      ],
    },
    {
      question: 1,
      agreement: 'agree',
      marks: ['actor'],
      dots: 1,
      contributions: [
        [
          fredy,
          'Hay prestadores de certificación autorizados, pero el costo de un certificado deja fuera a quien tiene un negocio pequeño.',
        ],
      ],
    },
    {
      question: 1,
      agreement: 'partial',
      marks: [],
      dots: 0,
      minorityView: 'Para dos personas la agencia virtual de impuestos sí es un buen ejemplo y debería copiarse tal cual.',
      contributions: [
        [
          lucrecia,
          'Cada institución tiene su propio usuario y contraseña. La gente los anota en un cuaderno, y eso no es seguridad.',
          'spoken',
        ],
      ],
    },
    {
      question: 2,
      agreement: 'agree',
      marks: ['agreement'],
      dots: 5,
      plenary: true,
      contributions: [
        [
          candelaria,
          'Los trámites en línea están solo en español. En Kʼicheʼ o Qʼeqchiʼ no hay ni siquiera una grabación que explique los pasos.',
        ],
        [
          mynor,
          'Mi mamá no lee. Si la única forma de identificarse es una pantalla, alguien tiene que hacerlo por ella, y ahí empieza el abuso.',
        ],
        [lucrecia, 'Quien no tiene señal en su aldea no puede recibir el código por mensaje.', 'paper'],
      ],
    },
    {
      question: 2,
      agreement: 'agree',
      marks: [],
      dots: 2,
      contributions: [[oscar, 'Las bases de datos no se hablan: se piden fotocopias de un documento que emite el mismo Estado.']],
    },
    {
      question: 2,
      agreement: 'disagree',
      marks: [],
      dots: 0,
      minorityView:
        'La mayoría cree que el obstáculo es el presupuesto; una persona sostiene que es la falta de una autoridad que decida.',
      contributions: [[fredy, 'No hay presupuesto fijo para identidad digital: depende de cada cooperante.']],
    },
    {
      question: 3,
      agreement: 'agree',
      marks: ['actor'],
      dots: 1,
      contributions: [
        [
          alma,
          'Registro de las personas, administración tributaria, economía por los prestadores de certificación, y las universidades que forman a quienes programan.',
        ],
        [telma, 'Las municipalidades: es donde la gente de verdad llega a pedir una constancia.', 'spoken'],
      ],
    },
    {
      question: 3,
      agreement: 'partial',
      marks: [],
      dots: 0,
      contributions: [
        [candelaria, 'Los comités comunitarios y las radios locales tienen la confianza que no tiene una página de internet.'],
      ],
    },
    {
      question: 4,
      agreement: 'agree',
      marks: ['proposal'],
      dots: 6,
      plenary: true,
      contributions: [
        [
          fredy,
          'Una sola identidad para todos los servicios públicos, voluntaria, que se pueda activar en una municipalidad y no solo en la capital.',
        ],
        [alma, 'Un piloto con tres trámites que todos necesitan, medido antes y después, y publicado aunque salga mal.'],
      ],
    },
    {
      question: 4,
      agreement: 'agree',
      marks: ['norm'],
      dots: 4,
      plenary: true,
      contributions: [
        [
          oscar,
          'Un acuerdo gubernativo que obligue a recibir documentos con firma electrónica y prohíba pedir la copia impresa.',
        ],
      ],
    },
    {
      question: 4,
      agreement: null,
      marks: [],
      dots: 0,
      validated: false,
      contributions: [[mynor, 'Que se pueda ver quién consultó mis datos.']],
    },
  ],
  late: [
    [candelaria, 4, 'Llegó tarde por la lluvia: pedimos que haya una persona que traduzca en las ventanillas de identificación.'],
  ],
};
