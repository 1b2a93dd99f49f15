// What a fork suggests: its differences from the body, those that only make sense together as one suggestion, each with an id that stays the
// same as long as it says the same in the same place.
import type { Suggestion, SuggestionKind, SuggestionPart } from '../../domain/suggestion.ts';
import type { DocumentJson } from '../seed.ts';
import { wordsIn } from '../word-runs.ts';
import { known, sliceOf, wordsOf } from './inline-flow.ts';
import { idOf, isTextBlock, mergeBodies, type Choice, type MergedBlock, type MergedBody } from './merged-body.ts';

/** A suggestion with the numbers of its differences. */
export interface FoundSuggestion extends Suggestion {
  readonly differences: readonly number[];
}

/** A part, with what decides which others it belongs to. */
interface Part {
  readonly part: SuggestionPart;
  readonly difference: number;
  /** Parts that share one of these are one suggestion. */
  readonly ties: readonly string[];
  /** All of it, also what is not words. */
  readonly whole: string;
  readonly type: string;
}

/** Containers that must not be left with a child less or more than was meant: what changes in one of them changes together. */
const closed = new Set(['listItem', 'taskItem', 'tableCell', 'tableHeader', 'blockquote']);
/** So much of the words must be the same for a paragraph to have been split, or two joined. */
const enough = 0.6;

export function findSuggestions(merged: MergedBody): FoundSuggestion[] {
  const groups = new Map<number, Part[]>();
  const parts = partsOf(merged);
  const heads = tied(parts);
  parts.forEach((part, at) => {
    const head = heads[at] ?? at;
    groups.set(head, [...(groups.get(head) ?? []), part]);
  });
  const seen = new Map<string, number>();
  return [...groups.values()].map((group) => {
    const kind = kindOf(group);
    const said = shortHash(JSON.stringify([kind, group.map(({ part, whole }) => [part.what, part.blockId, whole])]));
    const earlier = seen.get(said) ?? 0;
    seen.set(said, earlier + 1);
    const text = (what: 'before' | 'after'): string =>
      group
        .map(({ part }) => textOf(part, what))
        .filter((words) => words !== '')
        .join(' ');
    return {
      id: earlier === 0 ? said : `${said}-${earlier}`,
      kind,
      blockId: (group.find(({ part }) => part.what !== 'added') ?? group[0])?.part.blockId ?? '',
      before: text('before'),
      after: text('after'),
      parts: group.map(({ part }) => part),
      differences: group.map(({ difference }) => difference),
    };
  });
}

export function suggestionsBetween(body: DocumentJson, fork: DocumentJson): Suggestion[] {
  return findSuggestions(mergeBodies(body, fork)).map(({ differences: _differences, ...suggestion }) => suggestion);
}

/** Those differences one way, all others the other. */
export function choiceOf(
  chosen: readonly FoundSuggestion[],
  { those, others }: Record<'those' | 'others', 'before' | 'after' | 'none'>,
): Choice {
  const numbers = new Set(chosen.flatMap(({ differences }) => differences));
  return (difference) => (numbers.has(difference) ? those : others);
}

function textOf(part: SuggestionPart, what: 'before' | 'after'): string {
  if (part.what === 'words') return part[what];
  if (part.what === 'changed') return part.text;
  return (part.what === 'removed') === (what === 'before') ? part.text : '';
}

