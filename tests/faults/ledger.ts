// A writer with a ledger: it writes and crosses out numbered words, and can say afterwards which of them a text must hold, and which it must not.
import * as Y from 'yjs';
import type { Random } from '../support/random.ts';
import type { Witness } from '../support/witness.ts';

type Entry = { readonly wrote: string; readonly clock: number } | { readonly crossedOut: string };

export interface Writer {
  readonly name: string;
  readonly witness: Witness;
  /** Writes a word, or crosses out one of its own: one update of one frame. */
  write(): void;
  /**
   * What is wrong with `text`, given what was acknowledged to this writer and what `other` was shown of it; empty when nothing is.
   * What was neither may be there or not.
   */
  missingFrom(text: string, shownTo: Y.Doc): string[];
  /** What is wrong with `text` once everything has been sent: every word exactly once, none of those crossed out. */
  differencesIn(text: string): string[];
}

const root = 'ledger';

export function textOf(doc: Y.Doc): string {
  return doc.getText(root).toString();
}

export function createWriter(name: string, witness: Witness, random: Random): Writer {
  const text = witness.doc.getText(root);
  const { clientID } = witness.doc;
  const ledger: Entry[] = [];
  const standing: string[] = [];

  function writeWord(): void {
    const word = `${name}${ledger.length} `;
    // Between words, never inside one: a word is then always found whole.
    const before = text.toString();
    const space = before.indexOf(' ', random.below(before.length + 1));
    ledger.push({ wrote: word, clock: Y.getState(witness.doc.store, clientID) + word.length });
    standing.push(word);
    witness.mark(() => text.insert(space + 1, word));
  }

  function crossOut(): void {
    const [word] = standing.splice(random.below(standing.length), 1);
    if (word === undefined) return;
    ledger.push({ crossedOut: word });
    const at = positionOf(text.toString(), word);
    witness.mark(() => text.delete(at, word.length));
  }

  return {
    name,
    witness,
    write: () => (standing.length > 5 && random.below(5) === 0 ? crossOut() : writeWord()),
    missingFrom: (found, shownTo) => {
      const wrong: string[] = [];
      const acknowledged = witness.acknowledged();
      const shown = textOf(shownTo);
      const shownClock = Y.getState(shownTo.store, clientID);
      const crossed = new Map(
        ledger.flatMap((entry, index) => ('crossedOut' in entry ? [[entry.crossedOut, index] as const] : [])),
      );
      for (const [index, entry] of ledger.entries()) {
        if (!('wrote' in entry)) continue;
        const { wrote, clock } = entry;
        const wasShown = clock <= shownClock;
        const crossedAt = crossed.get(wrote);
        const stands = positionOf(found, wrote) >= 0;
        if (crossedAt === undefined) {
          if (index < acknowledged && !stands) wrong.push(`acknowledged and lost: ${wrote}`);
          if (wasShown && !stands) wrong.push(`shown and lost: ${wrote}`);
        } else {
          if (crossedAt < acknowledged && stands) wrong.push(`acknowledged as crossed out and back: ${wrote}`);
          if (wasShown && positionOf(shown, wrote) < 0 && stands) wrong.push(`shown as crossed out and back: ${wrote}`);
        }
      }
      return wrong;
    },
    differencesIn: (found) => {
      const wrong: string[] = [];
      const counts = new Map<string, number>();
      for (const word of found.split(' ')) counts.set(`${word} `, (counts.get(`${word} `) ?? 0) + 1);
      for (const entry of ledger) {
        if ('wrote' in entry) {
          const expected = standing.includes(entry.wrote) ? 1 : 0;
          const count = counts.get(entry.wrote) ?? 0;
          if (count !== expected) wrong.push(`${entry.wrote}is there ${count} times, not ${expected}`);
        }
      }
      return wrong;
    },
  };
}

/** Where a whole word stands; -1 when it does not. */
function positionOf(text: string, word: string): number {
  if (text.startsWith(word)) return 0;
  const at = text.indexOf(` ${word}`);
  return at < 0 ? -1 : at + 1;
}
