// What a fork suggests, and that taking it leaves body and fork the same there and everything else as it was.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Suggestion } from '../../domain/suggestion.ts';
import { bodyOf } from '../body.ts';
import { seedUpdate, type DocumentJson } from '../seed.ts';
import { decideSuggestions, recorded, suggestionsIn, type Decided, type Pair } from './decide-suggestions.ts';
import { mergeBodies, readChoice } from './merged-body.ts';
import { suggestionsBetween } from './suggestions.ts';
import { isWhole, writeBody } from './write-body.ts';

const bold = [{ type: 'bold' }];
/** `*word*` is bold. */
function words(text: string): DocumentJson[] {
  return text
    .split(/(\*[^*]+\*)/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('*') ? { type: 'text', text: part.slice(1, -1), marks: bold } : { type: 'text', text: part },
    );
}
const paragraph = (id: string, text: string): DocumentJson => ({ type: 'paragraph', attrs: { id }, content: words(text) });
const heading = (id: string, text: string, level = 2): DocumentJson => ({
  type: 'heading',
  attrs: { id, level },
  content: words(text),
});
const item = (id: string, text: string): DocumentJson => ({
  type: 'listItem',
  attrs: { id },
  content: [paragraph(`${id}p`, text)],
});
const list = (id: string, ...content: DocumentJson[]): DocumentJson => ({ type: 'bulletList', attrs: { id }, content });
const doc = (...content: DocumentJson[]): DocumentJson => ({ type: 'doc', content });

function pairOf(body: DocumentJson, fork: DocumentJson): Pair {
  const pair = { body: new Y.Doc(), fork: new Y.Doc() };
  const first = seedUpdate(body, { clientId: 1 });
  for (const one of [pair.body, pair.fork]) Y.applyUpdate(one, first);
  writeBody(pair.fork, { target: fork });
  return pair;
}
function typed(one: Y.Doc, target: DocumentJson): Uint8Array | null {
  return recorded(one, () => writeBody(one, { target }));
}
function decide(pair: Pair, decision: 'accept' | 'reject', ids: readonly string[] | null = null): Decided {
  const answer = decideSuggestions(pair, { decision, ids });
  if ('refused' in answer) throw new Error(answer.refused);
  return answer;
}
/** Blocks as `id: words`, bold ones between stars. */
function read(body: DocumentJson): string[] {
  if (body.type === 'paragraph' || body.type === 'heading') {
    const text = (body.content ?? []).map(({ text: said = '', marks }) => (marks ? `*${said}*` : said)).join('');
    return [
      `${body.type === 'heading' ? `${'#'.repeat(Number(body.attrs?.['level']))} ` : ''}${String(body.attrs?.['id'])}: ${text}`,
    ];
  }
  return (body.content ?? []).flatMap(read);
}
const brief = ({ kind, before, after }: Suggestion): string => `${kind}: ${before} → ${after}`;

