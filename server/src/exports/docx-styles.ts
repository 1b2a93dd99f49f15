// How files of Word look: a serif for reading as the pages have it, headings without colour of their own, room for a binder.
import { AlignmentType, LevelFormat, type ILevelsOptions, type INumberingOptions, type IStylesOptions } from 'docx';
import { deepest } from './sheet.ts';

/** Twentieths of a point by which each list or quote stands further in. */
export const stepIndent = 400;

/** Word has them, and whoever has not is shown another of the kind. */
const serif = 'Georgia';
export const sans = 'Calibri';
const heading = (size: number, before: number) => ({
  run: { font: sans, size, bold: true, color: '1B1F24' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
});

export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: serif, size: 22, language: { value: 'es-GT' } },
      paragraph: { spacing: { after: 140, line: 290 } },
    },
    title: { run: { font: sans, size: 44, bold: true }, paragraph: { spacing: { after: 60 } } },
    heading1: heading(32, 360),
    heading2: heading(27, 280),
    heading3: heading(23, 220),
    hyperlink: { run: { color: '0B5A4A', underline: {} } },
    footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 40, line: 240 } } },
  },
  paragraphStyles: [
    {
      id: 'Cita',
      name: 'Cita',
      basedOn: 'Normal',
      run: { italics: true },
      paragraph: { indent: { left: stepIndent }, spacing: { after: 140 } },
    },
    {
      id: 'Ficha',
      name: 'Ficha',
      basedOn: 'Normal',
      run: { font: sans, size: 18, color: '57606A' },
      paragraph: { spacing: { after: 20 } },
    },
    {
      id: 'Celda',
      name: 'Celda',
      basedOn: 'Normal',
      run: { font: sans, size: 17 },
      paragraph: { spacing: { after: 20, line: 240 } },
    },
  ],
};

/** Numberings of the file: bullets, and one for each number an ordered list begins with. */
export function numberingOf(starts: Iterable<number>, nameOf: (start: number) => string): INumberingOptions {
  const levels = (of: (level: number) => Pick<ILevelsOptions, 'format' | 'text' | 'start'>): ILevelsOptions[] =>
    Array.from({ length: deepest + 1 }, (_, level) => ({
      level,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: stepIndent * (level + 1), hanging: 300 } } },
      ...of(level),
    }));
  return {
    config: [
      {
        reference: 'bullets',
        levels: levels((level) => ({ format: LevelFormat.BULLET, text: ['•', '–', '▪'][level % 3] ?? '•' })),
      },
      ...[...starts].map((start) => ({
        reference: nameOf(start),
        levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start })),
      })),
    ],
  };
}
