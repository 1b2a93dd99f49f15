// The canonical form is the same whatever order keys came in, and keeps every letter; its fingerprint is the one anybody else computes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  canonicalDraft,
  canonicalFormat,
  canonicalJson,
  fingerprintOf,
  publishedFile,
  readPublished,
  recomputed,
} from './canonical.ts';

const body = {
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: 'a' }, content: [{ type: 'text', text: 'ñ Kʼicheʼ 🌽 é é' }] }],
};
const draft = { lab: 'lab', draftNo: 1, title: 'Borrador 1', body };

test('keys in order, no white space, letters as they are', () => {
  expect(canonicalJson({ b: 1, a: [true, null, { d: 'é', c: 2 }], e: undefined })).toBe(
    '{"a":[true,null,{"c":2,"d":"é"}],"b":1}',
  );
  expect(canonicalDraft({ ...draft })).toBe(canonicalDraft({ body, title: 'Borrador 1', draftNo: 1, lab: 'lab' }));
  expect(canonicalDraft(draft)).toContain('ñ Kʼicheʼ 🌽 é é');
});
test('read back and written again it is the same, whatever is in it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const written = canonicalJson(value);
      expect(canonicalJson(JSON.parse(written))).toBe(written);
    }),
  );
});
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  // printf 'ñ Kʼicheʼ 🌽' | sha256sum
  ['ñ Kʼicheʼ 🌽', '34627cd402c25f44c2da92337933d41ad0f10ff6a39c8b8d4ce4da2164ff679a'],
])('the fingerprint of %j is SHA-256 of its UTF-8 bytes', (words, fingerprint) => {
  expect(fingerprintOf(words)).toBe(fingerprint);
});
test('a published file recomputes to its fingerprint, and one changed letter does not', () => {
  const file = publishedFile({ format: canonicalFormat, ...draft }, { frozenAt: Date.UTC(2026, 0, 5) });
  const published = readPublished(file);
  expect(published?.frozenAt).toBe('2026-01-05T00:00:00.000Z');
  expect(published && recomputed(published)).toBe(published?.fingerprint);
  const forged = readPublished(file.replace('Kʼicheʼ', 'Kicheʼ'));
  expect(forged && recomputed(forged)).not.toBe(forged?.fingerprint);
});
test.each(['', '{}', '[]', 'null', '{"draft":{},"fingerprint":"x","frozenAt":"y"}'])('%j is no published file', (file) => {
  expect(readPublished(file)).toBeNull();
});
