// Cards of one question dragged: onto another to be taken as one with it, between others to stand there. By pointer, and from the handle by
// keyboard or screen reader.
import { useRef } from 'react';
import { useDragAndDrop, type DragAndDropHooks } from 'react-aria-components/useDragAndDrop';
import { nameOf, type Card, type Column } from './board-view.ts';
import type { Hand } from './use-hand.ts';

/** Null where nothing may be dragged. */
export function useCardDrag(
  column: Column,
  { regroups, reorders, hand }: { regroups: boolean; reorders: boolean; hand: Hand },
): DragAndDropHooks<Card> | null {
  /** What is in the hand. Its own kind of data keeps it in its column. */
  const held = useRef<readonly string[]>([]);
  const kind = `cocrea-question-${column.no}`;
  const { dragAndDropHooks } = useDragAndDrop<Card>({
    getItems: (keys) =>
      [...keys].map((key) => {
        const card = column.shown.find(({ id }) => id === key);
        return { [kind]: String(key), 'text/plain': card ? nameOf(card).folio : '' };
      }),
    acceptedDragTypes: [kind],
    getDropOperation: () => 'move',
    onDragStart: ({ keys }) => {
      held.current = [...keys].map(String);
    },
    ...(regroups && {
      onItemDrop: ({ target }) => {
        const onto = String(target.key);
        const others = held.current.filter((id) => id !== onto);
        if (others.length > 0) hand.group([onto, ...others]);
      },
    }),
    ...(reorders && {
      onReorder: ({ keys, target }) => {
        const moving = new Set([...keys].map(String));
        const order = column.shown.map(({ id }) => id);
        const at = order.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0);
        const before = order.slice(at).find((id) => !moving.has(id)) ?? null;
        for (const id of order.filter((one) => moving.has(one))) hand.place(id, before);
      },
    }),
  });
  return regroups || reorders ? dragAndDropHooks : null;
}
