// The matrix of observations as a sheet: its totals by sector, its rows, and in the annex every objection that was sustained, whatever rows were
// asked for. What is told of few and of whom is what the screen tells.
import type { PublicObservation } from '@cocrea/shared/api/publication.ts';
import { dispositions } from '@cocrea/shared/domain/observation.ts';
import { matrixTotals, toldCount } from '@cocrea/shared/domain/response-matrix.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { observations as about } from '@cocrea/shared/i18n/es/observations.ts';
import { papers } from '@cocrea/shared/i18n/es/papers.ts';
import { publication } from '@cocrea/shared/i18n/es/publication.ts';
import { ui } from '@cocrea/shared/i18n/es/ui.ts';
import type { Imprint } from './draft-paper.ts';
import { objectionsIn, rowsOf, type MatrixPaper } from './matrix-paper.ts';
import { clean } from './sheet-words.ts';
import type { Cell, Row, SheetBlock } from './sheet.ts';

const say = publication.matrix;
/** Of the columns of the rows, each beside the others. */
const widths = [1.1, 2.2, 3, 1.3, 3, 1.1];

export function matrixImprint({ labName, draft, at }: MatrixPaper): Imprint {
  const { title, frozenAt, fingerprint } = draft;
  const words = papers.draft;
  return {
    ...{ title: papers.matrix.title(title), labName, fingerprint },
    version: frozenAt === null ? words.live(title) : words.frozen(title),
    at: frozenAt ?? at,
    when: frozenAt === null ? words.liveAt(momentInWords(at, 'es')) : words.frozenAt(momentInWords(frozenAt, 'es')),
  };
}

export function matrixSheet(matrix: MatrixPaper): SheetBlock[] {
  const { observations, at, isPublic } = matrix;
  const rows = rowsOf(matrix);
  const objections = objectionsIn(matrix);
  return [
    line(papers.matrix.made(momentInWords(at, 'es'), say.shown(rows.length, observations.length)), ...chosen(matrix)),
    heading(say.totals),
    totals(matrix),
    ...(isPublic ? [line(say.fewWhy)] : []),
    heading(say.rows),
    rows.length === 0
      ? line(observations.length === 0 ? say.none : say.noneFound)
      : { kind: 'table', widths, rows: [row(papers.matrix.heads, true), ...rows.map((one) => row(cellsOf(one)))] },
    heading(papers.matrix.annex),
    ...(objections.length === 0 ? [line(say.objectionsNone)] : objections.flatMap(objectionOf)),
  ];
}

/** The filter in words, so that nobody takes a part for the whole. */
function chosen({ filter: { search, kind, disposition, actorKind } }: MatrixPaper): string[] {
  const asked = [
    ...(search.trim() === '' ? [] : [`${say.search}: «${search}»`]),
    ...(kind === null ? [] : [`${say.kind}: ${about.kinds[kind]}`]),
    ...(disposition === null
      ? []
      : [`${say.disposition}: ${disposition === 'none' ? say.undecided : about.dispositions[disposition]}`]),
    ...(actorKind === null ? [] : [`${say.actor}: ${ui.actorKinds[actorKind]}`]),
  ];
  return asked.length === 0 ? [] : [` ${papers.matrix.filtered(asked.join('; '))}`];
}

function totals({ observations, isPublic }: MatrixPaper): SheetBlock {
  const told = (count: number): string => {
    const known = toldCount(count, { isPublic });
    return known === null ? say.few : String(known);
  };
  const heads = [say.sector, ...dispositions.map((one) => about.dispositions[one]), say.undecided, say.total];
  const rows = matrixTotals(observations).map(({ actorKind, counts, total }) => [
    actorKind === null ? say.total : ui.actorKinds[actorKind],
    ...counts.map(told),
    told(total),
  ]);
  return { kind: 'table', rows: [row(heads, true), ...rows.map((cells) => row(cells))] };
}

function cellsOf(one: PublicObservation): string[] {
  const { disposition, duplicateOf, satisfaction } = one;
  const led = one.destinations.filter((text) => text !== '');
  return [
    [one.folio, ui.actorKinds[one.actorKind], one.onBehalfOf ?? one.name ?? say.anonymous, ...(one.late ? [say.late] : [])],
    [...(one.section === '' ? [] : [one.section]), `«${one.quote}»`],
    [
      `${about.kinds[one.kind]}. ${one.justification}`,
      ...(one.proposedText === null ? [] : [`${say.proposes}: «${one.proposedText}»`]),
    ],
    [
      disposition === null ? say.undecided : about.dispositions[disposition],
      ...(duplicateOf === null ? [] : [say.sameAs(duplicateOf)]),
    ],
    [
      one.response ?? '—',
      ...(led.length === 0 ? [] : [`${say.columns.destination}: ${led.map((text) => `«${text}»`).join(' · ')}`]),
      ...(one.signedBy === null ? [] : [`${papers.matrix.columns.signedBy}: ${one.signedBy}`]),
    ],
    [say.satisfactions[satisfaction]],
  ].map((lines) => lines.join('\n'));
}

function objectionOf(one: PublicObservation): SheetBlock[] {
  const { folio, justification, response, satisfactionReason } = one;
  return [
    heading(`${folio} · ${one.onBehalfOf ?? one.name ?? say.anonymous}`, 2),
    ...[
      `${say.columns.observation}: ${justification}`,
      `${say.columns.response}: ${response ?? '—'}`,
      `${papers.matrix.columns.objection}: ${satisfactionReason ?? '—'}`,
    ].map((words) => line(words)),
  ];
}

function heading(words: string, level: 1 | 2 = 1): SheetBlock {
  return { kind: 'heading', level, ...lineOf(words) };
}

function line(...words: readonly string[]): SheetBlock {
  return { kind: 'paragraph', ...lineOf(words.join('')) };
}

function row(cells: readonly string[], isHeader = false): Row {
  return {
    change: null,
    // A line of a cell is a paragraph of its own.
    cells: cells.map((words): Cell => ({ isHeader, columns: 1, rows: 1, blocks: words.split('\n').map((one) => line(one)) })),
  };
}

function lineOf(words: string) {
  const marks = { bold: false, italic: false, strike: false, href: null };
  return {
    ...{ id: null, change: null },
    pieces: words === '' ? [] : [{ kind: 'words', text: clean(words), marks, formerly: null, from: 0, change: null } as const],
  };
}
