// A file of Word, opened: its headings, lists, tables and footnotes are Word's own, what is suggested is tracked, remarks are comments, and no
// letter of anybody's is XML.
import { suggestionsBetween } from '@cocrea/shared/document/suggestions/suggestions.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { sheetAsDocx } from './docx-file.ts';
import type { Comment } from './draft-paper.ts';
import { block, everything, footnote, hostile, paragraph, text } from './samples.ts';
import { sheetOf, type Suggested } from './sheet-of-body.ts';

const imprint = {
  ...{ title: 'Borrador 1', labName: 'Ensayo & Cía.', version: 'Borrador 1, congelado' },
  ...{ at: Date.UTC(2026, 0, 5, 15, 30), when: 'Congelado lun 5 ene 2026, 09:30', fingerprint: 'ab'.repeat(32) },
};
const doc = (...content: DocumentJson[]): DocumentJson => ({ type: 'doc', content });

async function opened(
  body: DocumentJson,
  { suggested = [], comments = [] }: { suggested?: readonly Suggested[]; comments?: readonly Comment[] } = {},
): Promise<(name: string) => string> {
  const files = unzipSync(await sheetAsDocx(sheetOf(body, suggested), { imprint, comments }));
  return (name) => strFromU8(files[name] ?? new Uint8Array());
}
/** Words of a piece of XML, as Word shows them. */
const wordsIn = (xml: string): string =>
  [...xml.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)]
    .map(([, words = '']) =>
      words
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&apos;/g, "'")
        .replace(/&amp;/g, '&'),
    )
    .join('');
