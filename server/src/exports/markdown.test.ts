// Every node and mark of the schema as Markdown, and letters that would be marks as letters.
import { createSchema } from '@cocrea/shared/document/schema.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { describe, expect, test } from 'vitest';

import { markdownOf } from './markdown.ts';
import { everything, hostile, paragraph, text } from './samples.ts';
import { sheetOf } from './sheet-of-body.ts';

const imprint = {
  ...{ title: 'Borrador 1', labName: 'Ensayo "uno"', version: 'Borrador 1, congelado' },
  ...{ at: Date.UTC(2026, 0, 5, 15, 30), when: 'Congelado lun 5 ene 2026, 09:30', fingerprint: 'ab'.repeat(32) },
};
const doc = (...content: DocumentJson[]): DocumentJson => ({ type: 'doc', content });
const written = (...content: DocumentJson[]): string =>
  markdownOf(sheetOf(doc(...content)), imprint)
    .split('---\n\n')
    .slice(1)
    .join('---\n\n')
    .trimEnd();

test('the document of these tests has every node and every mark there is, and fits the schema', () => {
  const schema = createSchema();
  const used = new Set(JSON.stringify(everything).match(/(?<="type":")\w+/g));
  for (const name of [...Object.keys(schema.nodes), ...Object.keys(schema.marks)]) expect(used, name).toContain(name);
  expect(() => schema.nodeFromJSON(everything).check()).not.toThrow();
});

test('everything', () => {
  expect(markdownOf(sheetOf(everything), imprint)).toMatchInlineSnapshot(`
    "---
    Título: "Borrador 1"
    Laboratorio: "Ensayo \\"uno\\""
    Versión: "Borrador 1, congelado"
    Fecha: "2026-01-05T15:30:00.000Z"
    Huella (SHA-256): "abababababababababababababababababababababababababababababababab"
    ---

    # Estrategia de innovación

    Los trámites en **Kʼicheʼ**, *qʼeqchiʼ* y ~~español~~[^1]. Vea [el compromiso](<https://ejemplo.gt/c11>).\\
    Otra línea, con ñ y á.

    ## Datos

    - uno
      3. a
      4. b
    - dos[^2]

      sigue

    <!-- -->

    - [x] hecho
    - [ ] por hacer

    ### Cifras

    | Mesa | Voces | a\\|b |
    | --- | --- | --- |
    | Datos | 15 | 3 |
    |  | quince y tres |  |

    > Nadie entrega dos veces el mismo papel.
    >
    > Ni tres.

    ---

    Fin.

    [^1]: Según el censo, 25 idiomas.
    [^2]: Otra nota.
    "
  `);
});

describe('letters stay letters', () => {
  test.each(hostile)('%j', (words) => {
    const line = written(paragraph(text(words)));
    // Read back as CommonMark reads it: a mark behind a backslash is the letter.
    expect(line.replace(/\\([\\`*_[\]<>~|$&#+=.)-])/g, '$1')).toBe(words.trim());
    expect(line).not.toMatch(/^(?:#|[+-] |=|>|\d+[.)] )/);
  });

  test('ten million of them', () => {
    expect(written(paragraph(text('[x](y) '.repeat(1_500_000)))).length).toBeGreaterThan(10_000_000);
  });
});

describe('marks', () => {
  test.each([
    [
      'a space at the end of what is bold stays outside',
      [text('antes'), text(' uno ', 'bold'), text('después')],
      'antes **uno** después',
    ],
    ['between a letter and a point it is HTML', [text('x'), text('(a)', 'bold'), text('y')], 'x<strong>(a)</strong>y'],
    ['one mark after another', [text('a', 'bold'), text('b', 'italic')], '**a**<em>b</em>'],
    ['all of them', [text('a', 'bold', 'italic', 'strike')], '***~~a~~***'],
    ['only white space', [text('a'), text(' ', 'bold'), text('b')], 'a b'],
  ])('%s', (_, content, expected) => {
    expect(written(paragraph(...content))).toBe(expected);
  });
  test('a link that leads somewhere bad leads nowhere, and none leads out of its brackets', () => {
    const link = (href: string): DocumentJson => ({ type: 'text', text: 'aquí', marks: [{ type: 'link', attrs: { href } }] });
    expect(written(paragraph(link('javascript:alert(1)')))).toBe('aquí');
    expect(written(paragraph(link('https://x.gt/a>b c|d')))).toBe('[aquí](<https://x.gt/a%3Eb%20c%7Cd>)');
  });
});
