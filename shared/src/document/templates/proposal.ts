// The prose of a proposal: five fixed questions, each with a line below to begin writing on, or what was said already.
import { proposalSections, type ProposalSection } from '../../domain/proposal.ts';
import type { DocumentJson } from '../seed.ts';
import { document, paragraph, questionHeading } from './builder.ts';

export const proposalQuestions: Readonly<Record<ProposalSection, string>> = {
  problem: '¿Qué problema atiende?',
  users: '¿A quiénes sirve y qué cambia para esas personas?',
  action: '¿Qué se propone hacer?',
  measure: '¿Cómo se sabrá que funcionó?',
  ogp_value: '¿Qué aporta al gobierno abierto?',
};

/** Blocks under the heading of each section; a section without any begins as an empty line. */
export type ProposalText = Partial<Record<ProposalSection, readonly DocumentJson[]>>;

export function proposalText(text: ProposalText = {}): DocumentJson {
  return document(
    ...proposalSections.flatMap((section, index) => {
      const blocks = text[section] ?? [];
      return [questionHeading(index + 1, proposalQuestions[section]), ...(blocks.length > 0 ? blocks : [paragraph()])];
    }),
  );
}

/** Plain words as blocks: a paragraph a line, without the empty ones. */
export function paragraphsOf(words: string): DocumentJson[] {
  return words
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => paragraph(line));
}
