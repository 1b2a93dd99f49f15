// The cards of a board, from one board to the next: what did not change stays the same object, so that a full table does not draw three hundred
// cards anew for each word that is said.
import type { BoardNow } from '@cocrea/shared/api/contributions.ts';
import { useEffect, useMemo, useRef } from 'react';
import { cardsOf, keepSame, type Card } from './board-view.ts';

export function useCards(board: BoardNow, fresh: ReadonlySet<string>): readonly Card[] {
  const before = useRef<readonly Card[]>([]);
  const cards = useMemo(() => keepSame(before.current, cardsOf(board, fresh)), [board, fresh]);
  useEffect(() => {
    before.current = cards;
  });
  return cards;
}
