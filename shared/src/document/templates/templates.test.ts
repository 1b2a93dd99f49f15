// Every template is a document the schema accepts, and carries what it promises.
import { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { createSchema } from '../schema.ts';
import type { DocumentJson } from '../seed.ts';
import { borrador } from './borrador.ts';
import * as build from './builder.ts';
import { freeNote } from './free-note.ts';
import { subTableNotes } from './sub-table-notes.ts';

const schema = createSchema();

function open(json: DocumentJson): Node {
  const node = Node.fromJSON(schema, json);
  node.check();
  return node;
}

function headings(node: Node): { text: string; level: number; question: unknown }[] {
  const found: { text: string; level: number; question: unknown }[] = [];
  node.forEach((child) => {
    const { level, question } = child.attrs;
    if (child.type.name === 'heading') found.push({ text: child.textContent, level: level as number, question });
  });
  return found;
}

test('a Borrador says what it is and has its nine sections, also when nobody has begun them', () => {
  const node = open(borrador({ draftNo: 2, title: 'Estrategia', text: { lines: [build.orderedList('Una línea')] } }));
  expect(headings(node).map(({ level, text }) => `${level} ${text}`)).toEqual([
    '1 Estrategia',
    '2 Presentación',
    '2 Marco conceptual',
    '2 Estándares',
    '2 Normas',
    '2 Procesos y fases',
    '2 Líneas de acción',
    '2 Plan de la primera fase',
    '2 Glosario',
    '2 Anexos',
  ]);
  expect(node.child(1).textContent).toBe('Borrador 2, sujeto a observaciones');
  expect(node.textContent).toContain('Una línea');
});

test('notes of a sub-table have its theme and one fixed heading a question, each with a line to write on', () => {
  const node = open(subTableNotes({ theme: 'Datos como activo', questions: ['¿Qué?', '¿Cómo?'] }));
  expect(headings(node)).toEqual([
    { text: 'Datos como activo', level: 1, question: null },
    { text: '¿Qué?', level: 2, question: 1 },
    { text: '¿Cómo?', level: 2, question: 2 },
  ]);
  expect(node.child(2).type.name).toBe('bulletList');
  expect(() => subTableNotes({ theme: 'Datos', questions: [] })).toThrow(RangeError);
});

test('a free note is one empty line', () => {
  const node = open(freeNote());
  expect(node.childCount).toBe(1);
  expect(node.child(0).type.name).toBe('paragraph');
  expect(node.textContent).toBe('');
});

test('everything the builder makes fits the schema', () => {
  const node = open(
    build.document(
      build.heading(3, 'Título'),
      build.paragraph('Con ', build.bold('negrita'), ', ', build.italic('cursiva'), build.footnote('Una nota'), '.'),
      build.paragraph(),
      build.bulletList('uno', ['dos', build.bold(' fuerte')], ''),
      build.orderedList('primero'),
      build.taskList('por hacer'),
      build.table(['No.', 'Hito'], ['1', ['Marco ', build.italic('conceptual')]]),
      build.blockquote(build.paragraph('cita')),
    ),
  );
  expect(node.textContent).toContain('dos fuerte');
  expect(() => build.table(['a', 'b'], ['sola'])).toThrow(RangeError);
});
