// Two people and a block that changes under the hands of one: what the other typed into it meanwhile is there in the end, once.
import { initProseMirrorDoc, updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import { Node } from '@tiptap/pm/model';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { lostIn, rescueWords } from './rescue-words.ts';
import { bodyField, createSchema } from './schema.ts';
import { seedUpdate, type DocumentJson } from './seed.ts';

const schema = createSchema();
const paragraph = (id: string, text: string): DocumentJson => ({
  type: 'paragraph',
  attrs: { id },
  ...(text && { content: [{ type: 'text', text }] }),
});
const heading = (id: string, text: string): DocumentJson => ({
  ...paragraph(id, text),
  type: 'heading',
  attrs: { id, level: 2 },
});
const item = (...content: DocumentJson[]): DocumentJson => ({
  type: 'bulletList',
  attrs: { id: 'list' },
  content: [{ type: 'listItem', attrs: { id: 'item' }, content }],
});

/** A screen: its document, and an editor that writes by y-tiptap's own hand. */
class Screen {
  readonly doc = new Y.Doc();
  arriving: Uint8Array | null = null;
  ownClients = new Set<number>();
  present: number[] = [];
  stop = (): void => undefined;

  constructor(clientId: number, update: Uint8Array) {
    this.doc.clientID = clientId;
    Y.applyUpdate(this.doc, update, 'wire');
    this.stop = rescueWords(this.doc, {
      arrives: (origin) => origin === 'wire',
      meant: () => Y.decodeUpdate(this.arriving!).ds,
      ownClients: this.ownClients,
      present: () => this.present,
      mayWrite: () => true,
    });
  }

  get body(): Y.XmlFragment {
    return this.doc.getXmlFragment(bodyField);
  }

  /** Makes the document say this, as an editor would. */
  write(...content: DocumentJson[]): void {
    const { meta } = initProseMirrorDoc(this.body, schema);
    updateYFragment(this.doc, this.body, Node.fromJSON(schema, { type: 'doc', content }), meta);
  }

  receive(from: Screen): void {
    this.arriving = Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(this.doc));
    Y.applyUpdate(this.doc, this.arriving, 'wire');
    this.arriving = null;
  }

  get text(): string {
    const say = (json: DocumentJson): string => json.text ?? `${json.type}[${(json.content ?? []).map(say).join('')}]`;
    return ((yXmlFragmentToProsemirrorJSON(this.body) as DocumentJson).content ?? []).map(say).join('');
  }
}

function meet(...screens: Screen[]): void {
  for (let round = 0; round < 3; round += 1) {
    for (const to of screens) for (const from of screens) if (to !== from) to.receive(from);
    vi.advanceTimersByTime(0);
  }
}

function settle(...screens: Screen[]): string {
  vi.advanceTimersByTime(5000);
  meet(...screens);
  expect(new Set(screens.map(({ text }) => text)).size).toBe(1);
  return screens[0]!.text;
}

const start = seedUpdate(
  { type: 'doc', content: [paragraph('p1', 'Primero.'), paragraph('p2', 'El compromiso tiene metas.'), paragraph('p3', 'Fin.')] },
  { clientId: 1 },
);
const first = paragraph('p1', 'Primero.');
const end = paragraph('p3', 'Fin.');
let ana: Screen;
let beto: Screen;
beforeEach(() => {
  vi.useFakeTimers();
  ana = new Screen(100, start);
  beto = new Screen(200, start);
  ana.present = beto.present = [100, 200];
});
afterEach(() => {
  ana.stop();
  beto.stop();
  vi.useRealTimers();
});

test('a paragraph made a heading keeps what another typed into it, in its place', () => {
  ana.write(first, paragraph('p2', 'El compromiso tiene seis metas.'), end);
  ana.write(first, paragraph('p2', 'El compromiso tiene seis metas claras.'), end);
  beto.write(first, heading('p2', 'El compromiso tiene metas.'), end);
  meet(ana, beto);
  expect(settle(ana, beto)).toBe('paragraph[Primero.]heading[El compromiso tiene seis metas claras.]paragraph[Fin.]');
});

