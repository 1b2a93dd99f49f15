// The matrix of observations as a table for spreadsheets: one row an observation, all that the screen's matrix shows and nothing else.
import type { PublicObservation } from '@cocrea/shared/api/publication.ts';
import { momentInColumns } from '@cocrea/shared/i18n/dates.ts';
import { observations as about } from '@cocrea/shared/i18n/es/observations.ts';
import { papers } from '@cocrea/shared/i18n/es/papers.ts';
import { ui } from '@cocrea/shared/i18n/es/ui.ts';
import { csvOf } from './csv.ts';
import { rowsOf, type MatrixPaper } from './matrix-paper.ts';

const { columns, yes, satisfactions } = papers.matrix;

type Column = keyof typeof columns;

const cells: Readonly<Record<Column, (one: PublicObservation) => string | null>> = {
  folio: ({ folio }) => folio,
  receivedAt: ({ receivedAt }) => momentInColumns(receivedAt),
  late: ({ late }) => (late ? yes : ''),
  actorKind: ({ actorKind }) => ui.actorKinds[actorKind],
  name: ({ name }) => name,
  onBehalfOf: ({ onBehalfOf }) => onBehalfOf,
  kind: ({ kind }) => about.kinds[kind],
  section: ({ section }) => section,
  quote: ({ quote }) => quote,
  justification: ({ justification }) => justification,
  proposedText: ({ proposedText }) => proposedText,
  disposition: ({ disposition }) => (disposition === null ? null : about.dispositions[disposition]),
  duplicateOf: ({ duplicateOf }) => duplicateOf,
  response: ({ response }) => response,
  destinations: ({ destinations }) => destinations.filter((text) => text !== '').join('\n'),
  signedBy: ({ signedBy }) => signedBy,
  decidedAt: ({ decidedAt }) => (decidedAt === null ? null : momentInColumns(decidedAt)),
  satisfaction: ({ satisfaction }) => satisfactions[satisfaction],
  objection: ({ satisfaction, satisfactionReason }) => (satisfaction === 'unsatisfied' ? satisfactionReason : null),
};

export function matrixAsCsv(matrix: MatrixPaper): Uint8Array {
  const names = Object.keys(cells) as Column[];
  const rows = rowsOf(matrix).map((one) => names.map((name) => cells[name](one) ?? ''));
  return csvOf([names.map((name) => columns[name]), ...rows]);
}
