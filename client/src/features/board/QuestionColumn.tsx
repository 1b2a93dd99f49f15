// One question: its contributions as they arrive, chosen, ordered and grouped by pointer, by buttons and by keyboard, and the line for the next one.
import { ArrowDown, NotebookPen } from 'lucide-react';
import { memo, useRef, type ReactNode } from 'react';
import { GridList } from 'react-aria-components/GridList';
import { useWords } from './words.ts';
import { sameColumn, type Card, type Column as ColumnOfBoard } from './board-view.ts';
import { CardActions } from './CardActions.tsx';
import type { ColumnWork } from './column-work.ts';
import { ClusterCard } from './ClusterCard.tsx';
import styles from './question-column.module.css';
import { useBoardKeys } from './use-board-keys.ts';
import { useCardDrag } from './use-card-drag.ts';
import { WriteContribution } from './WriteContribution.tsx';

interface QuestionColumnProps extends ColumnWork {
  readonly column: ColumnOfBoard;
}

/** Drawn anew only where something in it changed: the other three stand still while one is spoken to. */
export const QuestionColumn = memo(
  Column,
  ({ column, ...props }, { column: next, ...others }) =>
    sameColumn(column, next) && (Object.keys(others) as (keyof ColumnWork)[]).every((name) => props[name] === others[name]),
);

function Column({ column, ...props }: QuestionColumnProps): ReactNode {
  const { place, arranges, chooses, regroups, reorders, selected, onSelect, onGroup, hand, onLook, onAsk, onNotes, plenaryFull } =
    props;
  const { board: say } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const { no, question, count, shown } = column;
  const dragAndDropHooks = useCardDrag(column, { regroups, reorders, hand });
  const onKey = useBoardKeys(column, { arranges, regroups, reorders, hand, onGroup, onAsk });
  const fresh = shown.filter((card) => card.fresh);
  const look = (cards: readonly Card[]): void => onLook(cards.flatMap(({ contributions }) => contributions.map(({ id }) => id)));
  const label = say.columnRead(no, count);
  return (
    <section aria-label={say.question(no)} className={styles.column} data-choosing={selected.size > 0}>
      <header className={styles.head}>
        <div className={styles.title}>
          <h2 className={styles.no}>{say.column(no, count)}</h2>
          <button type="button" className={styles.notes} aria-label={say.toNotes(no)} onClick={() => onNotes(no)}>
            <NotebookPen aria-hidden="true" />
            {say.toNotesShort}
          </button>
        </div>
        <p className={styles.question} lang="es">
          {question}
        </p>
      </header>
      <div
        ref={list}
        className={styles.scroll}
        onKeyDownCapture={onKey}
        onFocusCapture={({ target }) => {
          const row = target.closest<HTMLElement>('[role="row"]');
          const card = shown.find(({ id }) => id === row?.dataset['key']);
          if (card?.fresh) look([card]);
        }}
      >
        <GridList
          // A list that could be dragged from and no longer may is another list: its rows call their hooks only where it may.
          key={dragAndDropHooks ? 'movable' : 'still'}
          aria-label={label}
          className={styles.list ?? ''}
          items={shown}
          dependencies={[arranges, chooses, regroups, reorders, plenaryFull, hand, say]}
          selectionMode={chooses ? 'multiple' : 'none'}
          selectionBehavior="toggle"
          keyboardNavigationBehavior="tab"
          disallowTypeAhead
          selectedKeys={shown.filter(({ id }) => selected.has(id)).map(({ id }) => id)}
          onSelectionChange={(keys) => onSelect(new Set(keys === 'all' ? shown.map(({ id }) => id) : [...keys].map(String)))}
          {...(dragAndDropHooks && { dragAndDropHooks })}
          renderEmptyState={() => (
            <div className={styles.empty}>
              <p className={styles.none}>{column.all.length > 0 ? say.noneShown : say.none(no)}</p>
              {column.all.length === 0 && arranges && <p>{say.noneToDo}</p>}
            </div>
          )}
        >
          {(card: Card) => (
            <ClusterCard
              card={card}
              draggable={dragAndDropHooks !== null}
              onLook={onLook}
              {...(arranges && {
                onAgree: (level) => hand.agree(card, level),
                onMinority: () => onAsk({ what: 'minority', id: card.id }),
                actions: (contribution) => (
                  <CardActions
                    card={card}
                    contribution={contribution}
                    regroups={regroups}
                    reorders={reorders}
                    plenaryFull={plenaryFull}
                    hand={hand}
                    onAsk={onAsk}
                  />
                ),
              })}
            />
          )}
        </GridList>
      </div>
      {fresh.length > 0 && (
        <button
          type="button"
          className={styles.below}
          onClick={() => {
            const key = fresh[0]?.id ?? '';
            const card = list.current?.querySelector(`[data-key="${key}"]`);
            card?.scrollIntoView({ block: 'nearest' });
            look(fresh);
          }}
        >
          <ArrowDown aria-hidden="true" />
          {say.newOnes(fresh.length)}
        </button>
      )}
      {arranges && <WriteContribution place={place} question={no} />}
    </section>
  );
}