describe('what differs is told', () => {
  test.each<[string, DocumentJson[], DocumentJson[], string[]]>([
    ['a word more', [paragraph('a', 'uno dos')], [paragraph('a', 'uno y dos')], ['insert:  → y ']],
    ['a word less', [paragraph('a', 'uno y dos')], [paragraph('a', 'uno dos')], ['delete: y  → ']],
    ['another word', [paragraph('a', 'uno dos tres')], [paragraph('a', 'uno cinco tres')], ['replace: dos → cinco']],
    [
      'two places',
      [paragraph('a', 'uno dos tres')],
      [paragraph('a', 'un dos tres más')],
      ['replace: uno → un', 'insert:  →  más'],
    ],
    [
      'a sentence written anew, with one word of the old',
      [paragraph('a', 'Coordina el Instituto la Oficina Nacional de Servicio')],
      [paragraph('a', 'Esta es toda la segunda versión del texto')],
      ['replace: Coordina el Instituto la Oficina Nacional de Servicio → Esta es toda la segunda versión del texto'],
    ],
    ['a mark', [paragraph('a', 'uno dos')], [paragraph('a', 'uno *dos*')], ['format: dos → dos']],
    ['a level', [heading('a', 'uno')], [heading('a', 'uno', 3)], ['change_block: uno → uno']],
    ['another kind', [paragraph('a', 'uno')], [heading('a', 'uno')], ['change_block: uno → uno']],
    ['a block more', [paragraph('a', 'uno')], [paragraph('a', 'uno'), paragraph('b', 'dos')], ['add_block:  → dos']],
    ['a block less', [paragraph('a', 'uno'), paragraph('b', 'dos')], [paragraph('a', 'uno')], ['delete_block: dos → ']],
    [
      'a block elsewhere',
      [paragraph('a', 'uno'), paragraph('b', 'dos'), paragraph('c', 'tres')],
      [paragraph('c', 'tres'), paragraph('a', 'uno'), paragraph('b', 'dos')],
      ['move_block: tres → tres'],
    ],
    ['an item more', [list('l', item('i', 'uno'))], [list('l', item('i', 'uno'), item('j', 'dos'))], ['add_block:  → dos']],
    ['a paragraph made a list', [paragraph('ip', 'uno')], [list('l', item('i', 'uno'))], ['change_block: uno → uno']],
    [
      'a paragraph in two',
      [paragraph('a', 'uno dos tres cuatro')],
      [paragraph('a', 'uno dos'), paragraph('b', 'tres cuatro')],
      ['split:  tres cuatro → tres cuatro'],
    ],
    [
      'two paragraphs in one',
      [paragraph('a', 'uno dos'), paragraph('b', 'tres cuatro')],
      [paragraph('a', 'uno dos tres cuatro')],
      ['join: tres cuatro →  tres cuatro'],
    ],
    ['nothing', [paragraph('a', 'uno')], [paragraph('a', 'uno')], []],
  ])('%s', (_, body, fork, expected) => {
    const said = suggestionsBetween(doc(...body), doc(...fork)).map(brief);
    // Taken together the order of the parts is that of the text.
    expect(said).toEqual(expected);
    const pair = pairOf(doc(...body), doc(...fork));
    expect(suggestionsIn(pair).map(brief)).toEqual(expected);
    if (expected.length === 0) return;
    const before = read(bodyOf(pair.fork));
    decide(pair, 'accept');
    expect(read(bodyOf(pair.body))).toEqual(before);
    expect(read(bodyOf(pair.fork))).toEqual(before);
    const other = pairOf(doc(...body), doc(...fork));
    decide(other, 'reject');
    expect(read(bodyOf(other.fork))).toEqual(read(bodyOf(other.body)));
  });

  test('an id stays while others are taken, and changes with what it says', () => {
    const body = doc(paragraph('a', 'uno dos tres'), paragraph('b', 'cuatro'));
    const pair = pairOf(body, doc(paragraph('a', 'un dos treinta'), paragraph('b', 'cinco')));
    const [first, second, third] = suggestionsIn(pair).map(({ id }) => id);
    decide(pair, 'accept', [first ?? '']);
    expect(suggestionsIn(pair).map(({ id }) => id)).toEqual([second, third]);
    typed(pair.fork, doc(paragraph('a', 'un dos trece'), paragraph('b', 'cinco')));
    expect(suggestionsIn(pair).map(({ id }) => id)).not.toContain(second);
    expect(decideSuggestions(pair, { decision: 'accept', ids: [second ?? ''] })).toEqual({ refused: 'gone' });
  });
});

