// The commitment of the demonstration, word for word as its template of 7-11-2018 and its work plan of milestone 1 write it. Nothing is
// corrected here, also where the sources contradict themselves: activity 12 begins before 11 because the plan says so.
import type { Activity, Institution, Lab, Milestone } from '@cocrea/shared/domain/lab.ts';
import { readFlexDate } from '@cocrea/shared/domain/read-flex-date.ts';

export const demoLabId = 'compromiso-11';

const institutions: Institution[] = [
  { id: 'inap', acronym: 'INAP', name: 'Instituto Nacional de Administración Pública' },
  { id: 'gpat', acronym: 'GPAT', name: 'Comisión Presidencial de Gestión Pública Abierta y Transparencia' },
  { id: 'senacyt', acronym: 'SENACYT', name: 'Secretaría Nacional de Ciencia y Tecnología' },
  { id: 'onsec', acronym: 'ONSEC', name: 'Oficina Nacional de Servicio Civil' },
  { id: 'minex', acronym: 'MINEX', name: 'Ministerio de Relaciones Exteriores' },
];

function milestone(
  no: number,
  {
    goal,
    responsible,
    collaborates = [],
    start,
  }: { goal: string; responsible: string[]; collaborates?: string[]; start: string },
): Milestone {
  return {
    no,
    goal,
    institutions: [
      ...responsible.map((id) => ({ id, part: 'responsible' as const })),
      ...collaborates.map((id) => ({ id, part: 'collaborates' as const })),
    ],
    ongoing: false,
    start: readFlexDate(start),
    end: readFlexDate('agosto 2020'),
  };
}

const milestones: Milestone[] = [
  milestone(1, {
    goal: 'Co-creación y aprobación del documento del marco conceptual, estándares, normas legales, procesos y fases de desarrollo de la estrategia de innovación pública e implementación de la primera fase.',
    responsible: ['gpat', 'inap'],
    start: 'noviembre 2018',
  }),
  milestone(2, {
    goal: 'Implementación del laboratorio de innovación pública de acuerdo con la estrategia de innovación pública, fomentando la participación ciudadana.',
    responsible: ['gpat', 'inap'],
    start: 'junio 2019',
  }),
  milestone(3, {
    goal: 'Creación e implementación de un programa de certificación y reconocimiento a la calidad e innovación en la gestión pública dirigido a instituciones públicas con la finalidad de mejorar los servicios a los ciudadanos.',
    responsible: ['inap'],
    collaborates: ['onsec'],
    start: 'noviembre 2018',
  }),
  milestone(4, {
    goal: 'Formulación de la Estrategia de Gestión Documental del Organismo Ejecutivo, para tratar integralmente los temas de archivos históricos, microfilmes, documentos físicos y documentos electrónicos.',
    responsible: ['inap', 'senacyt', 'gpat'],
    start: 'noviembre 2018',
  }),
  milestone(5, {
    goal: 'Creación e implementación con la participación de organizaciones sociales, de un programa de certificación para servidores públicos sobre la utilización de la plataforma SIARH con el propósito de mejorar la eficacia de los procesos de contratación del recurso humano y para el efecto se creará un espacio donde se publicará el personal que ha sido certificado.',
    responsible: ['onsec', 'inap'],
    start: 'noviembre 2018',
  }),
  milestone(6, {
    goal: 'Revisión y actualización con la participación de organizaciones sociales, de los factores de ponderación del SIARH en función de dotar al sistema de mayor objetividad y equitatividad para la evaluación de candidatos y candidatas incluyendo los aspectos académicos, técnicos, actitudinales, experiencia y competencias personales, entre otros. ONSEC Y MINEX harán las consultas respectivas.',
    responsible: ['onsec'],
    collaborates: ['minex'],
    start: 'noviembre 2018',
  }),
];

