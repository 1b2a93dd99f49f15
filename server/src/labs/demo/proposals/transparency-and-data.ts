// Proposals of the fourth and fifth themes: transparency and anti-corruption, data as an asset.
import type { FoundingProposal } from '../../lab-founding.ts';
import { openingOfLines } from '../borrador-1-actions.ts';
import {
  bridge,
  civilService,
  community,
  consolidator,
  cooperative,
  endorsedBy,
  facilitator,
  neighbours,
  network,
  noteTaker,
  studyCentre,
  university,
} from './endorsers.ts';
import { proposal } from './outline.ts';

export const transparencyAndData: readonly FoundingProposal[] = [
  proposal({
    no: 12,
    title: 'Declaración de intereses en línea y abierta',
    typology: 'regulation',
    authorIds: [bridge],
    text: {
      problem: 'Las declaraciones de intereses se entregan en papel y nadie puede cruzarlas con las compras.',
      users: 'Sirve a periodistas, organizaciones y a las propias unidades de auditoría, que hoy revisan a mano.',
      action: 'Llenar la declaración en línea, con campos que se puedan comparar, y publicar lo que la ley permite.',
      ogp_value: 'Hace posible la vigilancia ciudadana de los conflictos de interés con datos y no con sospechas.',
    },
    indicator: 'Declaraciones publicadas en formato abierto',
    baseline: '0 %',
    target: '80 %',
    responsible: 'gpat',
    endorsements: [endorsedBy(bridge), endorsedBy(network), endorsedBy(studyCentre)],
    steps: [
      { step: 'submit', personId: bridge },
      { step: 'start_validation', personId: facilitator },
      {
        step: 'observe',
        personId: consolidator,
        reason: 'Falta la fecha de la meta. Falta también decir qué datos personales no se publican.',
      },
    ],
  }),
  proposal({
    no: 13,
    title: 'Aplicación para denunciar actos de corrupción',
    typology: 'technology',
    authorIds: [community],
    text: {
      problem: 'Quien quiere denunciar no sabe a dónde ir y teme que se sepa su nombre.',
      action: 'Crear una aplicación para recibir denuncias anónimas.',
    },
    steps: [{ step: 'withdraw', personId: community }],
  }),
  proposal({
    no: 14,
    title: 'Compras públicas en datos abiertos y explicadas',
    typology: 'data',
    authorIds: [noteTaker, bridge],
    text: {
      problem:
        'Las compras se publican como documentos escaneados. Para saber cuánto se pagó por lo mismo en dos instituciones hay que leerlos uno por uno.',
      users:
        'Sirve a proveedores pequeños, que encuentran a tiempo lo que pueden vender, y a quienes vigilan el gasto, que dejan de copiar a mano.',
      action:
        'Publicar cada compra con un mismo formato abierto, desde la convocatoria hasta el último pago, con una explicación en palabras sencillas.',
      measure: 'Se contará qué parte de las compras se publica completa y a tiempo, y cuántas personas descargan los datos.',
      ogp_value: 'Abre la información del gasto para que la ciudadanía la use y pida cuentas con ella.',
    },
    indicator: 'Compras publicadas en formato abierto con todas sus etapas',
    baseline: '8 %',
    target: '60 %',
    date: '30 de agosto 2020',
    responsible: 'gpat',
    endorsements: [endorsedBy(noteTaker), endorsedBy(bridge), endorsedBy(network), endorsedBy(cooperative), neighbours()],
    steps: [
      { step: 'submit', personId: noteTaker },
      { step: 'start_validation', personId: facilitator },
    ],
  }),
  proposal({
    no: 15,
    title: 'Escuela de datos para municipalidades',
    typology: 'capacities',
    authorIds: [university],
    text: {
      problem: 'Las municipalidades reúnen datos que nadie usa, porque nadie ha enseñado a leerlos ni a publicarlos.',
      users: 'Sirve al personal de las municipalidades pequeñas y, a través de él, a las personas que piden información local.',
      action: 'Ofrecer un curso de ocho semanas, con los propios datos de cada municipalidad, y acompañar su publicación.',
      ogp_value: 'Acerca los datos abiertos a donde la gente vive y decide.',
    },
    indicator: 'Municipalidades que publican al menos tres conjuntos de datos',
    baseline: '4 municipalidades',
    target: '30 municipalidades',
    date: 'agosto 2020',
    responsible: 'inap',
    endorsements: [endorsedBy(university), endorsedBy(studyCentre)],
    steps: [{ step: 'submit', personId: university }],
  }),
  proposal({
    no: 16,
    title: 'Mesas abiertas para acordar qué datos se publican primero',
    typology: 'participation',
    authorIds: [network, civilService],
    text: {
      problem: 'Se publican datos que nadie pidió y se guardan los que la gente necesita.',
      users: 'Sirve a organizaciones, universidades y empresas que usan datos públicos: publican primero lo que les hace falta.',
      action: 'Convocar cada semestre una mesa abierta que ordene las solicitudes y publique sus acuerdos.',
      measure: 'Se contará cuántos de los datos pedidos se publican en los seis meses siguientes.',
      ogp_value: 'Las prioridades de publicación se deciden con la ciudadanía y cada decisión queda con su razón.',
    },
    indicator: 'Conjuntos de datos pedidos que se publican en seis meses',
    baseline: '0 conjuntos',
    target: '15 conjuntos',
    date: 'julio 2020',
    responsible: 'inap',
    endorsements: [
      endorsedBy(network),
      endorsedBy(civilService),
      endorsedBy(university),
      endorsedBy(cooperative),
      endorsedBy(community),
    ],
    steps: [
      { step: 'submit', personId: network },
      { step: 'start_validation', personId: facilitator },
      { step: 'validate', personId: consolidator },
      { step: 'incorporate', personId: consolidator, blocks: [openingOfLines] },
    ],
  }),
];
