// What somebody is writing in a comment and has not sent: kept on the device with every letter, under its person and its place.
import type { Anchored } from '@cocrea/shared/document/comment-anchors.ts';
import { forget, recall, remember } from '../../ui/memory.ts';

export interface NamedPerson {
  readonly personId: string;
  readonly name: string;
}
export interface KeptWords {
  readonly text: string;
  /** Those chosen while it was typed, also where their name was deleted since. */
  readonly chosen: readonly NamedPerson[];
}

function read<Kept>(name: string): Kept | null {
  try {
    return JSON.parse(recall(name) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

const nothing: KeptWords = { text: '', chosen: [] };

export function keptWords(name: string, begun = nothing): KeptWords {
  return { ...begun, ...read<Partial<KeptWords>>(`words ${name}`) };
}
export function keepWords(name: string, words: KeptWords): void {
  if (words.text.trim() === '') forget(`words ${name}`);
  else remember(`words ${name}`, JSON.stringify(words));
}
export function forgetWords(name: string): void {
  forget(`words ${name}`);
}

/** Where the words of a new thread on this text are kept. */
export function newThreadName(personId: string, documentId: string): string {
  return `comment.${personId}.${documentId}`;
}

/** What a new thread was begun on, on this device, and not sent; null where there is none, or nothing was written. */
export function keptAnchor(name: string): Anchored | null {
  const kept = read<Anchored>(`anchor ${name}`);
  return typeof kept?.quote === 'string' && recall(`words ${name}`) !== null ? kept : null;
}
export function keepAnchor(name: string, anchor: Anchored): void {
  remember(`anchor ${name}`, JSON.stringify(anchor));
}
export function forgetThread(name: string): void {
  forget(`anchor ${name}`);
  forgetWords(name);
}
