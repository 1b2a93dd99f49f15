// The structure every Borrador of a strategy has: a line that says what it is, then nine sections, always the same and in this order.
// What stands in them is the lab's; a section nobody has begun is an empty line under its heading.
import type { DocumentJson } from '../seed.ts';
import { document, heading, italic, paragraph } from './builder.ts';

const sections = [
  ['presentation', 'Presentación'],
  ['concepts', 'Marco conceptual'],
  ['standards', 'Estándares'],
  ['norms', 'Normas'],
  ['process', 'Procesos y fases'],
  ['lines', 'Líneas de acción'],
  ['firstPhase', 'Plan de la primera fase'],
  ['glossary', 'Glosario'],
  ['annexes', 'Anexos'],
] as const;

export type BorradorSection = (typeof sections)[number][0];

export interface Borrador {
  readonly draftNo: number;
  /** Name of the strategy. */
  readonly title: string;
  /** Blocks under the heading of each section. */
  readonly text: Partial<Record<BorradorSection, readonly DocumentJson[]>>;
}

export function borrador({ draftNo, title, text }: Borrador): DocumentJson {
  return document(
    heading(1, title),
    paragraph(italic(`Borrador ${draftNo}, sujeto a observaciones`)),
    ...sections.flatMap(([section, name]) => [heading(2, name), ...(text[section] ?? [paragraph()])]),
  );
}
