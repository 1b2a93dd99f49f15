// How a run is told: a table of all rows as they are measured, the ten of them that fit a README, and what it was measured on.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { peers } from './goal.ts';
import { versionOf } from './peers/install.ts';
import { percentile, type Row, type Scenario } from './scenario.ts';
import { type TargetName, targetNames } from './target.ts';

const root = join(import.meta.dirname, '../..');
/** From here on the load had nearly all of its core to itself, and the number is its own as much as the target's. */
const loadBound = 0.9;

/** What one target gave in each round. */
export type Rounds = readonly Readonly<Record<string, number>>[];
export type Results = ReadonlyMap<TargetName, Rounds>;

export const head = [
  `| work | ${targetNames.join(' | ')} | ours ÷ raw | ours ÷ best peer | goal | |`,
  `|---|${'--:|'.repeat(targetNames.length + 2)}---|---|`,
];

/** One row of the table for each number of a scenario, and one for the load where it is known. */
export function rowsOf({ rows, targets }: Scenario, results: Results): string[] {
  const told = rows.map((row) => rowOf(row, results));
  const loads = targetNames.map((target) => medianOf(results, target, 'load'));
  if (targets.length > 0 && loads.some((load) => !Number.isNaN(load)))
    told.push(`| ↳ the load's own core | ${loads.map(number).join(' | ')} | | | | |`);
  return told;
}

function rowOf(row: Row, results: Results): string {
  const { key, label, unit, goal } = row;
  const cells = targetNames.map((target) => {
    const marked = medianOf(results, target, 'load') >= loadBound ? ' †' : '';
    return `${number(medianOf(results, target, key))}${marked}`;
  });
  const { toRaw, toPeer } = ratiosOf(key, results);
  const name = `${label}${unit && ` (${unit})`}`;
  return `| ${[name, ...cells, number(toRaw), number(toPeer), goal?.told ?? '', verdict(row, results)].join(' | ')} |`;
}

function verdict({ key, goal }: Row, results: Results): string {
  if (goal === undefined || Number.isNaN(medianOf(results, 'cocrea', key))) return '';
  const met = goal.met((target) => medianOf(results, target, key));
  return met === null ? '' : met ? 'reached' : '**missed**';
}

/** The ten lines: what it is, ours, and how it stands to the others. */
export function briefOf(measured: ReadonlyMap<Scenario, Results>): string {
  const lines = [`| work | ours | bare relay | ${peers.map(versionOf).join(' | ')} |`, '|---|--:|--:|--:|--:|'];
  for (const [{ rows }, results] of measured) {
    for (const { key, unit, brief } of rows) {
      if (brief === undefined) continue;
      const ours = medianOf(results, 'cocrea', key);
      const others = (['raw', ...peers] as const).map((target) => {
        const theirs = medianOf(results, target, key);
        return Number.isNaN(theirs) ? '–' : ours > 0 && Number.isFinite(theirs) ? `${number(theirs / ours)} ×` : number(theirs);
      });
      lines.push(`| ${[brief, `${number(ours)} ${unit}`.trim(), ...others].join(' | ')} |`);
    }
  }
  return lines.join('\n');
}

export interface Circumstances {
  /** Of each scenario. */
  readonly rounds: readonly number[];
  readonly short: boolean;
  readonly pinned: string;
  /** The machine's load average before each measurement. */
  readonly busy: readonly number[];
}

export function circumstancesInWords({ rounds, short, pinned, busy }: Circumstances): string {
  const [model] = cpus();
  const cores = cpus().length;
  const usual = percentile(busy, 0.5);
  const shared =
    busy.length === 0
      ? ''
      : ` Before its measurements the load average of the machine was ${number(usual)} in the middle and ${number(Math.max(...busy))} at most${usual > cores ? ': **it was shared with other work, and times and rates are worse than on a quiet machine; ratios say more**' : ''}.`;
  return [
    `${new Date().toISOString().slice(0, 10)}, ${roundsInWords(rounds)}${short ? ', short (these numbers say little)' : ''}.`,
    `Node ${process.version}, ${model?.model.trim() ?? 'unknown processor'}, ${cores} cores, ${Math.round(totalmem() / 2 ** 30)} GB; ${pinned}.`,
    `Beside ours: a bare \`ws\` relay (raw), ${peers.map(versionOf).join(', ')}.${shared}`,
  ].join('\n');
}

function roundsInWords(rounds: readonly number[]): string {
  const [least, most] = [Math.min(...rounds), Math.max(...rounds)];
  if (most === 1) return 'one round';
  return least === most ? `medians of ${most} rounds` : `medians of ${least} to ${most} rounds`;
}

export const loadNow = (): number => loadavg()[0] ?? 0;

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
export function writeBetween(file: string, name: string, text: string): void {
  const path = join(root, file);
  const marks = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(\n<!-- /${name} -->)`);
  const before = readFileSync(path, 'utf8');
  if (!marks.test(before)) throw new Error(`${file} has no place marked ${name}`);
  writeFileSync(
    path,
    before.replace(marks, (_all, open: string, close: string) => `${open}${text}${close}`),
  );
}

function ratiosOf(key: string, results: Results): { toRaw: number; toPeer: number } {
  const ours = medianOf(results, 'cocrea', key);
  const theirs = peers.map((peer) => medianOf(results, peer, key)).filter((value) => Number.isFinite(value));
  const isRate = key === 'shown' || key === 'rate';
  const best = theirs.length === 0 ? Number.NaN : isRate ? Math.max(...theirs) : Math.min(...theirs);
  return { toRaw: ours / medianOf(results, 'raw', key), toPeer: ours / best };
}

function medianOf(results: Results, target: TargetName, key: string): number {
  const values = (results.get(target) ?? []).map((result) => result[key] ?? Number.NaN);
  return values.length === 0 ? Number.NaN : percentile(values, 0.5);
}

function number(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return 'never';
  if (value === 0 || Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(3);
}
