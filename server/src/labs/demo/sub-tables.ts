// The five sub-tables of the demonstration and the four questions each of them answers, verbatim from the first Mesa de Innovadores
// Públicos (26 April 2022).
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { demoLabId } from './lab.ts';

const guidingQuestions = [
  '¿Qué tenemos en Guatemala?',
  '¿Cuáles han sido los obstáculos y desafíos para su desarrollo?',
  '¿Qué actores existen en el ecosistema digital? (Liderazgo e Instituciones)',
  '¿Cuál pudiera ser el camino institucional adecuado para su desarrollo?',
];

export const themes = [
  'Servicios de identificación y confianza',
  'Sistemas transversales de gobierno',
  'Plataforma de prestación de servicios',
  'Transparencia y anticorrupción',
  'Datos como activo',
];

/** Id of the sub-table with this number, 1–5. The record of the table, not of its notes. */
export function demoSubTableId(no: number): string {
  return `${demoLabId}.submesa-${no}`;
}

export const demoSubTables: readonly SubTable[] = themes.map((theme, index) => ({
  id: demoSubTableId(index + 1),
  no: index + 1,
  theme,
  questions: [...guidingQuestions],
  notesDocumentId: `${demoLabId}.mesa-${index + 1}`,
}));
