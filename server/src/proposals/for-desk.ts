// Proposals as the desk of consolidation looks at them: those that may go into a draft, or did, with the words they would bring.
import { proposalSections, type ProposalSection } from '@cocrea/shared/domain/proposal.ts';
import type { ProposalDesk } from './ports.ts';
import { readProposals } from './proposal-record.ts';

const brought: readonly ProposalSection[] = ['problem', 'action'];

export async function proposalsForDesk(
  desk: ProposalDesk,
  labId: string,
): Promise<{ id: string; title: string; state: string; text: string; version: number }[]> {
  const proposals = (await readProposals(desk, { labId })).filter(
    ({ state, becameIds }) => state !== 'draft' && state !== 'withdrawn' && becameIds.length === 0,
  );
  const texts = await desk.texts.of(proposals.map(({ id }) => id));
  return proposals.map(({ id, title, state, version }) => {
    const sections = texts.get(id) ?? [];
    const said = brought.map(
      (section) => sections.find(({ question }) => question === proposalSections.indexOf(section) + 1)?.text ?? '',
    );
    return { id, title, state, version, text: said.filter((text) => text !== '').join('\n') };
  });
}
