// Which proposals of a lab a reader is looking for, and how they are spread over the typologies. What is looked for stands in the address, so
// that a list can be sent to somebody.
import { gateOf, type GateSettings, type SeatKind } from '@cocrea/shared/domain/endorsement.ts';
import { foldName } from '@cocrea/shared/domain/person.ts';
import { typologies, type Proposal, type Typology } from '@cocrea/shared/domain/proposal.ts';
import { proposalStates, type ProposalState } from '@cocrea/shared/domain/proposal-state.ts';

export interface Wanted {
  /** Part of a title or of how the problem begins; accents and case do not matter. */
  readonly search: string;
  readonly state: ProposalState | 'active' | 'became' | 'all';
  readonly typology: Typology | 'all';
  readonly missing: SeatKind | 'all';
}

export const everyActive: Wanted = { search: '', state: 'active', typology: 'all', missing: 'all' };

/** A proposal that stands for itself and was not taken back. */
export function isActive({ state, becameIds }: Pick<Proposal, 'state' | 'becameIds'>): boolean {
  return becameIds.length === 0 && state !== 'withdrawn';
}

export function findProposals(
  proposals: readonly Proposal[],
  { wanted, gate }: { wanted: Wanted; gate: GateSettings },
): Proposal[] {
  const words = foldName(wanted.search);
  return proposals.filter((proposal) => {
    const { title, opening, state, becameIds, fields } = proposal;
    if (wanted.state === 'became' ? becameIds.length === 0 : wanted.state !== 'all' && becameIds.length > 0) return false;
    if (wanted.state === 'active' && !isActive(proposal)) return false;
    if (proposalStates.some((one) => one === wanted.state) && state !== wanted.state) return false;
    if (wanted.typology !== 'all' && fields.typology !== wanted.typology) return false;
    if (wanted.missing !== 'all' && !missingIn(proposal, gate).includes(wanted.missing)) return false;
    return foldName(`${title} ${opening}`).includes(words);
  });
}

function missingIn({ endorsements, checks }: Proposal, settings: GateSettings): readonly SeatKind[] {
  return gateOf(endorsements, { settings, checks }).missing;
}

export interface TypologyCount {
  readonly typology: Typology | null;
  readonly count: number;
}

/** Every typology, also those nobody proposes: that is what a spread is looked at for. Without one only where some have none. */
export function countByTypology(proposals: readonly Proposal[]): TypologyCount[] {
  const of = (typology: Typology | null): TypologyCount => ({
    typology,
    count: proposals.filter(({ fields }) => fields.typology === typology).length,
  });
  const without = of(null);
  return [...typologies.map(of), ...(without.count > 0 ? [without] : [])];
}

const names = { search: 'q', state: 'estado', typology: 'tipologia', missing: 'falta' } as const;

/** What cannot be read is not looked for. */
export function wantedIn(address: URLSearchParams, kinds: readonly SeatKind[]): Wanted {
  const among = <Value extends string>(values: readonly Value[], name: string, otherwise: Value): Value =>
    values.find((value) => value === address.get(name)) ?? otherwise;
  return {
    search: address.get(names.search) ?? '',
    state: among([...proposalStates, 'active', 'became', 'all'], names.state, everyActive.state),
    typology: among([...typologies, 'all'], names.typology, 'all'),
    missing: among([...kinds, 'all'], names.missing, 'all'),
  };
}

export function addressOf(wanted: Wanted): URLSearchParams {
  const address = new URLSearchParams();
  for (const [name, parameter] of Object.entries(names) as [keyof Wanted, string][]) {
    if (wanted[name] !== everyActive[name]) address.set(parameter, wanted[name]);
  }
  return address;
}
