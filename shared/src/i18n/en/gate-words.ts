// What a proposal lacks to pass the transversal gate, in English.
import type { Measure, SeatKind } from '../../domain/endorsement.ts';
import type { ErrorDetails } from '../../errors.ts';
import { listInWords } from '../lists.ts';
import { ui } from './ui.ts';

const measures: Record<Measure, string> = {
  indicator: 'the indicator',
  baseline: 'the baseline',
  target: 'the target',
  date: 'the date',
};
const checks = { impact: 'whom it serves', ogp_value: 'what it adds to open government' };

const listed = (items: readonly string[]): string => listInWords(items, 'en');

export function seatsMissing(gate: { missing: readonly SeatKind[]; filled: number; threshold: number }): string {
  const kinds = listed(gate.missing.map((kind) => ui.actorKinds[kind]));
  const needed = gate.threshold - gate.filled;
  if (needed <= 0) return '';
  if (needed === gate.missing.length) return `Missing: ${kinds}`;
  return `${needed === 1 ? '1 sector is missing' : `${needed} sectors are missing`}, out of: ${kinds}`;
}

export function measuresMissing(unmeasured: readonly Measure[]): string {
  return `Missing: ${listed(unmeasured.map((measure) => measures[measure]))}.`;
}

export function gateRefused({ missing = '', lacks = '', filled = 0, threshold = 0 }: ErrorDetails): string {
  const seats = seatsMissing({
    missing: String(missing).split(',').filter(Boolean) as SeatKind[],
    filled: Number(filled),
    threshold: Number(threshold),
  });
  const words = { ...checks, ...measures } as Readonly<Record<string, string>>;
  const conditions = listed(
    String(lacks)
      .split(',')
      .flatMap((lack) => words[lack] ?? []),
  );
  const said = [seats, conditions === '' ? '' : `It does not say yet: ${conditions}`].filter((one) => one !== '').join('. ');
  return `It cannot be validated yet. ${said}. Complete it and try again.`;
}
