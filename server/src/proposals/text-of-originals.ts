// The prose a merge or a split begins with: what stood in the originals, section by section, without their block ids.
import { bold, paragraph } from '@cocrea/shared/document/templates/builder.ts';
import type { ProposalText } from '@cocrea/shared/document/templates/proposal.ts';
import { proposalSections } from '@cocrea/shared/domain/proposal.ts';
import type { ProposalDesk } from './ports.ts';

/** Where several say something in one section, each is headed by its title. */
export async function textOfOriginals(
  { texts }: ProposalDesk,
  originals: readonly { readonly id: string; readonly title: string }[],
): Promise<ProposalText> {
  const known = await texts.of(originals.map(({ id }) => id));
  return Object.fromEntries(
    proposalSections.map((section, index) => {
      const said = originals.flatMap(({ id, title }) => {
        const blocks = known.get(id)?.find(({ question }) => question === index + 1)?.blocks ?? [];
        return blocks.length === 0 ? [] : [{ title, blocks }];
      });
      return [
        section,
        said.flatMap(({ title, blocks }) => (said.length > 1 ? [paragraph(bold(title)), ...blocks] : [...blocks])),
      ];
    }),
  );
}
