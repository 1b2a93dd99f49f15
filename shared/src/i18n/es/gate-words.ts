// What a proposal lacks to pass the transversal gate, in Spanish: the same words on its page and in the refusal.
import type { Measure, SeatKind } from '../../domain/endorsement.ts';
import type { ErrorDetails } from '../../errors.ts';
import { listInWords } from '../lists.ts';
import { ui } from './ui.ts';

const measures: Record<Measure, string> = {
  indicator: 'el indicador',
  baseline: 'la línea de base',
  target: 'la meta',
  date: 'la fecha',
};
const checks = { impact: 'decir a quiénes sirve', ogp_value: 'decir qué aporta al gobierno abierto' };

const listed = (items: readonly string[]): string => listInWords(items, 'es');

/** `Falta Academia`, `Faltan 2 sectores entre: …`; empty when the seats are enough. */
export function seatsMissing(gate: { missing: readonly SeatKind[]; filled: number; threshold: number }): string {
  const kinds = listed(gate.missing.map((kind) => ui.actorKinds[kind]));
  const needed = gate.threshold - gate.filled;
  if (needed <= 0) return '';
  if (needed === gate.missing.length) return `${needed === 1 ? 'Falta' : 'Faltan'} ${kinds}`;
  return `${needed === 1 ? 'Falta 1 sector' : `Faltan ${needed} sectores`} entre: ${kinds}`;
}

export function measuresMissing(unmeasured: readonly Measure[]): string {
  return `${unmeasured.length === 1 ? 'Falta' : 'Faltan'} ${listed(unmeasured.map((measure) => measures[measure]))}.`;
}

/** `missing` and `lacks` are lists with commas between, as `gate_not_fulfilled` brings them. */
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
  const said = [seats, conditions === '' ? '' : `Falta ${conditions}`].filter((one) => one !== '').join('. ');
  return `Todavía no se puede validar. ${said}. Complételo y vuelva a intentarlo.`;
}
