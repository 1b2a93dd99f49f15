// Opening text of Borrador 1, second half: what will be done, by whom and when. Tables of the plan are made from the lab's own facts, so
// that the text cannot say another date than the record.
import {
  bold,
  bulletList,
  footnote,
  orderedList,
  paragraph,
  table,
  taskList,
  type Line,
} from '@cocrea/shared/document/templates/builder.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { ask } from './borrador-1-foundations.ts';
import { demoLabRecord } from './lab.ts';

const { activities, institutions, milestones } = demoLabRecord.facts;

/** `INAP, con ONSEC`: who answers for a milestone, and who helps. */
function parties(milestoneNo: number): string {
  const involved = milestones.find(({ no }) => no === milestoneNo)?.institutions ?? [];
  const acronyms = (part: 'responsible' | 'collaborates'): string =>
    involved
      .filter((institution) => institution.part === part)
      .map(({ id }) => institutions.find((institution) => institution.id === id)?.acronym ?? id)
      .join(', ');
  const helpers = acronyms('collaborates');
  return helpers === '' ? acronyms('responsible') : `${acronyms('responsible')}, con la colaboración de ${helpers}`;
}

export const processAndPhases: readonly DocumentJson[] = [
  paragraph(
    'La estrategia se escribe en tres borradores. Las mesas temáticas responden primero las cuatro preguntas guía; lo que aportan alimenta el Borrador 1. Cada borrador recibe observaciones, cada observación recibe una respuesta con su motivo, y solo entonces se pasa al siguiente. El plan de trabajo lo ordena en trece actividades a cargo de INAP y GPAT:',
  ),
  table(
    ['No.', 'Actividad', 'Fecha planificada'],
    ...activities.map(({ no, name, planned }): Line[] => [no, name, planned.text]),
  ),
  paragraph(
    'Acompañan el proceso una reunión inicial, quince reuniones de trabajo y una reunión final, una por mes.',
    footnote(
      'El plan de trabajo prevé la reunión inicial en abril de 2019; su ayuda de memoria dice que se celebró el 9 de mayo de 2019. El plan escribe «Marzo 2019- Julio 2020» para la actividad 12, que así empezaría antes que la actividad 11, la elaboración de su propio plan. Se conserva como está escrito hasta que INAP y GPAT lo aclaren.',
    ),
    ' En la reunión inicial se sugirió una ruta: como paso 1, los hitos 2 y 3; como paso 2, el hito 1.',
  ),
  ask(
    '¿En qué momento de este proceso necesita participar su institución u organización, y qué le haría falta para lograrlo: tiempo, información, idioma, conexión?',
  ),
];

/** The block that opens the lines of action, named so that a proposal of the demonstration can say it went into it. */
export const openingOfLines = 'nead50000001';

export const lines: readonly DocumentJson[] = [
  {
    ...paragraph(
      'El hito 1 del compromiso es este documento y su primera fase. Los otros cinco hitos dan las primeras líneas de acción. Las mesas temáticas pueden agregar otras.',
    ),
    attrs: { id: openingOfLines },
  },
  orderedList(
    [
      bold('Laboratorio de innovación pública. '),
      `Implementarlo de acuerdo con esta estrategia, fomentando la participación ciudadana. Hito 2; responsables: ${parties(2)}.`,
    ],
    [
      bold('Certificación y reconocimiento a la calidad e innovación. '),
      `Crear e implementar un programa dirigido a instituciones públicas, para mejorar los servicios a los ciudadanos. Hito 3; responsable: ${parties(3)}.`,
    ],
    [
      bold('Gestión documental del Organismo Ejecutivo. '),
      `Formular una estrategia que trate integralmente archivos históricos, microfilmes, documentos físicos y documentos electrónicos. Hito 4; responsables: ${parties(4)}.`,
    ],
    [
      bold('Certificación en la plataforma SIARH. '),
      `Crear, con la participación de organizaciones sociales, un programa de certificación para servidores públicos y un espacio donde se publique el personal certificado. Hito 5; responsables: ${parties(5)}.`,
    ],
    [
      bold('Factores de ponderación del SIARH. '),
      `Revisarlos y actualizarlos, con la participación de organizaciones sociales, para que la evaluación de candidatos y candidatas sea más objetiva y equitativa. Hito 6; responsable: ${parties(6)}.`,
    ],
  ),
  paragraph(
    'Cada línea debería decir lo mismo: qué problema de las personas atiende, quiénes son esas personas, qué acción se hará, con qué medida se sabrá que funcionó, quién responde y cuándo. Hoy los documentos de partida dicen la acción, la institución y las fechas; faltan el problema, las personas y la medida de cada una.',
  ),
  ask('¿Qué línea de acción falta? ¿Y cuál de estas cinco atiende un problema que usted conoce de cerca? Cuéntelo con un caso.'),
];

