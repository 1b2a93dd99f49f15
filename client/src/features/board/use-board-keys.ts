// What a key does to the card that has the focus.
import type { KeyboardEvent } from 'react';
import { agreementKeys, groupKey, markKeys, minorityKey, plenaryKey } from './board-keys.ts';
import type { Column } from './board-view.ts';
import type { ColumnWork } from './column-work.ts';

type Working = Pick<ColumnWork, 'arranges' | 'regroups' | 'reorders' | 'hand' | 'onGroup' | 'onAsk'>;

/** For the capture phase: the list takes the arrows for itself. */
export function useBoardKeys(column: Column, props: Working): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const row = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row' ? event.target : null;
    const card = column.shown.find(({ id }) => id === row?.dataset['key']);
    if (!card || !props.arranges || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const act = actionOf(event, { ...props, card });
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}

function actionOf(
  { key: pressed, altKey }: KeyboardEvent,
  { card, regroups, reorders, hand, onGroup, onAsk }: Working & { card: Column['shown'][number] },
): (() => void) | null {
  const key = pressed.toLowerCase();
  if (altKey) {
    if (!reorders || (key !== 'arrowup' && key !== 'arrowdown')) return null;
    return () => hand.step(card, key === 'arrowup' ? -1 : 1);
  }
  const mark = markKeys[key];
  if (mark) return () => hand.mark(card.contributions, mark);
  const agreement = agreementKeys[key];
  if (agreement !== undefined) return () => hand.agree(card, agreement);
  if (key === groupKey && regroups) return onGroup;
  if (key === minorityKey) return () => onAsk({ what: 'minority', id: card.id });
  return key === plenaryKey ? () => hand.plenary(card, !card.cluster.plenary) : null;
}
