// The board laid out: what is shown and in which order, what is chosen, the columns, and what opens over them.
import { plenaryItems, dotsPhase, type TableSession } from '@cocrea/shared/domain/table-session.ts';
import type { BoardNow } from '@cocrea/shared/api/contributions.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { BookOpenText, Keyboard, ListChecks } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useActor } from '../../api/session.ts';
import type { TablePlace } from '../../api/tables.ts';
import { paths } from '../../app/paths.ts';
import { Button, ButtonLink, IconButton } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import { BoardColumns } from './BoardColumns.tsx';
import { BoardFilters } from './BoardFilters.tsx';
import { BoardKeys } from './BoardKeys.tsx';
import { columnsOf, lateOf, type Filter, type Sort } from './board-view.ts';
import styles from './board-desk.module.css';
import type { AskedOfCard } from './column-work.ts';
import { GroupWithDialog } from './GroupWithDialog.tsx';
import { LateTray } from './LateTray.tsx';
import { MinorityDialog } from './MinorityDialog.tsx';
import { proposalOrigin } from './proposal-origin.ts';
import { ReadAloud } from './ReadAloud.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { TableNotes, type NotesWish } from './TableNotes.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useCards } from './use-cards.ts';
import { useHand } from './use-hand.ts';

const ProposalFrom = lazy(() => import('../proposals/ProposalFrom.tsx'));

interface BoardDeskProps {
  readonly place: TablePlace;
  readonly subTable: SubTable;
  readonly session: TableSession;
  readonly board: BoardNow;
  readonly arranges: boolean;
  readonly notice: ReactNode;
}

type Opened =
  | AskedOfCard
  | { readonly what: 'keys' }
  | { readonly what: 'propose' }
  | { readonly what: 'read'; readonly id: null };

export function BoardDesk({ place, subTable, session, board, arranges, notice }: BoardDeskProps): ReactNode {
  const { board: say } = useWords();
  const language = useLanguage();
  const [filter, setFilter] = useState<Filter>('all');
  const [sort, setSort] = useState<Sort>('table');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<Opened | null>(null);
  const [notes, setNotes] = useState<NotesWish | null>(null);
  /** Where the reading was left; it goes on from there. */
  const readingAt = useRef<string | null>(null);
  const hand = useHand(place, board);
  const arrivals = useArrivals(board);
  const { questions } = subTable;
  const shownSort = board.dots === null ? 'table' : sort;
  const cards = useCards(board, arrivals.fresh);
  const columns = useMemo(() => columnsOf(cards, { questions, filter, sort: shownSort }), [cards, questions, filter, shownSort]);
  const actor = useActor();
  const proposes = can(actor, 'proposal.create', { labId: place.lab });
  const conducts = can(actor, 'table.conduct', { labId: place.lab });
  const regroups = arranges && session.phase !== dotsPhase;
  const chosen = cards.filter(({ id }) => selected.has(id));
  const late = lateOf(board);
  const marked = cards.filter(({ cluster }) => cluster.plenary).length;
  const card = opened !== null && 'id' in opened && opened.id !== null ? cards.find(({ id }) => id === opened.id) : undefined;
  const close = (): void => setOpened(null);
  const clear = (): void => setSelected(new Set());
  const group = (): void => {
    if (chosen.length < 2 || !regroups) return;
    hand.group(chosen.map(({ id }) => id));
    clear();
  };
  const latestGroup = useRef(group);
  useEffect(() => {
    latestGroup.current = group;
  });
  // The same for as long as the board is open: columns are drawn anew only for what they show.
  const groupChosen = useCallback(() => latestGroup.current(), []);
  const showNotes = useCallback((question: number) => setNotes((before) => ({ question, asked: (before?.asked ?? 0) + 1 })), []);
  return (
    <I18nProvider locale={language === 'es' ? 'es-ES' : 'en-US'}>
      <Page
        title={say.title(subTable.no)}
        over={subTable.theme}
        width="wide"
        actions={
          <div className={styles.actions}>
            {conducts && session.phase !== 'closed' && (
              <ButtonLink href={paths.conduct(place.lab, place.no)} look="quiet" icon={<ListChecks aria-hidden="true" />}>
                {say.toConsole}
              </ButtonLink>
            )}
            {arranges && (
              <span className={styles.keys}>
                <IconButton label={say.help.open} onClick={() => setOpened({ what: 'keys' })}>
                  <Keyboard aria-hidden="true" />
                </IconButton>
              </span>
            )}
            {arranges && cards.length > 0 && (
              <Button
                look="primary"
                icon={<BookOpenText aria-hidden="true" />}
                onClick={() => setOpened({ what: 'read', id: null })}
              >
                {say.reading.open}
              </Button>
            )}
          </div>
        }
      >
        <div className={chosen.length > 0 ? `${styles.desk} ${styles.underBar}` : styles.desk}>
          {notice}
          <BoardFilters
            filter={filter}
            sort={shownSort}
            onFilter={(next) => {
              setFilter(next);
              // What is out of sight is not grouped by mistake.
              clear();
            }}
            onSort={board.dots === null ? null : setSort}
            {...(arranges && session.phase === dotsPhase && { counting: { place, session } })}
          >
            {say.plenaryCount(marked, plenaryItems)}
          </BoardFilters>
          <BoardColumns
            place={place}
            columns={columns}
            arranges={arranges}
            chooses={arranges || proposes}
            regroups={regroups}
            reorders={arranges && filter === 'all' && shownSort === 'table'}
            plenaryFull={marked >= plenaryItems}
            selected={selected}
            onSelect={setSelected}
            onGroup={groupChosen}
            hand={hand}
            onLook={arrivals.look}
            onAsk={setOpened}
            onNotes={showNotes}
          />
          {late.length > 0 && <LateTray late={late} {...(arranges && { onTake: hand.admit })} />}
          <TableNotes
            labId={place.lab}
            documentId={subTable.notesDocumentId}
            wish={notes}
            onOpen={() => setNotes({ question: null, asked: 1 })}
            onClose={() => setNotes(null)}
          />
        </div>
        {chosen.length > 0 && (
          <SelectionBar
            count={chosen.length}
            mayGroup={arranges ? regroups : null}
            onGroup={group}
            {...(proposes && { onPropose: () => setOpened({ what: 'propose' }) })}
            onClear={clear}
          />
        )}
        {opened?.what === 'propose' && chosen.length > 0 && (
          <Suspense>
            <ProposalFrom
              labId={place.lab}
              origin={proposalOrigin(chosen.flatMap(({ contributions }) => contributions))}
              onClose={close}
            />
          </Suspense>
        )}
        {opened?.what === 'keys' && <BoardKeys onClose={close} />}
        {opened?.what === 'minority' && card && (
          <MinorityDialog card={card} onSave={(view) => hand.minority(card, view)} onClose={close} />
        )}
        {opened?.what === 'group_with' && card && (
          <GroupWithDialog
            card={card}
            others={cards.filter((one) => one !== card && one.cluster.question === card.cluster.question)}
            onChoose={(other) => hand.group([other.id, card.id])}
            onClose={close}
          />
        )}
        {opened?.what === 'read' && (
          <ReadAloud
            cards={cards}
            questions={questions}
            startAt={opened.id ?? readingAt.current}
            onReach={(id) => {
              readingAt.current = id;
            }}
            onValidate={hand.validate}
            onLeave={close}
          />
        )}
      </Page>
    </I18nProvider>
  );
}