describe('body and fork live on', () => {
  const start = doc(paragraph('a', 'uno dos tres'), paragraph('b', 'cuatro cinco'));

  test('what is written into the body later reaches the fork, also into accepted words', () => {
    const pair = pairOf(start, doc(paragraph('a', 'uno doce y trece tres'), paragraph('b', 'cuatro seis')));
    decide(pair, 'accept');
    const update = typed(pair.body, doc(paragraph('a', 'uno doce y catorce tres'), paragraph('b', 'seis')));
    Y.applyUpdate(pair.fork, update ?? Uint8Array.of(0, 0));
    expect(suggestionsIn(pair)).toEqual([]);
  });

  test('the words of the body keep their authors where a word beside them is accepted', () => {
    const pair = pairOf(start, doc(paragraph('a', 'uno dos y tres'), paragraph('b', 'cuatro cinco')));
    decide(pair, 'accept');
    const text = (pair.body.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const owners = new Map<number, string>();
    for (let item = text._start; item !== null; item = item.right) {
      if (!item.deleted && item.content instanceof Y.ContentString)
        owners.set(item.id.client, (owners.get(item.id.client) ?? '') + item.content.str);
    }
    expect([...owners.values()].sort()).toEqual(['uno dos tres', 'y ']);
  });
});

const vocabulary = ['agua', 'luz', 'de', 'y', 'datos', 'mesa', 'el'];
const sentence = fc.array(fc.constantFrom(...vocabulary, '*voz*'), { maxLength: 8 }).map((some) => some.join(' '));
type Change = { kind: number; at: number; to: number; text: string };
const changes = fc.array(fc.record({ kind: fc.nat(7), at: fc.nat(20), to: fc.nat(20), text: sentence }), {
  maxLength: 5,
}) as fc.Arbitrary<Change[]>;
const bodies = fc.array(fc.tuple(fc.nat(3), sentence, sentence), { minLength: 1, maxLength: 5 }).map((blocks) =>
  doc(
    ...blocks.map(([kind, one, other], at) => {
      if (kind === 0) return heading(`b${at}`, one);
      if (kind === 1) return list(`b${at}`, item(`b${at}i`, one), item(`b${at}j`, other));
      return paragraph(`b${at}`, one);
    }),
  ),
);
let made = 0;

/** What somebody might do to a text. */
function changed(body: DocumentJson, all: readonly Change[]): DocumentJson {
  let blocks = [...(body.content ?? [])];
  for (const { kind, at, to, text } of all) {
    const place = at % blocks.length;
    const block = blocks[place] as DocumentJson;
    const isWords = block.type !== 'bulletList';
    const other = (content: DocumentJson[]): DocumentJson => ({ ...block, content });
    if (kind === 0) blocks.splice(place, 0, paragraph(`n${(made += 1)}`, text));
    else if (kind === 1 && blocks.length > 1) blocks.splice(place, 1);
    else if (kind === 2) blocks.splice(to % blocks.length, 0, ...blocks.splice(place, 1));
    else if (kind === 3 && isWords)
      blocks[place] = { ...block, type: 'heading', attrs: { id: block.attrs?.['id'], level: 1 + (to % 3) } };
    else if (kind === 4 && !isWords) blocks[place] = other([...(block.content ?? []), item(`n${(made += 1)}`, text)]);
    else if (isWords) {
      const said = read(block)[0]?.split(': ').slice(1).join(': ') ?? '';
      const list = said.split(' ');
      list.splice(to % (list.length + 1), kind % 3, ...text.split(' '));
      blocks[place] = other(words(list.filter((word) => word !== '').join(' ')));
    } else {
      const items = [...(block.content ?? [])];
      items[to % items.length] = item(String(items[to % items.length]?.attrs?.['id']), text);
      blocks[place] = other(items);
    }
  }
  blocks = blocks.filter((block) => block !== undefined);
  return doc(...blocks);
}

/** A failure tells its seed. */
const runs = { numRuns: 300 };
/** How they are put together may change with what is left of them; what they say may not. */
/** Word by word: two suggestions that stood apart are one once nothing stands between them any more. */
const saying = (some: readonly Suggestion[]): string[] =>
  some
    .flatMap(({ parts }) => parts)
    .flatMap((part) => {
      if (part.what !== 'words') return [JSON.stringify([part.what, part.blockId, part.what === 'changed' ? '' : part.text])];
      const words = (text: string, sign: string) => (text.match(/\S+/g) ?? []).map((word) => `${sign} ${part.blockId} ${word}`);
      return [...words(part.before, '-'), ...words(part.after, '+')];
    })
    .sort();
/** Nobody else moved or remade what is suggested to be moved or remade: of two who do, Yjs keeps both blocks. */
const harmless = changes.map((some) => some.map((one) => ({ ...one, kind: [0, 5, 6, 7][one.kind % 4] ?? 0 })));
const feed = (pair: Pair, update: Uint8Array | null): void => {
  if (update !== null) Y.applyUpdate(pair.fork, update);
};

test('laid over each other, body and fork are read out again as they are', () => {
  fc.assert(
    fc.property(bodies, changes, (body, some) => {
      const fork = changed(body, some);
      const merged = mergeBodies(body, fork);
      expect(read(readChoice(merged, () => 'before'))).toEqual(read(body));
      expect(read(readChoice(merged, () => 'after'))).toEqual(read(fork));
    }),
    runs,
  );
});

test('accepting some leaves the fork as it was, and all others as they were', () => {
  fc.assert(
    fc.property(bodies, changes, harmless, fc.nat(), (body, suggested, meanwhile, which) => {
      const pair = pairOf(body, changed(body, suggested));
      feed(pair, typed(pair.body, changed(bodyOf(pair.body), meanwhile)));
      const before = suggestionsIn(pair);
      fc.pre(before.length > 0);
      const chosen = before.filter((_, at) => (which >> at) % 2 === 1 || at === which % before.length);
      const forkText = read(bodyOf(pair.fork));
      const answer = decideSuggestions(pair, { decision: 'accept', ids: chosen.map(({ id }) => id) });
      if ('refused' in answer) return expect(answer.refused).toBe('together');
      expect(read(bodyOf(pair.fork))).toEqual(forkText);
      expect(isWhole(bodyOf(pair.body))).toBe(true);
      feed(pair, answer.body);
      expect(read(bodyOf(pair.fork))).toEqual(forkText);
      const left = saying(before.filter((one) => !chosen.includes(one)));
      expect(saying(suggestionsIn(pair))).toEqual(left);
    }),
    runs,
  );
});

test('accepting all leaves body and fork the same, and the same whatever is written into the body later', () => {
  fc.assert(
    fc.property(bodies, changes, changes, (body, suggested, later) => {
      const pair = pairOf(body, changed(body, suggested));
      fc.pre(suggestionsIn(pair).length > 0);
      feed(pair, decide(pair, 'accept').body);
      expect(suggestionsIn(pair)).toEqual([]);
      feed(pair, typed(pair.body, changed(bodyOf(pair.body), later)));
      // Of marks Yjs may leave one over in the fork where the words under it were replaced.
      const plain = (one: Y.Doc): string[] => read(bodyOf(one)).map((line) => line.replaceAll('*', ''));
      expect(plain(pair.fork)).toEqual(plain(pair.body));
    }),
    runs,
  );
});

test('rejecting some leaves the body alone, and all others as they were', () => {
  fc.assert(
    fc.property(bodies, changes, harmless, fc.nat(), (body, suggested, meanwhile, which) => {
      const pair = pairOf(body, changed(body, suggested));
      feed(pair, typed(pair.body, changed(bodyOf(pair.body), meanwhile)));
      const before = suggestionsIn(pair);
      fc.pre(before.length > 0);
      const chosen = before.filter((_, at) => (which >> at) % 2 === 1 || at === which % before.length);
      const bodyText = read(bodyOf(pair.body));
      const answer = decideSuggestions(pair, { decision: 'reject', ids: chosen.map(({ id }) => id) });
      if ('refused' in answer) return expect(answer.refused).toBe('together');
      expect(read(bodyOf(pair.body))).toEqual(bodyText);
      const left = saying(before.filter((one) => !chosen.includes(one)));
      expect(saying(suggestionsIn(pair))).toEqual(left);
    }),
    runs,
  );
});

test('whatever both did at once: what is accepted is in the body, and the fork reads as before', () => {
  fc.assert(
    fc.property(bodies, changes, changes, (body, suggested, meanwhile) => {
      const pair = pairOf(body, changed(body, suggested));
      feed(pair, typed(pair.body, changed(bodyOf(pair.body), meanwhile)));
      const forkText = read(bodyOf(pair.fork));
      const answer = decideSuggestions(pair, { decision: 'accept', ids: null });
      if ('refused' in answer) return;
      feed(pair, answer.body);
      expect(read(bodyOf(pair.fork))).toEqual(forkText);
      expect(read(bodyOf(pair.body))).toEqual(forkText);
    }),
    runs,
  );
});
