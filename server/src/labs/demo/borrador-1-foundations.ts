// Opening text of Borrador 1, first half: what the strategy stands on. Every fact is from the commitment, the work plan, the brief of the
// kick-off or the first Mesa de Innovadores; where the sources are silent the text asks its reader instead of filling the gap.
import {
  blockquote,
  bold,
  bulletList,
  footnote,
  italic,
  orderedList,
  paragraph,
  table,
  taskList,
} from '@cocrea/shared/document/templates/builder.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { themes } from './sub-tables.ts';

/** A place where people must contribute, said as a question. */
export function ask(question: string): DocumentJson {
  return blockquote(paragraph(bold('Pregunta a quien lee. '), question));
}

export const presentation: readonly DocumentJson[] = [
  paragraph(
    'Este es el primer borrador de la Estrategia Nacional de Innovación en la Gestión Pública.',
    footnote(
      'Los documentos de partida le dan varios nombres: Estrategia de Innovación en la Gestión Pública, Estrategia de Innovación Pública y Estrategia Nacional de Innovación en la Gestión Pública. Aquí se usa el del plan de trabajo, hasta que se acuerde uno.',
    ),
    ' Responde al Compromiso 11 del 4to. Plan de Acción Nacional de Gobierno Abierto 2018-2020, «Diseño e implementación de una estrategia de innovación en la gestión pública», que pertenece al eje de Gobierno Electrónico y Servicios Públicos en línea. Coordina el compromiso el Instituto Nacional de Administración Pública (INAP); comparten la responsabilidad de sus hitos la Comisión Presidencial de Gestión Pública Abierta y Transparencia (GPAT), la Secretaría Nacional de Ciencia y Tecnología (SENACYT) y la Oficina Nacional de Servicio Civil (ONSEC).',
  ),
  paragraph(
    'El compromiso parte de un problema: falta una estrategia para desarrollar herramientas y mecanismos de innovación en la gestión pública de manera colaborativa y con enfoque ciudadano. Lo que se propone es diseñar e implementar esa estrategia y un conjunto de acciones que permitan innovar en los servicios que el Estado brinda al ciudadano, dentro de un marco de trabajo en el que las instituciones y la sociedad escriben juntas.',
  ),
  paragraph(
    'Por eso la forma de hacerla importa tanto como su contenido. El compromiso contribuye a la participación cívica, a la rendición de cuentas y al uso de la tecnología y la innovación como medio de apertura. También aporta al eje 5, meta 5.1, del Plan Nacional de Desarrollo, y al Objetivo de Desarrollo Sostenible 16, metas 16.5 a 16.8.',
  ),
  paragraph(
    bold('Cómo usar este borrador. '),
    'El texto de cada sección es un punto de partida, no un acuerdo. Puede corregirse, ampliarse o retirarse. Las preguntas destacadas señalan lo que los documentos de partida no dicen y hace falta que alguien aporte.',
  ),
  ask(
    '¿Qué debería poder hacer una persona ante una oficina pública, que hoy no puede, para que usted diga que esta estrategia sirvió?',
  ),
];

export const concepts: readonly DocumentJson[] = [
  paragraph(
    'Para este borrador se propone entender la ',
    bold('innovación en la gestión pública'),
    ' como el cambio, hecho en colaboración con quienes usan un servicio, que mejora de manera sustantiva los bienes y servicios que el Gobierno de la República entrega a la ciudadanía. La tecnología es uno de sus medios; no es el fin.',
  ),
  paragraph('De lo que el compromiso dice de sí mismo se desprenden cuatro ideas que ordenan el resto del documento:'),
  orderedList(
    [
      bold('Colaboración. '),
      'La estrategia se escribe entre gobierno y sociedad civil, y se construye con quien quiera aportar.',
    ],
    [
      bold('Enfoque ciudadano. '),
      'El punto de vista es el de la persona que recibe el servicio, no el de la oficina que lo presta.',
    ],
    [
      bold('Apertura. '),
      'La tecnología y la innovación acercan la administración a la gente y permiten una debida rendición de cuentas.',
    ],
    [bold('Calidad. '), 'Se innova sobre procesos administrativos de calidad y se transforma la gestión documental.'],
  ),
  paragraph(
    'El ',
    bold('laboratorio de innovación pública'),
    ' es el espacio donde estas ideas se prueban. En la reunión inicial se propuso que de los laboratorios salgan los insumos de la estrategia y, además, recomendaciones de políticas, la sistematización de los procesos que se hacen y hackatones. En la misma reunión se tomaron dos referencias: el proceso de creación de la política nacional de datos abiertos, y un modelo de gestión pública con énfasis en la gobernanza digital y los servicios en línea.',
  ),
  paragraph('Las mesas de este laboratorio miran la innovación desde cinco temas:'),
  bulletList(...themes),
  ask(
    '¿Qué teoría, término o concepto de innovación falta aquí? Escríbalo con su definición, diga de dónde viene y qué cambia en el texto.',
  ),
];

