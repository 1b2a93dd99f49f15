// What a sub-table leaves in writing when it closes: counts, then per question what was said, with folios, agreement and minority view,
// what goes to the plenary, and what nobody validated. No name of anybody: the text is kept for ever, people may ask to be forgotten.
import { countedActorKinds, type ActorKind } from '../../domain/actor-kind.ts';
import type { AgreementLevel, Cluster, Contribution, ContributionWay } from '../../domain/contribution.ts';
import type { SubTable } from '../../domain/lab.ts';
import { voiceOf } from '../../domain/table-coverage.ts';
import type { TablePeople } from '../../domain/table-people.ts';
import { momentInWords } from '../../i18n/dates.ts';
import { ui } from '../../i18n/es/ui.ts';
import type { DocumentJson } from '../seed.ts';
import {
  blockquote,
  bold,
  bulletList,
  document,
  heading,
  italic,
  orderedList,
  paragraph,
  table,
  type Inline,
} from './builder.ts';

export interface SubTableOutcome {
  readonly subTable: Pick<SubTable, 'no' | 'theme' | 'questions'>;
  /** Without those that were taken back; late ones are counted, and left out of the rest. */
  readonly contributions: readonly Contribution[];
  readonly clusters: readonly Cluster[];
  /** By cluster. */
  readonly dots: Readonly<Record<string, number>>;
  /** Only to know which kinds of actor were heard. */
  readonly people: TablePeople;
  /** Milliseconds since 1970. */
  readonly closedAt: number;
}

const agreementWords: Record<AgreementLevel, string> = { agree: 'Acuerdo', partial: 'Acuerdo parcial', disagree: 'Desacuerdo' };
const wayWords: Record<ContributionWay, string> = {
  phone: 'Desde el teléfono de cada quien',
  shared_phone: 'Desde un teléfono compartido',
  paper: 'En papel',
  spoken: 'De viva voz',
};

const contributionsInWords = (count: number): string => (count === 1 ? '1 aporte' : `${count} aportes`);

export function subTableResult(outcome: SubTableOutcome): DocumentJson {
  const { subTable, closedAt } = outcome;
  const late = outcome.contributions.filter((one) => one.late).length;
  const told = { ...outcome, contributions: outcome.contributions.filter((one) => !one.late) };
  return document(
    heading(1, `Resultado de la mesa ${subTable.no}: ${subTable.theme}`),
    paragraph(`La mesa se cerró ${momentInWords(closedAt, 'es')}, con ${contributionsInWords(told.contributions.length)}.`),
    ...counts(told, late),
    ...subTable.questions.flatMap((question, index) => questionPart(told, { question, no: index + 1 })),
    heading(2, 'Lo que va a la plenaria'),
    ...plenary(told),
    heading(2, 'Lo que quedó sin validar'),
    ...unvalidated(told),
  );
}

function counts({ contributions, people }: SubTableOutcome, late: number): DocumentJson[] {
  const kinds = contributions.map((one) => voiceOf(one, people).kind);
  const heard = [...countedActorKinds, 'cooperacion', 'otro'] satisfies ActorKind[];
  const rows = (entries: readonly (readonly [string, number])[]): [string, string][] =>
    entries.filter(([, count]) => count > 0).map(([what, count]) => [what, String(count)]);
  const byWay = rows(
    (Object.keys(wayWords) as ContributionWay[]).map((way) => [
      wayWords[way],
      contributions.filter((one) => one.way === way).length,
    ]),
  );
  const byKind = rows([
    ...heard.map((kind) => [ui.actorKinds[kind], kinds.filter((one) => one === kind).length] as const),
    ['Sin sector conocido', kinds.filter((kind) => kind === null).length],
  ]);
  const silent = countedActorKinds.filter((kind) => !kinds.includes(kind)).map((kind) => ui.actorKinds[kind]);
  return [
    heading(2, 'En números'),
    ...(contributions.length === 0
      ? []
      : [table(['Cómo llegaron', 'Aportes'], ...byWay), table(['Desde qué sector', 'Aportes'], ...byKind)]),
    ...(silent.length === 0 ? [] : [paragraph(`No se escuchó a: ${silent.join(', ')}.`)]),
    paragraph(late === 0 ? 'Sin aportes tardíos al cierre.' : `Aportes tardíos al cierre: ${late}. Se guardan aparte.`),
  ];
}

function questionPart(outcome: SubTableOutcome, { question, no }: { question: string; no: number }): DocumentJson[] {
  const clusters = outcome.clusters
    .filter((cluster) => cluster.question === no && said(outcome, cluster).length > 0)
    .sort((one, other) => one.position - other.position);
  return [
    heading(2, `${no}. ${question}`),
    ...(clusters.length === 0 ? [paragraph('Sin aportes.')] : clusters.flatMap((cluster) => clusterPart(outcome, cluster))),
  ];
}

function clusterPart(outcome: SubTableOutcome, cluster: Cluster): DocumentJson[] {
  const contributions = said(outcome, cluster);
  const dots = outcome.dots[cluster.id] ?? 0;
  const about = [
    cluster.agreement === null ? 'Sin nivel de acuerdo' : agreementWords[cluster.agreement],
    ...(contributions.length > 1 ? [contributionsInWords(contributions.length)] : []),
    ...(dots > 0 ? [dots === 1 ? '1 punto' : `${dots} puntos`] : []),
    ...(cluster.plenary ? ['va a la plenaria'] : []),
    cluster.validatedAt === null ? 'sin validar' : 'validado por la mesa',
  ];
  return [
    paragraph(italic(about.join(' · '))),
    bulletList(...contributions.map(withFolio)),
    ...(cluster.minorityView === null
      ? []
      : [blockquote(paragraph(bold('Opinión minoritaria: '), oneLine(cluster.minorityView)))]),
  ];
}

function plenary(outcome: SubTableOutcome): DocumentJson[] {
  const items = outcome.clusters.filter((cluster) => cluster.plenary && said(outcome, cluster).length > 0);
  if (items.length === 0) return [paragraph('La mesa no marcó nada para la plenaria.')];
  const lines = items.map((cluster): Inline[] => {
    const [first, ...others] = said(outcome, cluster);
    const more = others.length === 0 ? '' : ` (y ${others.map(({ folio }) => folio).join(', ')})`;
    return first ? [...withFolio(first), more] : [];
  });
  return [orderedList(...lines)];
}

function unvalidated({ contributions }: SubTableOutcome): DocumentJson[] {
  const open = contributions.filter(({ state }) => state === 'captured');
  return open.length === 0 ? [paragraph('Nada.')] : [paragraph(open.map(({ folio }) => folio).join(', '))];
}

function said({ contributions }: SubTableOutcome, { id }: Cluster): readonly Contribution[] {
  return contributions.filter(({ clusterId }) => clusterId === id);
}

function withFolio({ folio, text }: Contribution): Inline[] {
  return [bold(folio), ` ${oneLine(text)}`];
}

/** A line of a list is one paragraph: breaks within it become spaces. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
