// The keys of the board, each for one thing; they work while a card has the focus, and nowhere where one types.
import type { AgreementLevel, ContributionMark } from '@cocrea/shared/domain/contribution.ts';

/** By the first letters of the Spanish words; `t` for the second letter of *Actor*. */
export const markKeys: Readonly<Record<string, ContributionMark>> = { a: 'agreement', t: 'actor', n: 'norm', p: 'proposal' };
export const agreementKeys: Readonly<Record<string, AgreementLevel | null>> = {
  '1': 'agree',
  '2': 'partial',
  '3': 'disagree',
  '0': null,
};
export const groupKey = 'g';
export const minorityKey = 'm';
export const plenaryKey = 's';