const strategy = 'la Estrategia Nacional de Innovación en la Gestión Pública';
const plannedActivities: readonly (readonly [name: string, planned: string])[] = [
  ['Elaboración del Plan de Trabajo', 'Abril 2019'],
  [`Redacción del Marco Conceptual de ${strategy}`, 'Mayo 2019'],
  [`Análisis de los Estándares aplicables a ${strategy}`, 'Junio 2019'],
  [`Consideración de las Normas legales de ${strategy}`, 'Julio 2019'],
  [`Determinación de los Procesos y Fases de desarrollo de ${strategy}`, 'Agosto 2019'],
  [`Redacción del Borrador 1 de ${strategy}`, 'Septiembre 2019'],
  [`Redacción del Borrador 2 de ${strategy}`, 'Octubre 2019'],
  [`Redacción del Borrador 3 de ${strategy}`, 'Noviembre 2019'],
  [`Presentación de ${strategy}`, 'Diciembre 2019'],
  [`Socialización de ${strategy}`, 'Enero 2020'],
  [`Elaboración del Plan de implementación de la Primera Fase de ${strategy}`, 'Febrero 2020'],
  [`Ejecución de la Primera Fase de ${strategy}`, 'Marzo 2019- Julio 2020'],
  [`Presentación de Informe de implementación de la Primera Fase de ${strategy}`, 'Agosto 2020'],
];
const activities: Activity[] = plannedActivities.map(([name, planned], index) => ({
  no: String(index + 1).padStart(2, '0'),
  name,
  responsible: 'INAP/GPAT',
  planned: readFlexDate(planned),
}));

export const demoLabRecord: Lab = {
  id: demoLabId,
  name: 'Compromiso 11',
  demo: true,
  facts: {
    commitmentNo: 11,
    title: 'Diseño e implementación de una estrategia de innovación en la gestión pública',
    problem:
      'La carencia de una estrategia para el desarrollo de herramientas y mecanismos innovación en la gestión pública de una manera colaborativa con enfoque ciudadano.',
    commitment:
      'Diseñar e implementar una estrategia y un conjunto de acciones que permitan la innovación en la gestión pública con enfoque a servicios que brinda al ciudadano.',
    contribution:
      'Estableciendo un marco de trabajo colaborativa mediante una estrategia y un conjunto de acciones por medio de las cuales las instituciones gubernamentales propicien la innovación en la gestión pública con enfoque a servicios que brinda al ciudadano.',
    ogpRelevance:
      'Contribuye al valor de la participación ciudadana ya que cuenta con un enfoque colaborativo, usando la tecnología e innovación como medio de apertura y acercamiento para una debida rendición de cuentas. Contribuye a los valores de rendición de cuentas, participación cívica y tecnología e innovación para la apertura y rendición de cuentas. La creación colaborativa de la Estrategia de Innovación Pública impactara directamente en la mejora sustantiva de los bienes y servicios que el Gobierno de la República entrega a la ciudadanía. La estrategia estará basada en la innovación y la calidad de los procesos administrativos y transformara la gestión documental.',
    additional:
      'La estrategia será definida con una visión general y de largo plazo. Se implementarán ciertas acciones que se describen en los hitos. Este compromiso se contribuye al cumplimiento del Plan Nacional de Desarrollo específicamente al eje 5, meta 5.1, así como también a los Objetivos de Desarrollo Sostenible –ODS- Específicamente al Objetivo 16, metas 16.5 a la 16.8.',
    start: readFlexDate('noviembre de 2018'),
    end: readFlexDate('30 de agosto 2020'),
    coordinator: 'Instituto Nacional de Administración Pública (INAP)',
    otherActors:
      'Entidades públicas: la colaboración de las instituciones que tienen relevancia en el tema. OSC, sector privado, organizaciones multilaterales y grupos de trabajo: UNESCO, sectores sociales o ciudadanos técnicos especializados que quieran colaborar en el proceso, con colaboración de OES en el hito 3, Guatecívica.',
    institutions,
    milestones,
    activities,
  },
};
