// Table 2 of the demonstration, in full swing: two questions answered and clustered, the third being answered against the clock.
import type { FoundingTable } from '../../table-founding.ts';
import { demoSubTableId } from '../sub-tables.ts';
import { secondTable as people } from './people.ts';

const [hugo, silvia, pablo, nineth, efrain, dora, rosendo, vilma, byron] = people.map(({ id }) => id) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

export const tableInFullSwing: FoundingTable = {
  subTableId: demoSubTableId(2),
  noteTakerId: hugo,
  phase: 'q3',
  minutesLeft: 14,
  openedMinutesAgo: 58,
  closedMinutesAgo: null,
  seats: [
    { id: silvia, circle: 1 },
    { id: pablo, circle: 1 },
    { id: nineth, circle: 1 },
    { id: efrain, circle: 2 },
    { id: dora, circle: 2 },
    { id: rosendo, circle: 2 },
    { id: vilma, circle: 3 },
    { id: byron, circle: 3 },
    {
      id: 'c0c0ea11-0000-4000-b000-000000000002',
      paper: { name: 'Vecino de San Aurelio', institution: null, actorKind: 'ciudadania' },
      circle: 3,
    },
    {
      id: 'c0c0ea11-0000-4000-b000-000000000003',
      paper: {
        name: 'Delegada de la cooperativa',
        institution: 'Cooperativa Nuevo Surco (empresa ficticia)',
        actorKind: 'privado',
      },
      circle: 1,
    },
  ],
  clusters: [
    {
      question: 1,
      agreement: 'agree',
      marks: ['actor'],
      validated: false,
      contributions: [
        [
          pablo,
          'Un sistema de contabilidad integrado que usan todas las instituciones del gobierno central y casi todas las municipalidades.',
        ],
        [
          silvia,
          'Un sistema de recursos humanos que todavía no guarda lo que cada persona sabe hacer, solo el puesto que ocupa.',
        ],
      ],
    },
    {
      question: 1,
      agreement: 'partial',
      marks: ['norm'],
      validated: false,
      minorityView: 'Una persona opina que el portal de compras es un sistema de control, no de gestión.',
      contributions: [
        [nineth, 'El portal de compras públicas: se puede consultar, aunque descargar los datos para analizarlos cuesta.'],
      ],
    },
    {
      question: 1,
      agreement: null,
      marks: [],
      validated: false,
      contributions: [[byron, 'En mi municipio tenemos tres sistemas que piden lo mismo, y lo digitamos tres veces.']],
    },
    {
      question: 2,
      agreement: 'agree',
      marks: ['agreement'],
      validated: false,
      contributions: [
        [efrain, 'Cada institución contrata su sistema y, cuando termina el contrato, se va el conocimiento.'],
        [dora, 'No hay un equipo público que mantenga lo que se construye: se inaugura y se abandona.'],
        [hugo, 'Se perdió lo aprendido con el cambio de autoridades: nadie dejó escrito por qué se decidió así.', 'spoken'],
      ],
    },
    {
      question: 2,
      agreement: 'disagree',
      marks: [],
      validated: false,
      contributions: [[rosendo, 'Falta internet en las oficinas departamentales; sin eso lo demás no sirve.', 'paper']],
    },
    {
      question: 2,
      agreement: null,
      marks: ['norm'],
      validated: false,
      contributions: [
        [pablo, 'Las normas de control no reconocen el expediente electrónico, y por miedo al reparo se imprime todo.'],
      ],
    },
    {
      question: 3,
      agreement: null,
      marks: ['actor'],
      validated: false,
      contributions: [
        [
          silvia,
          'El servicio civil, la escuela de administración pública y la contraloría tendrían que sentarse en la misma mesa.',
        ],
      ],
    },
    {
      question: 3,
      agreement: null,
      marks: [],
      validated: false,
      contributions: [[vilma, 'Las personas que usan los sistemas en ventanilla. Nadie les pregunta.']],
    },
    {
      question: 3,
      agreement: null,
      marks: [],
      validated: false,
      contributions: [[nineth, 'Organizaciones que ya hicieron mapas de datos públicos y los comparten gratis.']],
    },
  ],
  late: [],
};