function partsOf({ root }: MergedBody): Part[] {
  const parts: Part[] = [];
  const walk = (block: MergedBlock, table: string | null): void => {
    const id = idOf(block.body) ?? '';
    const type = block.body.type ?? '';
    if (block.attrs !== null) {
      const whole = JSON.stringify(known(block.fork.attrs));
      const part = { what: 'changed', blockId: id, text: blockText(block.fork) } as const;
      parts.push({ part, difference: block.attrs, ties: [], whole, type });
    }
    const { content } = block;
    if (content.kind === 'words') {
      const { flows, changes } = content;
      for (const { change, body, fork, difference } of changes) {
        const [was, is] = [sliceOf(flows.body, body), sliceOf(flows.fork, fork)];
        const part = { what: 'words', blockId: id, change, body, fork, before: wordsOf(was), after: wordsOf(is) } as const;
        parts.push({
          part,
          difference,
          ties: [`end ${id} ${flows.body.text.length === body[1]}`],
          whole: JSON.stringify([was, is]),
          type,
        });
      }
      return;
    }
    const stays = content.entries.some(({ at }) => at === 'both');
    const together = closed.has(type) || !stays ? [`in ${id}`] : type === 'tableRow' ? [`cells ${table}`] : [];
    const containerId = idOf(block.body);
    let afterId: string | null = null;
    let last: DocumentJson | null = null;
    for (const entry of content.entries) {
      if (entry.at === 'both') {
        walk(entry.block, type === 'table' ? id : table);
        afterId = idOf(entry.block.body);
        last = entry.block.body;
        continue;
      }
      const { node, difference } = entry;
      const follows = last === null ? null : lastTextBlock(last);
      const ties = [
        ...together,
        ...idsIn(node).map((one) => `block ${one}`),
        ...(follows === null ? [] : [`follows ${follows}`]),
      ];
      const what = entry.at === 'body' ? 'removed' : 'added';
      const part = { what, blockId: idOf(node) ?? '', place: { containerId, afterId }, text: blockText(node) } as const;
      parts.push({ part, difference, ties, whole: JSON.stringify(node), type: node.type ?? '' });
    }
  };
  walk(root, null);
  return parts;
}

function idsIn(node: DocumentJson): string[] {
  const id = idOf(node);
  return [...(id === null ? [] : [id]), ...(node.content ?? []).flatMap(idsIn)];
}

function lastTextBlock(node: DocumentJson): string | null {
  if (isTextBlock(node)) return idOf(node);
  const last = node.content?.at(-1);
  return last === undefined ? null : lastTextBlock(last);
}

function blockText(node: DocumentJson): string {
  if (isTextBlock(node)) return wordsOf(node.content ?? []);
  return (node.content ?? [])
    .map(blockText)
    .filter((text) => text !== '')
    .join(' · ');
}

/** For each part the first of those it belongs to. */
function tied(parts: readonly Part[]): number[] {
  const heads = parts.map((_, at) => at);
  const head = (at: number): number => {
    const over = heads[at] ?? at;
    return over === at ? at : head(over);
  };
  const join = (one: number, other: number): void => {
    const [first, second] = [head(one), head(other)].sort((a, b) => a - b) as [number, number];
    heads[second] = first;
  };
  const by = new Map<string, number>();
  parts.forEach(({ ties }, at) => {
    for (const tie of ties) {
      if (!/^(?:in|cells|block) /.test(tie)) continue;
      const other = by.get(tie);
      if (other === undefined) by.set(tie, at);
      else join(other, at);
    }
  });
  // Words that left the end of a block for a new one after it, or came to it from one that is gone.
  parts.forEach(({ part, ties }, at) => {
    if (part.what !== 'words' || part.change === 'format' || !ties.includes(`end ${part.blockId} true`)) return;
    const [moved, goes] = part.before.length > part.after.length ? [part.before, 'added'] : [part.after, 'removed'];
    let found = wordsIn(moved);
    if (found.length === 0) return;
    parts.forEach(({ part: block, ties: places }, other) => {
      if (block.what === 'words' || block.what !== goes || !places.includes(`follows ${part.blockId}`) || found.length === 0)
        return;
      const words = wordsIn(block.text);
      const shared = words.filter((word) => found.includes(word)).length;
      if (shared === 0 || shared < enough * Math.min(words.length, found.length)) return;
      found = found.filter((word) => !words.includes(word));
      join(at, other);
    });
  });
  return parts.map((_, at) => head(at));
}

function kindOf(group: readonly Part[]): SuggestionKind {
  const of = (what: SuggestionPart['what']): Part[] => group.filter(({ part }) => part.what === what);
  const [words, added, removed] = [of('words'), of('added'), of('removed')];
  const [first] = words;
  if (first !== undefined && first.part.what === 'words') {
    if (added.length > 0 && removed.length === 0) return 'split';
    if (removed.length > 0 && added.length === 0) return 'join';
    return group.length === 1 ? first.part.change : 'change_block';
  }
  if (removed.length === 0 && added.length > 0) return 'add_block';
  if (added.length === 0 && removed.length > 0) return 'delete_block';
  const same = (one: Part, other: Part | undefined): boolean => one.whole === other?.whole;
  if (removed.length > 0 && removed.length === added.length) {
    return removed.every((one) => added.some((other) => same(one, other))) ? 'move_block' : 'change_block';
  }
  return 'change_block';
}

/** 53 bits of a text, as letters and digits (cyrb53): names, guards nothing. */
function shortHash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