const paragraphsOf = (xml: string): string[] => [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map(([one]) => one);
/** The words as they are while nothing is accepted, or once everything is. */
const without = (xml: string, tag: 'ins' | 'del'): string =>
  wordsIn(xml.replace(new RegExp(`<w:${tag} [^>]*[^/]>.*?</w:${tag}>`, 'gs'), ''));

describe('every node and mark', () => {
  test('is one of Word’s own', async () => {
    const file = await opened(everything);
    const xml = file('word/document.xml');
    for (const level of [1, 2, 3]) expect(xml).toContain(`<w:pStyle w:val="Heading${level}"/>`);
    const styled = (style: string): string[] =>
      paragraphsOf(xml)
        .filter((one) => one.includes(`<w:pStyle w:val="${style}"/>`))
        .map(wordsIn);
    expect(styled('Heading1')).toEqual(['Estrategia de innovación']);
    expect(styled('Cita')).toEqual(['Nadie entrega dos veces el mismo papel.', 'Ni tres.']);
    expect(xml).toMatch(/<w:rPr><w:b\/>(?:<w:bCs\/>)?<\/w:rPr><w:t[^>]*>Kʼicheʼ</);
    expect(xml).toMatch(/<w:i\/>(?:<w:iCs\/>)?<\/w:rPr><w:t[^>]*>qʼeqchiʼ</);
    expect(xml).toMatch(/<w:strike\/><\/w:rPr><w:t[^>]*>español</);
    expect(xml).toContain('<w:br/>');
    expect(xml.match(/<w:numPr>/g)?.length).toBe(4);
    expect(xml.match(/w14:checkbox>/g)?.length).toBe(4);
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('<w:gridSpan w:val="2"/>');
    expect(xml).toContain('<w:vMerge w:val="restart"/>');
    expect(xml).toContain('<w:pBdr>');
    expect(file('word/_rels/document.xml.rels')).toContain('https://ejemplo.gt/c11');
    expect(file('word/numbering.xml')).toContain('<w:start w:val="3"/>');
    const notes = file('word/footnotes.xml');
    expect(notes).toContain('Según el censo, 25 idiomas.');
    expect(xml.match(/<w:footnoteReference w:id="[12]"\/>/g)).toEqual([
      '<w:footnoteReference w:id="1"/>',
      '<w:footnoteReference w:id="2"/>',
    ]);
  });

  test('with its version, date and fingerprint in the properties and at the foot', async () => {
    const file = await opened(everything);
    expect(file('docProps/core.xml')).toContain('<dc:title>Borrador 1</dc:title>');
    expect(file('docProps/core.xml')).toContain('Ensayo &amp; Cía.');
    expect(file('docProps/custom.xml')).toContain(imprint.fingerprint);
    expect(file('docProps/custom.xml')).toContain('2026-01-05T15:30:00.000Z');
    const foot = wordsIn(file('word/footer1.xml'));
    for (const said of [imprint.version, imprint.when, imprint.fingerprint]) expect(foot).toContain(said);
    expect(wordsIn(file('word/document.xml'))).toContain(`Huella (SHA-256): ${imprint.fingerprint}`);
  });
});

describe('letters stay letters', () => {
  test.each(hostile)('%j', async (words) => {
    const file = await opened(doc(paragraph(text(words), footnote(words))));
    expect(wordsIn(file('word/document.xml'))).toContain(words);
    expect(wordsIn(file('word/footnotes.xml'))).toContain(words);
  });
  test('what is no letter to XML is a space', async () => {
    const file = await opened(doc(paragraph(text('a\u0000b\u001fc\uFFFEd\uD800e'))));
    expect(wordsIn(file('word/document.xml'))).toContain('a b c d\uFFFDe');
  });
  test('a paragraph of ten million letters', async () => {
    const file = await opened(doc(paragraph(text('palabra & '.repeat(1_000_000)))));
    expect(file('word/document.xml').length).toBeGreaterThan(10_000_000);
  });
});

describe('suggestions are tracked changes', () => {
  const body = doc(
    block('heading', [text('Datos')], { id: 'h', level: 1 }),
    { ...paragraph(text('Los trámites se hacen en español.')), attrs: { id: 'p' } },
    { ...paragraph(text('Sobra este párrafo.')), attrs: { id: 'q' } },
    block('bulletList', [{ ...block('listItem', [{ ...paragraph(text('uno')), attrs: { id: 'i1p' } }]), attrs: { id: 'i1' } }], {
      id: 'l',
    }),
  );
  const [heading, first, , list] = body.content as [DocumentJson, DocumentJson, DocumentJson, DocumentJson];
  const suggest = (author: string, fork: DocumentJson): Suggested => ({
    ...{ author, at: Date.UTC(2026, 1, 2, 12), body: fork, suggestions: suggestionsBetween(body, fork) },
  });
  const ana = suggest(
    'Ana "la de datos"',
    doc(
      heading,
      {
        ...first,
        content: [text('Los trámites se hacen en '), text('Kʼicheʼ y '), text('español.', 'bold'), footnote('Ley 19.')],
      },
      { ...paragraph(text('Un párrafo nuevo.')), attrs: { id: 'n' } },
      {
        ...list,
        content: [
          ...(list.content ?? []),
          { ...block('listItem', [{ ...paragraph(text('dos')), attrs: { id: 'i2p' } }]), attrs: { id: 'i2' } },
        ],
      },
    ),
  );
  const luis = suggest(
    'Luis',
    doc(heading, { ...first, content: [text('Los trámites se harán en español.')] }, ...(body.content ?? []).slice(2)),
  );

  test('of one person: words, a format, a footnote, a paragraph and an item, with author and date', async () => {
    const file = await opened(body, { suggested: [ana] });
    const xml = file('word/document.xml');
    expect(xml).toMatch(
      /<w:ins w:id="\d+" w:author="Ana &quot;la de datos&quot;" w:date="2026-02-02T12:00:00.000Z"><w:r>.*?Kʼicheʼ y /,
    );
    expect(xml).toMatch(/<w:del w:id="\d+" [^>]*><w:r><w:delText xml:space="preserve">Sobra este párrafo\.<\/w:delText>/);
    // The end of a paragraph that comes or goes is tracked too, so that accepting or rejecting leaves no empty one.
    const [gone = '', come = ''] = ['Sobra este', 'Un párrafo nuevo'].map(
      (words) => paragraphsOf(xml).find((one) => one.includes(words)) ?? '',
    );
    expect(gone).toMatch(/<w:pPr>.*<w:rPr><w:del /);
    expect(come).toMatch(/<w:pPr>.*<w:rPr><w:ins /);
    expect(xml).toMatch(/<w:rPrChange [^>]*w:author="Ana/);
    expect(xml).toMatch(/<w:ins [^>]*>(?:(?!<\/w:ins>).)*<w:footnoteReference w:id="1"\/>/);
    expect(file('word/footnotes.xml')).toContain('Ley 19.');
    expect(without(xml, 'ins')).toContain('Los trámites se hacen en español.Sobra este párrafo.uno');
    expect(without(xml, 'del')).toContain('Los trámites se hacen en Kʼicheʼ y español.Un párrafo nuevo.unodos');
    const ids = [...xml.matchAll(/<w:(?:ins|del|rPrChange) w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('of two people, in the same sentence', async () => {
    const xml = (await opened(body, { suggested: [ana, luis] }))('word/document.xml');
    const sentence = paragraphsOf(xml).find((one) => one.includes('Los trámites')) ?? '';
    expect(without(sentence, 'ins')).toBe('Los trámites se hacen en español.');
    expect(without(sentence, 'del')).toBe('Los trámites se harán en Kʼicheʼ y español.');
    expect(sentence).toMatch(/<w:ins [^>]*w:author="Luis"/);
  });

  test('of nobody, none', async () => {
    expect((await opened(body))('word/document.xml')).not.toMatch(/<w:(?:ins|del) /);
  });
});

describe('remarks are comments', () => {
  const body = doc({
    ...paragraph(text('Nadie entrega '), text('dos veces', 'bold'), text(' el mismo papel.')),
    attrs: { id: 'p' },
  });
  const comment = (anchor: Comment['anchor'], more: Partial<Comment> = {}): Comment => ({
    ...{
      author: 'Marta Ixquiac',
      at: Date.UTC(2026, 1, 2),
      text: '¿Y en la <otra> ventanilla?',
      isResolved: false,
      anchor,
      replies: [],
    },
    ...more,
  });

  test('over their words, with their answers', async () => {
    const replies = [{ author: 'Luis', at: Date.UTC(2026, 1, 3), text: 'También.' }];
    const file = await opened(body, { comments: [comment({ blockId: 'p', from: 6, to: 16 }, { replies, isResolved: true })] });
    const xml = file('word/document.xml');
    const over = /<w:commentRangeStart w:id="0"\/>(.*?)<w:commentRangeEnd w:id="0"\/>/s.exec(xml)?.[1] ?? '';
    expect(wordsIn(over)).toBe('entrega do');
    expect(xml).toContain('<w:commentReference w:id="1"/>');
    const said = file('word/comments.xml');
    expect(wordsIn(said)).toContain('¿Y en la <otra> ventanilla?');
    expect(said).toMatch(/w:author="Marta Ixquiac"/);
    expect(said).toMatch(/w:initials="MI"/);
    expect(file('word/commentsExtended.xml')).toMatch(/w15:paraIdParent=/);
    expect(file('word/commentsExtended.xml')).toMatch(/w15:done="1"/);
  });

  test('whose words are gone stand at the title; none is lost', async () => {
    const file = await opened(body, {
      comments: [comment({ blockId: 'gone', from: 0, to: 3 }), comment({ blockId: 'p', from: 900, to: 2 })],
    });
    const xml = file('word/document.xml');
    const title = paragraphsOf(xml).find((one) => one.includes('"Title"')) ?? '';
    expect(title).toContain('<w:commentReference w:id="0"/>');
    expect(xml).toContain('<w:commentReference w:id="1"/>');
  });
});