export const standards: readonly DocumentJson[] = [
  paragraph(
    'El plan de trabajo prevé un análisis de los estándares aplicables y medirá cuántos se aplican. Los documentos de partida, sin embargo, no nombran todavía ninguno. Esta sección empieza, entonces, por decir en qué materias hacen falta.',
  ),
  table(
    ['Materia', 'Qué debería asegurar el estándar', 'Hito'],
    ['Laboratorio de innovación pública', 'Que la ciudadanía participe y que se sepa qué pasó con cada aporte', '2'],
    ['Calidad e innovación', 'Que una institución pueda demostrar que mejoró sus servicios, y que se le reconozca', '3'],
    [
      'Gestión documental',
      'Que archivos históricos, microfilmes, documentos físicos y documentos electrónicos se traten de forma integral',
      '4',
    ],
    [
      'Certificación de servidores públicos',
      'Que quien usa la plataforma SIARH sepa hacerlo, y que se publique quién está certificado',
      '5',
    ],
    ['Evaluación de candidatos y candidatas', 'Que los factores de ponderación sean objetivos y equitativos', '6'],
  ),
  paragraph('Para que un estándar cuente como aplicado, se propone completar estos pasos:'),
  taskList(
    'Decir su nombre, quién lo publica y en qué versión.',
    'Explicar en una oración a qué hito o línea de acción sirve.',
    'Citarlo en el párrafo del borrador donde se aplica.',
    'Señalar qué institución comprobará que se cumple.',
  ),
  ask(
    '¿Qué estándar, nacional o internacional, usa ya su institución u organización en alguna de estas materias, y qué le ha costado aplicarlo?',
  ),
];

export const norms: readonly DocumentJson[] = [
  paragraph(
    'Uno de los objetivos del plan de trabajo es determinar el marco jurídico de la estrategia. Este borrador no cita ninguna ley ni reglamento, porque los documentos de partida no lo hacen: cada norma debe entrar con su referencia completa y con el párrafo al que da sustento. Lo que sí nombran son instrumentos de política con los que la estrategia debe ser coherente:',
  ),
  table(
    ['Instrumento', 'Relación con la estrategia'],
    [
      '4to. Plan de Acción Nacional de Gobierno Abierto 2018-2020',
      'Contiene el Compromiso 11, cuya plantilla escribe seis hitos',
    ],
    ['Plan Nacional de Desarrollo', 'Eje 5, meta 5.1'],
    ['Objetivos de Desarrollo Sostenible', 'Objetivo 16, metas 16.5 a 16.8'],
    ['Política Nacional de Competitividad 2018-2032', 'Trabajo coordinado entre el INAP y el Ministerio de Economía'],
    ['Política nacional de datos abiertos', 'Su proceso de creación sirve de referencia'],
  ),
  paragraph(
    'Conviene distinguir tres clases de normas, porque piden cosas distintas: las que ',
    italic('permiten'),
    ' innovar, las que ',
    italic('obligan'),
    ' a hacerlo de cierta manera y las que ',
    italic('habría que cambiar'),
    ' para que una línea de acción sea posible.',
  ),
  ask(
    '¿Qué norma se aplica a su trabajo en estos temas? Indique su nombre, su número y el artículo, y diga a cuál de las tres clases pertenece.',
  ),
];
