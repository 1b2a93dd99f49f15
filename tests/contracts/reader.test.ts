// The reading threads: differences for joiners, and documents rewritten smaller that must read exactly as before.
import { createReader, type ReaderSettings } from '@cocrea/server/src/reading/reader.ts';
import { visibleContent } from '@cocrea/server/src/reading/visible-content.ts';
import { readStoredUpdate } from '@cocrea/server/src/realtime/update/read-update.ts';
import { seedUpdate } from '@cocrea/shared/document/seed.ts';
import { borrador } from '@cocrea/shared/document/templates/borrador.ts';
import { paragraphsOf, proposalText } from '@cocrea/shared/document/templates/proposal.ts';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';

const readers: ReturnType<typeof createReader>[] = [];
function reader(settings: Partial<ReaderSettings> = {}): ReturnType<typeof createReader> {
  const made = createReader({ threads: 1, ...settings });
  readers.push(made);
  return made;
}
afterAll(() => Promise.all(readers.map((one) => one.close())));

function recorded(doc: Y.Doc): Uint8Array[] {
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  return updates;
}
function opened(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

test('a difference holds what the other lacks, and no more', async () => {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'x'.repeat(50_000));
  const there = opened([Y.encodeStateAsUpdate(doc)]);
  doc.getText('t').insert(3, 'nuevo');
  const difference = await reader().diff(Y.encodeStateAsUpdate(doc), Y.encodeStateVector(there));
  expect(difference.length).toBeLessThan(200);
  Y.applyUpdate(there, difference);
  expect(there.getText('t').toString()).toBe(doc.getText('t').toString());
});

test('compaction joins runs: the same text and clocks in a fraction of the bytes', async () => {
  const doc = new Y.Doc();
  const updates = recorded(doc);
  for (const letter of 'Guatemala escribe una estrategia. '.repeat(40)) doc.getText('t').insert(doc.getText('t').length, letter);
  const { bytes: compacted } = await reader().compact(updates);
  const back = opened([compacted]);
  expect(back.getText('t').toString()).toBe(doc.getText('t').toString());
  expect(Y.encodeStateVector(back)).toEqual(Y.encodeStateVector(doc));
  expect(compacted.length * 10).toBeLessThan(updates.reduce((sum, { length }) => sum + length, 0));
});

test('what stands under the fixed headings is read from as many updates as there are', async () => {
  const doc = new Y.Doc();
  const updates = recorded(doc);
  Y.applyUpdate(doc, seedUpdate(proposalText({ problem: paragraphsOf('Uno.\nDos.') }), { clientId: 7 }));
  const body = doc.getXmlFragment('default');
  (body.get(1) as Y.XmlElement).insert(1, [new Y.XmlText(' Y algo más.')]);
  const [problem, users] = await reader().sections(updates);
  expect([problem?.question, problem?.text, users?.text]).toEqual([1, 'Uno. Y algo más.\nDos.', '']);
  await expect(reader().sections([])).resolves.toEqual([]);
});

test('[CO4] what was deleted is collected: its words are not in the compacted document any more', async () => {
  const doc = new Y.Doc({ gc: false });
  const updates = recorded(doc);
  const paragraphs = doc.getXmlFragment('prosemirror');
  for (const words of ['se queda', 'se borra '.repeat(500), 'también se queda']) {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    paragraphs.push([paragraph]);
  }
  paragraphs.delete(1, 1);
  const { bytes: compacted } = await reader().compact(updates);
  expect(Buffer.from(compacted).includes('se borra')).toBe(false);
  expect(compacted.length).toBeLessThan(300);
  expect(opened([compacted]).getXmlFragment('prosemirror').toString()).toBe(paragraphs.toString());
  // Who still holds the deleted words merges with it as before.
  paragraphs.insert(0, [new Y.XmlElement('heading')]);
  const merged = opened([compacted, ...updates]);
  expect(merged.getXmlFragment('prosemirror').toString()).toBe(paragraphs.toString());
});

