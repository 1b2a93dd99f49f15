// What a store is born with opens as the text it was made from, every block with an id.
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { blockTypes, bodyField, createSchema } from './schema.ts';
import { seedUpdate, type DocumentJson } from './seed.ts';

const text = (words: string, marks: DocumentJson['marks'] = undefined): DocumentJson => ({
  type: 'text',
  text: words,
  ...(marks && { marks }),
});
const paragraph = (...content: DocumentJson[]): DocumentJson => ({ type: 'paragraph', content });

const everything: DocumentJson = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [text('Borrador 1')] },
    { type: 'heading', attrs: { level: 2, question: 1 }, content: [text('¿Qué problema se atiende?')] },
    paragraph(text('La ñ, la '), text('negrita', [{ type: 'bold' }]), text(' y Kʼicheʼ'), {
      type: 'footnote',
      attrs: { text: 'Una nota' },
    }),
    { type: 'blockquote', content: [paragraph(text('cita'))] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('uno'))] }] },
    { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph(text('primero'))] }] },
    { type: 'taskList', content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(text('hecho'))] }] },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph(text('Hito'))] }] },
        { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(text('1'))] }] },
      ],
    },
    { type: 'horizontalRule' },
    paragraph(text('enlace', [{ type: 'link', attrs: { href: 'https://example.org/' } }])),
  ],
};

function open(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

function nodes(json: DocumentJson, found: DocumentJson[] = []): DocumentJson[] {
  found.push(json);
  for (const child of json.content ?? []) nodes(child, found);
  return found;
}

test('every block of a seeded document has an id of its own, and the text is the one given', () => {
  const doc = open(seedUpdate(everything, { clientId: 7 }));
  const json = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(bodyField)) as DocumentJson;
  const all = nodes(json);
  const blocks = all.filter((node) => (blockTypes as readonly string[]).includes(node.type ?? ''));
  const ids = blocks.map((node) => node.attrs?.['id'] as string);
  expect(new Set(blocks.map((node) => node.type))).toEqual(new Set(blockTypes));
  expect(ids.every((id) => /^[0-9a-z]{12}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(all.map((node) => node.text ?? '').join('')).toBe(
    nodes(everything)
      .map((node) => node.text ?? '')
      .join(''),
  );
  expect(() => createSchema().nodeFromJSON(json).check()).not.toThrow();
});

test('the seed belongs to the client it was given to, in one update', () => {
  const update = seedUpdate(everything, { clientId: 4_000_000_000 });
  expect([...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update)).keys()]).toEqual([4_000_000_000]);
});

test('ids a template already has are kept', () => {
  const doc = open(seedUpdate({ type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'abcdefabcdef' } }] }, { clientId: 1 }));
  expect((doc.getXmlFragment(bodyField).get(0) as Y.XmlElement).getAttribute('id')).toBe('abcdefabcdef');
});

test('a template that does not fit the schema is refused', () => {
  expect(() => seedUpdate({ type: 'doc', content: [{ type: 'blink' }] }, { clientId: 1 })).toThrow(RangeError);
  expect(() => seedUpdate({ type: 'doc', content: [{ type: 'tableRow' }] }, { clientId: 1 })).toThrow(RangeError);
});