test('a space between two words is a word’s worth too; alone it makes no paragraph', () => {
  ana.write(first, paragraph('p2', 'El compromiso tiene metas. '), end);
  beto.write(first, heading('p2', 'El compromiso tiene metas.'), end);
  meet(ana, beto);
  expect(settle(ana, beto)).toBe('paragraph[Primero.]heading[El compromiso tiene metas. ]paragraph[Fin.]');
  ana.write(first, heading('p2', 'El compromiso tiene metas.  '), end);
  beto.write(first, end);
  meet(ana, beto);
  expect(settle(ana, beto)).toBe('paragraph[Primero.]paragraph[Fin.]');
});

test('the same when it becomes a list', () => {
  ana.write(first, paragraph('p2', 'El compromiso tiene metas. Y plazos.'), end);
  beto.write(first, item(paragraph('p2', 'El compromiso tiene metas.')), end);
  meet(ana, beto);
  expect(settle(ana, beto)).toBe(
    'paragraph[Primero.]bulletList[listItem[paragraph[El compromiso tiene metas. Y plazos.]]]paragraph[Fin.]',
  );
});

test('the same when it is merged into the one before it', () => {
  ana.write(first, paragraph('p2', 'El compromiso tiene metas propias.'), end);
  beto.write(paragraph('p1', 'Primero.El compromiso tiene metas.'), end);
  meet(ana, beto);
  expect(settle(ana, beto)).toBe('paragraph[Primero.El compromiso tiene metas propias.]paragraph[Fin.]');
});

test('words typed into a block another deleted stand by themselves where it was', () => {
  ana.write(first, paragraph('p2', 'El compromiso tiene metas. Esto es nuevo.'), end);
  beto.write(first, end);
  meet(ana, beto);
  expect(settle(ana, beto)).toBe('paragraph[Primero.]paragraph[ Esto es nuevo.]paragraph[Fin.]');
});

test('what somebody deletes having read it stays deleted', () => {
  beto.write(first, end);
  meet(ana, beto);
  expect(settle(ana, beto)).toBe('paragraph[Primero.]paragraph[Fin.]');
});

test('what was typed offline before a reload is brought back by the same device', () => {
  ana.write(first, paragraph('p2', 'El compromiso tiene metas. Sin red.'), end);
  ana.write(first, paragraph('p2', 'El compromiso tiene metas. Sin red.'), paragraph('p4', 'Todo mío.'), end);
  meet(ana, beto);
  ana.write(first, paragraph('p2', 'El compromiso tiene metas. Sin red.'), paragraph('p4', 'Todo mío. Y más.'), end);
  const reloaded = new Screen(101, Y.encodeStateAsUpdate(ana.doc));
  reloaded.ownClients.add(100);
  reloaded.present = beto.present = [101, 200];
  beto.write(first, paragraph('p2', 'El compromiso tiene metas. Sin red.'), heading('p4', 'Todo mío.'), end);
  meet(reloaded, beto);
  expect(settle(reloaded, beto)).toBe(
    'paragraph[Primero.]paragraph[El compromiso tiene metas. Sin red.]heading[Todo mío. Y más.]paragraph[Fin.]',
  );
  reloaded.stop();
});

test('where the author has left, one of those present does it, and only one', () => {
  const carla = new Screen(300, start);
  const diego = new Screen(400, start);
  carla.present = diego.present = beto.present = [200, 300, 400];
  ana.write(first, paragraph('p2', 'El compromiso tiene metas. Y me voy.'), end);
  carla.receive(ana);
  diego.receive(ana);
  beto.write(first, heading('p2', 'El compromiso tiene metas.'), end);
  // Beto, whose turn it would be first, deleted the block before its words came to him: to him they were never there.
  meet(carla, diego, beto);
  vi.advanceTimersByTime(3300);
  meet(carla, diego, beto);
  expect(settle(carla, diego, beto)).toBe('paragraph[Primero.]heading[El compromiso tiene metas. Y me voy.]paragraph[Fin.]');
  carla.stop();
  diego.stop();
});

test('deleting text in a block that stays is nobody’s loss', () => {
  let found = -1;
  ana.doc.on('afterTransaction', (transaction) => {
    found = lostIn(transaction, () => transaction.deleteSet).length;
  });
  ana.write(first, paragraph('p2', 'El compromiso.'), end);
  expect(found).toBe(0);
});