test('updates that lack what they build on are refused, and so are bytes that are none; the thread answers on', async () => {
  const one = reader();
  const doc = new Y.Doc();
  const updates = recorded(doc);
  for (const letter of 'abc') doc.getText('t').insert(0, letter);
  await expect(one.compact(updates.slice(1))).rejects.toThrow('lack');
  await expect(one.compact([Uint8Array.of(9, 9, 9)])).rejects.toThrow();
  await expect(one.diff(Uint8Array.of(255), Uint8Array.of(0))).rejects.toThrow();
  expect(
    opened([(await one.compact(updates)).bytes])
      .getText('t')
      .toString(),
  ).toBe('cba');
  expect(opened([(await one.compact([])).bytes]).share.size).toBe(0);
});

test('the bytes given in stay usable: they belong to whoever asked', async () => {
  const one = reader();
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'hola');
  const update = Y.encodeStateAsUpdate(doc);
  await one.diff(update, Y.encodeStateVector(new Y.Doc()));
  await one.compact([update]);
  expect(opened([update]).getText('t').toString()).toBe('hola');
});

test('joiners do not wait behind compactions while there are two threads', async () => {
  const one = reader({ threads: 2 });
  const doc = new Y.Doc();
  const updates = recorded(doc);
  for (let no = 0; no < 3000; no += 1) doc.getText('t').insert(0, 'a');
  const settled: string[] = [];
  await Promise.all([
    one.compact(updates).then(() => settled.push('first compaction')),
    one.compact(updates).then(() => settled.push('second compaction')),
    one.diff(updates[0] ?? Uint8Array.of(), Uint8Array.of(0)).then(() => settled.push('joiner')),
  ]);
  expect(settled).toHaveLength(3);
  expect(settled.indexOf('joiner')).toBeLessThan(settled.indexOf('second compaction'));
});

test('closed, it refuses what waits and what comes', async () => {
  const one = reader();
  const waiting = [1, 2, 3].map(() => one.compact([]));
  const refused = Promise.all(waiting.map((answer) => expect(answer).rejects.toMatchObject({ code: 'internal' })));
  await one.close();
  await refused;
  await expect(one.compact([])).rejects.toMatchObject({ code: 'internal' });
});

/** A step of somebody's writing; places and lengths are taken modulo what there is. */
type Step =
  | {
      readonly does: 'type' | 'erase' | 'embolden' | 'paragraph' | 'cut' | 'set';
      readonly who: number;
      readonly at: number;
      readonly length: number;
    }
  | { readonly does: 'sync'; readonly who: number; readonly at: number; readonly length: number };

function take(step: Step, docs: readonly Y.Doc[]): void {
  const doc = docs[step.who % docs.length];
  if (doc === undefined) return;
  const text = doc.getText('text');
  const body = doc.getXmlFragment('body');
  const place = step.at % (text.length + 1);
  const reach = Math.min(step.length, text.length - place);
  if (step.does === 'type') text.insert(place, 'ñandú '.repeat(step.length));
  if (step.does === 'erase') text.delete(place, reach);
  if (step.does === 'embolden') text.format(place, reach, { bold: step.length % 2 === 0 ? true : null });
  if (step.does === 'paragraph') {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.setAttribute('id', `b${step.at}`);
    paragraph.insert(0, [new Y.XmlText(`párrafo ${step.at}`)]);
    body.insert(step.at % (body.length + 1), [paragraph]);
  }
  if (step.does === 'cut' && body.length > 0) body.delete(step.at % body.length, 1);
  if (step.does === 'set') doc.getMap('settings').set(`k${step.at % 3}`, step.length);
  if (step.does === 'sync') {
    const other = docs[(step.who + 1 + (step.at % (docs.length - 1))) % docs.length];
    if (other !== undefined) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)));
  }
}

