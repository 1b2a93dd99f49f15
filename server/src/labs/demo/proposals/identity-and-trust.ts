// Proposals of the first theme, services of identification and trust: among them three about electronic signatures, two of which became the third.
import type { FoundingMerge, FoundingProposal } from '../../lab-founding.ts';
import {
  bridge,
  civilService,
  community,
  consolidator,
  cooperative,
  endorsedBy,
  facilitator,
  neighbour,
  neighbours,
  network,
  studyCentre,
  university,
} from './endorsers.ts';
import { firstTable } from '../hall/people.ts';
import { proposal, proposalId, saidAt } from './outline.ts';

const [, oscar = '', lucrecia = '', fredy = '', alma = '', mynor = ''] = firstTable.map(({ id }) => id);

const signatureText = {
  problem:
    'Un expediente que podría resolverse en un día espera a que alguien lo firme en papel. La firma electrónica existe, pero cuesta y casi ninguna oficina la usa.',
  users: 'Sirve a quienes esperan una resolución del Estado: reciben su respuesta sin volver a la ventanilla.',
};

export const identityAndTrust: readonly FoundingProposal[] = [
  proposal({
    no: 1,
    title: 'Una sola identificación digital para los trámites públicos',
    typology: 'service',
    authorIds: [civilService, university, lucrecia, fredy],
    sourceIds: [saidAt(1, 4), saidAt(1, 13)],
    text: {
      problem:
        'Cada institución pide crear un usuario y una contraseña distintos. Quien hace tres trámites al año los olvida y termina en la ventanilla.',
      users:
        'Sirve a las personas que hacen trámites por internet, sobre todo a quienes lo hacen desde un teléfono prestado o con poca experiencia. Dejan de viajar para recuperar una clave.',
      action:
        'Acordar entre las instituciones una identificación común, voluntaria y sin costo.\nComenzar con cinco trámites de alta demanda y ampliarla cada semestre.',
      measure:
        'Se contará qué parte de los trámites en línea se completa sin crear una cuenta nueva, por institución y por departamento.',
      ogp_value: 'Permite participar y pedir cuentas por internet con la misma identificación, y hace públicos los datos de uso.',
    },
    indicator: 'Trámites en línea que aceptan la identificación común',
    baseline: '0 trámites',
    target: '25 trámites',
    date: 'agosto 2020',
    responsible: 'gpat',
    endorsements: [
      endorsedBy(civilService),
      endorsedBy(bridge),
      endorsedBy(network),
      endorsedBy(studyCentre),
      endorsedBy(cooperative),
      neighbours(),
      endorsedBy(community),
    ],
    steps: [
      { step: 'submit', personId: civilService },
      { step: 'start_validation', personId: facilitator },
      { step: 'validate', personId: consolidator },
    ],
  }),
  proposal({
    no: 2,
    title: 'Firma electrónica gratuita para el personal del Estado',
    typology: 'technology',
    authorIds: [civilService, fredy],
    sourceIds: [saidAt(1, 3)],
    text: {
      ...signatureText,
      action: 'Entregar sin costo una firma electrónica a cada persona que firma resoluciones.',
      ogp_value: 'Cada resolución firmada queda con fecha y puede publicarse el mismo día.',
    },
    indicator: 'Personas que firman resoluciones con firma electrónica',
    baseline: '120 personas',
  }),
  proposal({
    no: 3,
    title: 'Firma electrónica para que el personal del Estado resuelva sin papel',
    typology: 'technology',
    authorIds: [studyCentre, oscar, alma],
    sourceIds: [saidAt(1, 2), saidAt(1, 15)],
    text: {
      ...signatureText,
      action: 'Capacitar a cada institución para que sus resoluciones se firmen y se archiven sin papel.',
      measure: 'Se comparará cuántos días tarda una resolución antes y después.',
    },
    target: '2,000 personas',
    date: 'julio 2020',
    endorsements: [endorsedBy(studyCentre), endorsedBy(university)],
    steps: [{ step: 'submit', personId: studyCentre }],
  }),
  proposal({
    no: 4,
    title: 'Firma electrónica sin costo y con capacitación para resolver sin papel',
    typology: 'technology',
    authorIds: [civilService, fredy, studyCentre, oscar, alma],
    sourceIds: [saidAt(1, 2), saidAt(1, 3), saidAt(1, 15)],
    text: {
      ...signatureText,
      action:
        'Entregar sin costo una firma electrónica a cada persona que firma resoluciones.\nCapacitar a cada institución para que sus resoluciones se firmen y se archiven sin papel.',
      measure: 'Se comparará cuántos días tarda una resolución antes y después.',
      ogp_value: 'Cada resolución firmada queda con fecha y puede publicarse el mismo día.',
    },
    indicator: 'Personas que firman resoluciones con firma electrónica',
    baseline: '120 personas',
    target: '2,000 personas',
    date: 'julio 2020',
    responsible: 'onsec',
  }),
  proposal({
    no: 5,
    title: 'Aviso cuando alguien consulta mis datos en un registro público',
    typology: 'regulation',
    authorIds: [neighbour, mynor],
    sourceIds: [saidAt(1, 16)],
    text: {
      problem:
        'Nadie sabe quién mira sus datos en los registros del Estado ni para qué. La desconfianza frena los servicios en línea.',
      users: 'Sirve a cualquier persona inscrita en un registro público.',
    },
  }),
];

export const signatureMerge: FoundingMerge = {
  id: 'c0c0ea11-0000-4000-b100-000000000001',
  personId: facilitator,
  from: [proposalId(2), proposalId(3)],
  into: proposalId(4),
};
