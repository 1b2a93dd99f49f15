// One thing that happened to a proposal, as a sentence.
import type { Happened } from '@cocrea/shared/api/proposals.ts';
import { actorKinds } from '@cocrea/shared/domain/actor-kind.ts';
import type { Words } from './words.ts';

/** Null for what is no part of the life of a proposal. */
export function happenedInWords({ type, data }: Pick<Happened, 'type' | 'data'>, { proposals, ui }: Words): string | null {
  const say = proposals.history.of;
  switch (type) {
    case 'proposal.created':
      return data['by'] === 'merge' ? say.createdByMerge : data['by'] === 'split' ? say.createdBySplit : say.created;
    case 'proposal.changed':
      return data['title'] === true ? say.renamed : say.changed;
    case 'proposal.submitted':
      return say.submitted;
    case 'proposal.validation_started':
      return say.validationStarted;
    case 'proposal.observed':
      return say.observed;
    case 'proposal.validated':
      return say.validated;
    case 'proposal.withdrawn':
      return say.withdrawn;
    case 'proposal.incorporated':
      return say.incorporated;
    case 'proposal.not_incorporated':
      return say.notIncorporated;
    case 'proposal.endorsed': {
      const kind = actorKinds.find((one) => one === data['actorKind']) ?? 'otro';
      return say.endorsed(ui.actorKinds[kind]);
    }
    case 'proposal.endorsement_withdrawn':
      return say.endorsementWithdrawn;
    case 'proposal.merged':
      return say.merged;
    case 'proposal.merge_undone':
      return say.mergeUndone;
    case 'proposal.split':
      return say.split;
    case 'proposal.split_undone':
      return say.splitUndone;
    default:
      return null;
  }
}
