// @vitest-environment jsdom
// What people really paste: Word's HTML with its lists that are none, Google Docs' bold that is none, pages with scripts.
import { createSchema } from '@cocrea/shared/document/schema.ts';
import { DOMParser as ProseMirrorParser, type Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { cleanPastedHtml } from './clean-pasted-html.ts';

const schema = createSchema();

/** The document that comes out, in a short form: blocks as `type[child|child]`, marks as `*bold*`, `/italic/`, `~struck~`, `<href>`. */
function pasted(html: string): string {
  const clean = cleanPastedHtml(html);
  const body = new DOMParser().parseFromString(clean, 'text/html').body;
  const doc = ProseMirrorParser.fromSchema(schema).parse(body);
  doc.check();
  return inside(doc);
}
function inside(node: Node): string {
  const parts: string[] = [];
  node.forEach((child) => parts.push(shortOf(child)));
  return parts.join(node.isTextblock ? '' : '|');
}
function shortOf(node: Node): string {
  if (node.isText) {
    let text = node.text ?? '';
    for (const { type, attrs } of node.marks) {
      if (type.name === 'bold') text = `*${text}*`;
      if (type.name === 'italic') text = `/${text}/`;
      if (type.name === 'strike') text = `~${text}~`;
      if (type.name === 'link') text = `${text}<${String(attrs['href'])}>`;
    }
    return text;
  }
  if (node.type.name === 'footnote') return `{${String(node.attrs['text'])}}`;
  if (node.type.name === 'hardBreak') return '↵';
  const level = node.type.name === 'heading' ? String(node.attrs['level']) : '';
  const done = node.type.name === 'taskItem' && node.attrs['checked'] ? '✓' : '';
  return `${node.type.name}${level}${done}[${inside(node)}]`;
}

const wordHead = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-number-format:bullet;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>`;

test('Word: paragraphs, bold, italics and accents stay; styles, o:p and conditional comments go', () => {
  expect(
    pasted(`${wordHead}<body lang=ES-GT style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoNormal style='margin-bottom:8.0pt'><b style='mso-bidi-font-weight:normal'><span lang=ES-GT style='font-size:12.0pt;color:#2F5496'>Gobierno
abierto</span></b><span lang=ES-GT> en Sololá: <i>ñandú</i> y Kʼicheʼ<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Segundo<span style='mso-spacerun:yes'>   </span>párrafo<o:p></o:p></p><!--EndFragment--></body></html>`),
  ).toBe('paragraph[*Gobierno abierto* en Sololá: /ñandú/ y Kʼicheʼ]|paragraph[Segundo párrafo]');
});

test('Word: lists written as paragraphs become lists, with their levels and kinds', () => {
  const item = (level: number, marker: string, text: string, name = 'MsoListParagraphCxSpMiddle') =>
    `<p class=${name} style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>\n`;
  expect(
    pasted(
      `${wordHead}<body><p class=MsoNormal>Antes</p>${item(1, '·', 'Uno', 'MsoListParagraphCxSpFirst')}${item(2, 'o', 'Uno punto uno')}${item(2, 'o', 'Uno punto dos')}${item(1, '·', 'Dos', 'MsoListParagraphCxSpLast')}<p class=MsoNormal>Entre</p>${item(1, '3.', 'Tres')}${item(1, '4.', 'Cuatro')}</body></html>`,
    ),
  ).toBe(
    'paragraph[Antes]|' +
      'bulletList[listItem[paragraph[Uno]|bulletList[listItem[paragraph[Uno punto uno]]|listItem[paragraph[Uno punto dos]]]]|listItem[paragraph[Dos]]]|' +
      'paragraph[Entre]|orderedList[listItem[paragraph[Tres]]|listItem[paragraph[Cuatro]]]',
  );
});

test('Word: headings, titles and deep headings fit our three levels, without bold of their own', () => {
  expect(
    pasted(
      `${wordHead}<body><p class=MsoTitle>Estrategia</p><h1 style='x'><b>Uno</b></h1><h2><span style='font-weight:bold'>Dos</span></h2><h5>Cinco</h5></body></html>`,
    ),
  ).toBe('heading1[Estrategia]|heading1[Uno]|heading2[Dos]|heading3[Cinco]');
});

test('Word: footnotes return to where they are called', () => {
  expect(
    pasted(`${wordHead}<body><p class=MsoNormal>Según la norma<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span>[1]</span><![endif]></span></span></a>, sigue.</p>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> Decreto
57-2008.<o:p></o:p></p></div></div></body></html>`),
  ).toContain('paragraph[Según la norma{Decreto 57-2008.}, sigue.]');
});

test('Word: tables keep rows, cells and headings, not widths and colours', () => {
  expect(
    pasted(
      `${wordHead}<body><table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='height:14pt'><td width=208 valign=top style='width:155.8pt'><p class=MsoNormal><b>Hito</b><o:p></o:p></p></td><td><p class=MsoNormal>Fecha</p></td></tr><tr><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td><td>2019</td></tr></table></body></html>`,
    ),
  ).toBe(
    'table[tableRow[tableCell[paragraph[*Hito*]]|tableCell[paragraph[Fecha]]]|tableRow[tableCell[paragraph[\u00a0]]|tableCell[paragraph[2019]]]]',
  );
});

test('Google Docs: the bold around everything is none, the bold of a span is', () => {
  expect(
    pasted(
      `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">Texto </span><span style="font-weight:700;font-style:italic">fuerte</span><span style="text-decoration:line-through">no</span></p><ul><li dir="ltr" aria-level="1" role="checkbox" aria-checked="true"><p role="presentation">hecho</p></li></ul></b>`,
    ),
  ).toBe('paragraph[Texto /*fuerte*/~no~]|taskList[taskItem✓[paragraph[hecho]]]');
});

