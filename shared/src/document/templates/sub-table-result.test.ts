// The result of a table: every folio that came in time, what was agreed about it, and nobody's name.
import { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import type { Cluster, Contribution } from '../../domain/contribution.ts';
import { newId } from '../../domain/ids.ts';
import { createSchema } from '../schema.ts';
import { subTableResult, type SubTableOutcome } from './sub-table-result.ts';

const schema = createSchema();
const subTable = { no: 5, theme: 'Datos como activo', questions: ['¿Qué hay?', '¿Qué falta?', '¿Quién?', '¿Cómo?'] };

function contribution(no: number, more: Partial<Contribution> = {}): Contribution {
  const id = newId();
  return {
    id,
    folio: `M5-A-000${no}`,
    subTableId: 'mesa-5',
    question: 1,
    text: `Aporte ${no}`,
    language: 'es',
    authorId: newId(),
    authorName: 'Ana Secreta',
    authorKind: 'ciudadania',
    circle: null,
    onBehalfOf: null,
    way: 'phone',
    clusterId: id,
    marks: [],
    state: 'captured',
    late: false,
    writtenAt: 0,
    receivedAt: 0,
    version: 1,
    ...more,
  };
}
function cluster(of: Contribution, more: Partial<Cluster> = {}): Cluster {
  const { clusterId: id, subTableId, question } = of;
  return {
    id,
    subTableId,
    question,
    agreement: null,
    minorityView: null,
    plenary: false,
    position: 1,
    validatedAt: null,
    version: 1,
    ...more,
  };
}
function written(outcome: Partial<SubTableOutcome>): string[] {
  const nothing = { contributions: [], clusters: [], dots: {}, people: { people: [], paper: [] } };
  const json = subTableResult({ subTable, closedAt: Date.UTC(2019, 4, 9, 20), ...nothing, ...outcome });
  const node = Node.fromJSON(schema, json);
  node.check();
  const lines: string[] = [];
  node.descendants((child) => {
    if (child.isTextblock) lines.push(child.textContent);
    return !child.isTextblock;
  });
  return lines;
}

test('holds what was said of a question, with folios, agreement, minority view and dots', () => {
  const [first, second] = [contribution(1, { state: 'validated', text: 'Hay firma,\npoca gente la usa.' }), contribution(2)];
  const joined = { ...second, clusterId: first.clusterId, way: 'shared_phone' as const };
  const lines = written({
    contributions: [first, joined],
    clusters: [cluster(first, { agreement: 'partial', minorityView: 'No en todas partes.', plenary: true, validatedAt: 1 })],
    dots: { [first.clusterId]: 7 },
  });
  expect(lines[0]).toBe('Resultado de la mesa 5: Datos como activo');
  expect(lines[1]).toContain('9 may 2019');
  expect(lines).toContain('M5-A-0001 Hay firma, poca gente la usa.');
  expect(lines).toContain('Acuerdo parcial · 2 aportes · 7 puntos · va a la plenaria · validado por la mesa');
  expect(lines).toContain('Opinión minoritaria: No en todas partes.');
  expect(lines).toContain('M5-A-0001 Hay firma, poca gente la usa. (y M5-A-0002)');
  expect(lines.filter((line) => line === 'Sin aportes.')).toHaveLength(3);
  expect(lines.slice(lines.indexOf('Lo que quedó sin validar'))).toEqual(['Lo que quedó sin validar', 'M5-A-0002']);
});

test('names nobody, and leaves late contributions out of what the table said', () => {
  const [own, late] = [contribution(1, { onBehalfOf: 'Doña Marta' }), contribution(2, { late: true, text: 'Llegó después' })];
  const text = written({ contributions: [own, late], clusters: [cluster(own), cluster(late)] }).join('\n');
  expect(text).not.toMatch(/Ana Secreta|Marta|Llegó después|M5-A-0002/);
  expect(text).toContain('Aportes tardíos al cierre: 1');
});

test('of a table where nobody said anything is a document all the same', () => {
  const lines = written({});
  expect(lines).toContain('La mesa no marcó nada para la plenaria.');
  expect(lines).toContain('No se escuchó a: Ciudadanía, ONG, Sector público, Academia, Sector privado.');
});

test('an empty line and markup are text like any other', () => {
  const odd = contribution(1, { text: '<b>no</b> & «sí» ʼ' });
  expect(written({ contributions: [odd], clusters: [cluster(odd)] })).toContain('M5-A-0001 <b>no</b> & «sí» ʼ');
});
