// What keeps the gate of a proposal closed, as sentences: the seats, then each condition.
import type { Gate } from '@cocrea/shared/domain/endorsement.ts';
import type { Words } from './words.ts';

export function lacksOf(gate: Gate, { proposals: say }: Words): string[] {
  const { impact, ogpValue, unmeasured } = gate.checks;
  return [
    say.seatsMissing(gate),
    impact ? '' : say.gate.impactTodo,
    unmeasured.length === 0 ? '' : say.gate.measuresMissing(unmeasured),
    ogpValue ? '' : say.gate.ogpValueTodo,
  ].filter((lack) => lack !== '');
}