/** What a server gives: all that was written, in turn. It has no document of its own, and so never names a deletion that nobody named. */
class Log {
  readonly #updates = [start];

  constructor(...screens: Screen[]) {
    for (const { doc } of screens) {
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'wire') this.#updates.push(update);
      });
    }
  }

  give(...screens: Screen[]): void {
    for (const screen of screens) {
      screen.arriving = Y.diffUpdate(Y.mergeUpdates(this.#updates), Y.encodeStateVector(screen.doc));
      Y.applyUpdate(screen.doc, screen.arriving, 'wire');
      screen.arriving = null;
    }
  }
}

test('words brought back and then deleted on purpose are not brought back again by who returns later', () => {
  const diego = new Screen(400, start);
  const log = new Log(ana, beto, diego);
  ana.write(first, paragraph('p2', 'El compromiso tiene metas. Y me voy.'), end);
  log.give(diego);
  beto.write(first, heading('p2', 'El compromiso tiene metas.'), end);
  log.give(ana, beto);
  vi.advanceTimersByTime(0);
  log.give(beto);
  expect(beto.text).toBe('paragraph[Primero.]heading[El compromiso tiene metas. Y me voy.]paragraph[Fin.]');
  beto.write(first, heading('p2', 'El compromiso tiene metas.'), end);
  diego.present = beto.present = [200, 400];
  log.give(beto, diego);
  vi.advanceTimersByTime(120_000);
  log.give(beto, diego);
  for (const { text } of [beto, diego]) {
    expect(text).toBe('paragraph[Primero.]heading[El compromiso tiene metas.]paragraph[Fin.]');
  }
  diego.stop();
});

test('of words that others brought back in part, who typed them adds only the rest', () => {
  const carla = new Screen(300, start);
  const log = new Log(ana, beto, carla);
  ana.write(first, paragraph('p2', 'El compromiso tiene metas. Uno.'), end);
  log.give(carla);
  carla.present = beto.present = [200, 300];
  beto.write(first, heading('p2', 'El compromiso tiene metas.'), end);
  ana.write(first, paragraph('p2', 'El compromiso tiene metas. Uno. Dos.'), end);
  carla.receive(beto);
  vi.advanceTimersByTime(10_000);
  expect(carla.text).toBe('paragraph[Primero.]heading[El compromiso tiene metas. Uno.]paragraph[Fin.]');
  ana.receive(carla);
  ana.receive(beto);
  vi.advanceTimersByTime(0);
  expect(ana.text).toBe('paragraph[Primero.]heading[El compromiso tiene metas. Uno. Dos.]paragraph[Fin.]');
  carla.stop();
});

test('a few letters that also stand elsewhere in the new block are brought back all the same', () => {
  ana.write(first, paragraph('p2', 'El compromiso no tiene metas.'), end);
  beto.write(first, heading('p2', 'El compromiso tiene metas, no plazos.'), end);
  meet(ana, beto);
  expect(settle(ana, beto)).toBe('paragraph[Primero.]heading[El compromiso no tiene metas, no plazos.]paragraph[Fin.]');
});

test('who is present but does not act, as a telephone asleep, is stood in for after a while, and adds nothing on waking', () => {
  const carla = new Screen(300, start);
  carla.present = beto.present = [100, 200, 300];
  const log = new Log(ana, beto, carla);
  ana.write(first, paragraph('p2', 'El compromiso tiene metas. Y plazos.'), end);
  log.give(carla);
  beto.write(first, heading('p2', 'El compromiso tiene metas.'), end);
  log.give(carla, beto);
  vi.advanceTimersByTime(120_000);
  log.give(beto, carla);
  const whole = 'paragraph[Primero.]heading[El compromiso tiene metas. Y plazos.]paragraph[Fin.]';
  expect(carla.text).toBe(whole);
  log.give(ana);
  vi.advanceTimersByTime(120_000);
  log.give(ana, beto, carla);
  for (const { text } of [ana, beto, carla]) expect(text).toBe(whole);
  carla.stop();
});
