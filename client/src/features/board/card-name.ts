// What a card is called in a sentence: its folio, and how many stand with it.
import type { Words } from './words.ts';
import { nameOf, type Card } from './board-view.ts';

export function cardName(card: Card, say: Words['board']): string {
  const { folio, more } = nameOf(card);
  return more === 0 ? say.card(folio) : say.cards(folio, more);
}
