// Change the words of what one contributed, until the table validated it.
import type { BodyOf } from '@cocrea/shared/api/contract.ts';
import type { editContribution as contract } from '@cocrea/shared/api/contributions.ts';
import type { Contribution } from '@cocrea/shared/domain/contribution.ts';
import type { Caller } from '../http/caller.ts';
import { changeOwn, type OwnCommand } from './change-own.ts';
import { readOnBehalfOf, readText } from './contribution-text.ts';
import type { ContributionLedger } from './ports.ts';

/** Throws AppError `missing_field`, `text_too_long`, and those of `changeOwn`. */
export function editContribution(
  ledger: ContributionLedger,
  caller: Caller,
  { text, language, onBehalfOf, ...command }: OwnCommand & BodyOf<typeof contract>,
): Promise<Contribution> {
  return changeOwn(ledger, caller, {
    ...command,
    from: 'captured',
    decide: () => ({
      set: { text: readText(text), language, on_behalf_of: readOnBehalfOf(onBehalfOf) },
      type: 'contribution.edited',
    }),
  });
}