export const firstPhase: readonly DocumentJson[] = [
  paragraph(
    'El plan de trabajo prevé tres actividades para la primera fase: elaborar su plan de implementación, ejecutarla y presentar un informe. Las sostiene con estos recursos, calculados para los 17 meses y las 17 reuniones de todo el hito 1:',
  ),
  table(
    ['No.', 'Recurso', 'Costo'],
    ['01', 'Contratación de 2 asesores de Q\u00a016,000.00 mensuales durante 17 meses', 'Q\u00a0544,000.00'],
    ['02', 'Salón y refacciones para 15 personas durante 17 ocasiones (reuniones de trabajo)', 'Q\u00a016,575.00'],
    ['03', 'Papel e impresos', 'Q\u00a09,500.00'],
    ['', 'Total', 'Q\u00a0570,075.00'],
  ),
  paragraph(
    'Para elegir qué entra en la primera fase pueden servir las características que la Mesa de Gobierno Abierto de Chile se propuso para sus compromisos, en una reunión con el Laboratorio de Gobierno de ese país el 13 de junio de 2018:',
  ),
  bulletList(
    'Poner el foco en problemas con impacto nítido para quienes usan los servicios.',
    'Ser de diversas tipologías.',
    'Ser acciones medibles.',
    'Generar valor agregado en el marco de OGP.',
    'Haber sido levantadas por al menos cinco actores: ciudadanía, ONG, sector público, academia y privados.',
  ),
  paragraph('Queda por hacer, antes de que el plan de la primera fase pueda aprobarse:'),
  taskList(
    'Elegir las líneas de acción de la primera fase y explicar por qué esas.',
    'Nombrar, para cada una, a la institución responsable y a las que colaboran.',
    'Fijar la medida de cada acción: de dónde se parte, a dónde se quiere llegar y cuándo.',
    'Aclarar el inicio de la ejecución, que el plan de trabajo escribe en marzo de 2019.',
    'Acordar cómo se validará el avance entre las instituciones y la sociedad civil.',
  ),
  ask('¿Qué acción podría empezar su institución u organización con los recursos que ya tiene, y a quién necesitaría a su lado?'),
];

export const glossary: readonly DocumentJson[] = [
  bulletList(
    [bold('Cocreación. '), 'Escribir y decidir juntos, gobierno y sociedad, desde el principio y no solo al final.'],
    [
      bold('Compromiso. '),
      'Lo que el país se propone cumplir dentro de un plan de acción de gobierno abierto. Este es el número 11.',
    ],
    [bold('Hito. '), 'Meta o etapa que permite verificar el cumplimiento del compromiso.'],
    [bold('Laboratorio de innovación pública. '), 'Espacio de trabajo donde se desarrollan los insumos de la estrategia.'],
    [bold('Mesa temática. '), 'Grupo que trabaja un tema y responde las cuatro preguntas guía.'],
    [bold('Borrador. '), 'Versión de la estrategia que se publica para recibir observaciones.'],
    [bold('Observación. '), 'Lo que alguien señala sobre un párrafo, con su justificación. Recibe un número y una respuesta.'],
    [bold('PoC. '), 'Punto de Contacto de Gobierno Abierto.'],
    [
      bold('SIARH. '),
      'Plataforma que se usa en los procesos de contratación del recurso humano (hitos 5 y 6). Los documentos de partida no escriben su nombre completo.',
    ],
  ),
  table(['Siglas', 'Nombre'], ...institutions.map(({ acronym, name }): Line[] => [acronym, name])),
  ask('¿Qué palabra de este documento no se entiende a la primera lectura? Escríbala aquí, aunque no sepa definirla.'),
];

export const annexes: readonly DocumentJson[] = [
  paragraph('Cada borrador se publica con tres anexos, que se completan cuando termina su consulta:'),
  orderedList(
    [
      bold('Matriz de observaciones. '),
      'Cada observación, con la respuesta que tuvo, su motivo y el lugar del texto donde quedó.',
    ],
    [bold('Quiénes contribuyeron. '), 'Instituciones y personas que participaron, según lo que cada quien autorizó publicar.'],
    [bold('Objeciones sostenidas. '), 'Las observaciones cuya respuesta no dejó conforme a quien las hizo, con sus razones.'],
  ),
  paragraph('Documentos de partida de este borrador:'),
  bulletList(
    'Plantilla de compromiso del Compromiso 11, versión 7-11-2018.',
    'Plan de trabajo del hito 1, Compromiso 11.',
    'Ayuda de memoria de la reunión inicial del Compromiso 11, 9/05/2019.',
    'Publicación de la 1ra Mesa de Innovadores Públicos, 26 de abril de 2022.',
    'Reunión de la Mesa de Gobierno Abierto de Chile con el Laboratorio de Gobierno, 13.06.2018.',
  ),
  ask('¿Conoce otro documento que deba leerse junto con este borrador? Diga cuál es y dónde se encuentra.'),
];
