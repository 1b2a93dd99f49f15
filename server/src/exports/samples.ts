// Texts for the tests of this room: one with every node and mark there is, and words nobody should run, print or read as marks.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';

export const text = (words: string, ...marks: readonly ('bold' | 'italic' | 'strike')[]): DocumentJson => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
export const paragraph = (...content: readonly DocumentJson[]): DocumentJson => block('paragraph', content);
export const footnote = (words: string): DocumentJson => ({ type: 'footnote', attrs: { text: words } });

let made = 0;
export function block(type: string, content: readonly DocumentJson[] = [], attrs: Record<string, unknown> = {}): DocumentJson {
  made += 1;
  return { type, attrs: { id: `b${made}`, ...attrs }, ...(content.length > 0 && { content: [...content] }) };
}
const cell = (type: 'tableHeader' | 'tableCell', words: string, attrs: Record<string, unknown> = {}): DocumentJson =>
  block(type, [paragraph(text(words))], { colspan: 1, rowspan: 1, colwidth: null, ...attrs });
const item = (...content: readonly DocumentJson[]): DocumentJson => block('listItem', content);

export const everything: DocumentJson = {
  type: 'doc',
  content: [
    block('heading', [text('Estrategia de innovación')], { level: 1 }),
    paragraph(
      text('Los trámites en '),
      text('Kʼicheʼ', 'bold'),
      text(', '),
      text('qʼeqchiʼ', 'italic'),
      text(' y '),
      text('español', 'strike'),
      footnote('Según el censo, 25 idiomas.'),
      text('. Vea '),
      { type: 'text', text: 'el compromiso', marks: [{ type: 'link', attrs: { href: 'https://ejemplo.gt/c11' } }] },
      text('.'),
      { type: 'hardBreak' },
      text('Otra línea, con ñ y á.'),
    ),
    block('heading', [text('Datos')], { level: 2 }),
    block('bulletList', [
      item(paragraph(text('uno')), block('orderedList', [item(paragraph(text('a'))), item(paragraph(text('b')))], { start: 3 })),
      item(paragraph(text('dos'), footnote('Otra nota.')), paragraph(text('sigue'))),
    ]),
    block('taskList', [
      block('taskItem', [paragraph(text('hecho'))], { checked: true }),
      block('taskItem', [paragraph(text('por hacer'))], { checked: false }),
    ]),
    block('heading', [text('Cifras')], { level: 3 }),
    block('table', [
      block('tableRow', [cell('tableHeader', 'Mesa'), cell('tableHeader', 'Voces'), cell('tableHeader', 'a|b')]),
      block('tableRow', [cell('tableCell', 'Datos', { rowspan: 2 }), cell('tableCell', '15'), cell('tableCell', '3')]),
      block('tableRow', [cell('tableCell', 'quince y tres', { colspan: 2 })]),
    ]),
    block('blockquote', [paragraph(text('Nadie entrega dos veces el mismo papel.')), paragraph(text('Ni tres.'))]),
    block('horizontalRule'),
    paragraph(text('Fin.')),
  ],
};

/** Words that are code, marks or commands somewhere. */
export const hostile: readonly string[] = [
  '#set page(width: 1cm)',
  '$x^2$ y $',
  '\\',
  '"',
  '=cmd()',
  '#import "@preview/x:1.0.0"',
  '*no* _es_ `marca` ~~nada~~',
  '<script>alert(1)</script> & &amp; ]]>',
  '[aquí](javascript:alert(1)) ![x](y)',
  '- uno',
  '+ uno',
  '12. uno',
  '1) uno',
  '# uno',
  '> uno',
  '| a | b |',
  '---',
  '===',
  '@cita <etiqueta> // nada /* nada */',
  'https://x.gt/a_b*c',
  ']#panic("no")[',
];