test('pages: scripts, handlers, frames and pictures go, words stay', () => {
  const html = `<div onclick="alert(1)">Hola<script>alert(1)</script><img src=x onerror=alert(1)><iframe src="https://x"></iframe><style>p{}</style><svg onload=alert(1)></svg> mundo</div>`;
  expect(pasted(html)).toBe('paragraph[Hola mundo]');
  expect(cleanPastedHtml(html)).not.toMatch(/alert|onerror|onclick|iframe/);
});

test('links: safe ones stay, javascript:, data: and relative ones leave their words', () => {
  expect(
    pasted(
      `<p><a href="https://inap.gob.gt/x?y=1" class="z" onclick="a()" target="_top">INAP</a> <a href="javascript:alert(1)">uno</a> <a href=" JAVASCRIPT:alert(1)">dos</a> <a href="data:text/html,x">tres</a> <a href="/x">cuatro</a> <a name="ancla">cinco</a></p>`,
    ),
  ).toBe('paragraph[INAP<https://inap.gob.gt/x?y=1> uno dos tres cuatro cinco]');
});

test('mails: a table inside a table becomes its text', () => {
  expect(pasted(`<table><tr><td><table><tr><td><p>a</p></td><td><p>b</p></td></tr></table></td></tr></table>`)).toBe(
    'table[tableRow[tableCell[paragraph[a]|paragraph[b]]]]',
  );
});

test('a copy from our own editor is taken as it is', () => {
  const own = '<p data-pm-slice="1 1 []">uno<sup data-footnote="nota" class="footnote"></sup></p>';
  expect(cleanPastedHtml(own)).toBe(own);
  expect(pasted(own)).toBe('paragraph[uno{nota}]');
});

test('what is pasted never brings an id or the number of a question with it', () => {
  const body = new DOMParser().parseFromString('<h2 data-id="abc" data-question="1">Pregunta</h2>', 'text/html').body;
  const { attrs } = ProseMirrorParser.fromSchema(schema).parse(body).child(0);
  expect(attrs).toMatchObject({ id: null, question: null });
});
