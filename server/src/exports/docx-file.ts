// A whole file of Word, with what it is written into its properties and at the foot of every page.
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx';
import { papers } from '@cocrea/shared/i18n/es/papers.ts';
import type { Comment, Imprint } from './draft-paper.ts';
import { notesOf, headId } from './docx-notes.ts';
import { runsOf, type DocxNotes } from './docx-lines.ts';
import { docxOf, orderedFrom } from './docx-sheet.ts';
import { docxStyles, numberingOf, sans } from './docx-styles.ts';
import type { Line, SheetBlock } from './sheet.ts';

/** Twentieths of a point: letter, the paper of Guatemala, with an inch around. */
const page = { width: 12_240, height: 15_840, margin: 1_300 };

export async function sheetAsDocx(
  sheet: readonly SheetBlock[],
  { imprint, comments, isWide = false }: { imprint: Imprint; comments: readonly Comment[]; isWide?: boolean },
): Promise<Uint8Array> {
  const { notes, options } = notesOf(comments, sheet);
  const starts = new Map<number, number>();
  const children = docxOf(sheet, { notes, starts, isWide });
  return pack(imprint, {
    isWide,
    children: [...headOf(imprint, notes), ...children],
    numbering: numberingOf(starts.keys(), orderedFrom),
    footnotes: notes.footnotes,
    comments: { children: options },
  });
}

interface Parts {
  readonly children: readonly FileChild[];
  readonly isWide?: boolean;
  readonly numbering?: ReturnType<typeof numberingOf>;
  readonly footnotes?: DocxNotes['footnotes'];
  readonly comments?: { readonly children: ReturnType<typeof notesOf>['options'] };
}

async function pack(imprint: Imprint, { children, isWide = false, ...parts }: Parts): Promise<Uint8Array> {
  const { title, labName, version, when, at, fingerprint } = imprint;
  const say = papers.draft;
  const { width, height, margin } = page;
  const document = new Document({
    title,
    subject: `${version}. ${labName}`,
    creator: labName,
    lastModifiedBy: labName,
    description: fingerprint === null ? when : `${when}. ${say.fingerprintOf(fingerprint)}`,
    customProperties: [
      { name: say.version, value: version },
      { name: say.date, value: new Date(at).toISOString() },
      ...(fingerprint === null ? [] : [{ name: say.fingerprint, value: fingerprint }]),
    ],
    styles: docxStyles,
    ...parts,
    sections: [
      {
        properties: {
          page: {
            size: { width, height, orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        footers: { default: footerOf(imprint) },
        children,
      },
    ],
  });
  const bytes = await Packer.toBuffer(document);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function headOf(imprint: Imprint, notes: DocxNotes): Paragraph[] {
  const { title, labName, version, when, fingerprint } = imprint;
  const say = papers.draft;
  const facts = [labName, version, when, fingerprint === null ? say.liveWhy : say.fingerprintOf(fingerprint)];
  const marks = { bold: false, italic: false, strike: false, href: null };
  const line: Line = {
    id: headId,
    pieces: [{ kind: 'words', text: title, marks, formerly: null, from: 0, change: null }],
    change: null,
  };
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(line, notes) }),
    ...facts.map((text) => new Paragraph({ style: 'Ficha', children: [new TextRun(text)] })),
    new Paragraph({}),
  ];
}

/** The version at the foot of every page: a page that was taken out still says what it is of. */
function footerOf({ version, when, fingerprint }: Imprint): Footer {
  const say = papers.draft;
  const about = [version, when, ...(fingerprint === null ? [] : [say.fingerprintOf(fingerprint)])];
  const run = (children: readonly string[]): TextRun => new TextRun({ children, size: 15, font: sans, color: '57606A' });
  return new Footer({
    children: [
      new Paragraph({ children: [run([about.join(' · ')])], spacing: { after: 0 } }),
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [run([`${say.page} `, PageNumber.CURRENT, ` ${say.pageOf} `, PageNumber.TOTAL_PAGES])],
      }),
    ],
  });
}