test('whatever three people write, with whatever is deleted meanwhile, reads the same compacted', async () => {
  const one = reader();
  const step = fc.record({
    does: fc.constantFrom<Step['does'][]>('type', 'erase', 'embolden', 'paragraph', 'cut', 'set', 'sync', 'sync'),
    who: fc.nat(2),
    at: fc.nat(1000),
    length: fc.integer({ min: 1, max: 9 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
      const logs = docs.map(recorded);
      for (const taken of steps) take(taken as Step, docs);
      const updates = logs.flat();
      const truth = opened(updates);
      const compacted = await one.compact(updates);
      expect(compacted).toEqual(readStoredUpdate(compacted.bytes));
      const back = opened([compacted.bytes]);
      expect(visibleContent(back)).toEqual(visibleContent(truth));
      expect(back.getText('text').toDelta()).toEqual(truth.getText('text').toDelta());
      expect(back.getXmlFragment('body').toString()).toBe(truth.getXmlFragment('body').toString());
      expect(back.getMap('settings').toJSON()).toEqual(truth.getMap('settings').toJSON());
      // And it merges on with those who were there before it.
      docs[0]?.getText('text').insert(0, 'después ');
      Y.applyUpdate(back, Y.encodeStateAsUpdate(docs[0] ?? truth));
      Y.applyUpdate(truth, Y.encodeStateAsUpdate(docs[0] ?? truth));
      expect(back.getText('text').toString()).toBe(truth.getText('text').toString());
    }),
    { numRuns: 60 },
  );
});

test('what follows a document begins as all of it, under the same clients, and says its own number', async () => {
  const doc = new Y.Doc();
  const updates = recorded(doc);
  Y.applyUpdate(doc, seedUpdate(borrador({ draftNo: 1, title: 'Estrategia', text: {} }), { clientId: 7 }));
  const { update, clientId } = await reader().successor(updates, { from: 1, to: 2 });
  const next = opened([update]);
  expect(next.getXmlFragment('default').toString()).toBe(
    doc.getXmlFragment('default').toString().replace('Borrador 1,', 'Borrador 2,'),
  );
  expect([...next.store.clients.keys()].sort((a, b) => a - b)).toEqual([7, clientId ?? 0].sort((a, b) => a - b));
  const unnumbered = await reader().successor(updates, { from: 5, to: 6 });
  expect(unnumbered.clientId).toBeNull();
  expect(opened([unnumbered.update]).getXmlFragment('default').toString()).toBe(doc.getXmlFragment('default').toString());
});

/** Letters typed each before the other: for its bytes, the text that takes most memory to read. */
function typedBackwards(letters: number): Uint8Array {
  const doc = new Y.Doc();
  const updates = recorded(doc);
  doc.transact(() => {
    for (let no = 0; no < letters; no += 1) doc.getText('t').insert(0, 'a');
  });
  return updates[0] ?? Uint8Array.of(0, 0);
}

test('a text larger than the memory for reading is refused in words, before it is read or after, and the thread is replaced', async () => {
  const troubles: Error[] = [];
  const one = reader({ memory: 64, onTrouble: (trouble) => troubles.push(trouble) });
  const refusal = { code: 'text_too_large_to_read' };
  await expect(one.compact([new Uint8Array(40 * 1024 * 1024)])).rejects.toMatchObject({ ...refusal, details: { megabytes: 41 } });
  expect(troubles).toEqual([]);
  const hungry = typedBackwards(200_000);
  for (let time = 0; time < 3; time += 1) await expect(one.compact([hungry])).rejects.toMatchObject(refusal);
  expect(troubles).toHaveLength(3);
  await expect(one.sections([])).resolves.toEqual([]);
});

test('what does not fit into the share of a thread is read alone; others wait and joiners do not', async () => {
  const troubles: Error[] = [];
  const one = reader({ threads: 4, memory: 512, onTrouble: (trouble) => troubles.push(trouble) });
  // A share is 128 MiB, and all but the joiners' 384.
  const hungry = typedBackwards(350_000);
  const settled: string[] = [];
  const told = (name: string) => (): void => void settled.push(name);
  const asked = [
    one.compact([hungry]).then(told('large')),
    ...Array.from({ length: 6 }, () => one.sections([]).then(told('small'))),
    one.diff(hungry, Y.encodeStateVector(new Y.Doc())).then(told('joiner')),
  ];
  await Promise.all(asked);
  expect(settled.indexOf('joiner')).toBeLessThan(settled.indexOf('large'));
  expect(settled.filter((name) => name === 'small')).toHaveLength(6);
  // What it needs is only about known beforehand: it died of its share once, and was read after that with all there was.
  expect(troubles).toHaveLength(1);
});
