// The desk of consolidation: what waits on the left, the next draft as it is written in the middle, the queue of observations on the right. Where
// there is no room for three, one at a time.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { useDesk, useSettling } from '../../api/consolidation.ts';
import { useBlockers } from '../../api/drafts.ts';
import { failureWords } from '../../api/failure-words.ts';
import { useDocuments, useLab } from '../../api/labs.ts';
import { useObservations } from '../../api/observations.ts';
import { useActor, useMe } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import type { EditorDesk, EditorExtras } from '../../editor/editor-extras.ts';
import OpenText from '../../editor/OpenText.tsx';
import { usePlugin } from '../../editor/use-plugin.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { tellFailure } from '../../ui/Toast.tsx';
import { useHeading } from '../../ui/arrival.ts';
import { blockAt, showBlock } from './block-at.ts';
import { BlockedList } from './BlockedList.tsx';
import styles from './desk.module.css';
import { DeskProgress } from './DeskProgress.tsx';
import { dropOnBlock } from './drop-on-block.ts';
import { IncorporateDialog } from './IncorporateDialog.tsx';
import { QueueColumn } from './QueueColumn.tsx';
import { RefuseDialog } from './RefuseDialog.tsx';
import { lostAmong, type DeskSource } from './source.ts';
import { SourcesColumn } from './SourcesColumn.tsx';
import { UnexplainedList } from './UnexplainedList.tsx';
import { useLookers } from './use-lookers.ts';
import { useOriginsOf } from './use-origins.tsx';
import { MassDeletionBanners } from '../history/MassDeletionBanners.tsx';
import { useWords } from './words.ts';

/** Where three columns fit. */
const wide = '(min-width: 75rem)';
const none: readonly never[] = [];

/** Where what has that folio waits. */
function tabOf(folio: string): 'queue' | 'sources' {
  return folio.includes('-OBS-') ? 'queue' : 'sources';
}

export default function DeskPage({ labId, documentId }: { readonly labId: string; readonly documentId: string }): ReactNode {
  const words = useWords();
  const say = words.consolidation;
  const documents = useDocuments(labId);
  const actor = useActor();
  const drafts = (documents.data?.documents ?? []).filter((document): document is DraftDocument => document.kind === 'draft');
  const draft = drafts.find(({ id }) => id === documentId);
  const before = drafts.find(({ draftNo }) => draftNo === (draft?.draftNo ?? 0) - 1);
  if (documents.data === undefined) {
    return (
      <Page title={say.title('…')}>
        {documents.error ? (
          <ErrorState onRetry={() => void documents.refetch()} pending={documents.isFetching}>
            {failureWords(documents.error, words)}
          </ErrorState>
        ) : (
          <Skeleton lines={8} />
        )}
      </Page>
    );
  }
  const allowed = can(actor, 'consolidate', { labId });
  if (draft === undefined || before === undefined || draft.state === 'planned' || !allowed) {
    return (
      <Page title={say.title(draft?.title ?? '')} width="narrow">
        <EmptyState action={<ButtonLink href={paths.document(labId, documentId)}>{say.toDraft}</ButtonLink>}>
          {allowed ? say.notYet : say.forbidden}
        </EmptyState>
      </Page>
    );
  }
  return <Desk draft={draft} before={before} />;
}

type Opened =
  | {
      readonly what: 'incorporate';
      readonly source: Pick<DeskSource, 'kind' | 'id' | 'label' | 'text'>;
      readonly blockId: string | null;
    }
  | { readonly what: 'refuse'; readonly source: DeskSource }
  | { readonly what: 'unexplained' | 'blockers' };

function Desk({ draft, before }: { readonly draft: DraftDocument; readonly before: DraftDocument }): ReactNode {
  const words = useWords();
  const say = words.consolidation;
  const place = { lab: draft.labId, document: draft.id };
  const heading = useHeading(say.title(draft.title));
  const me = useMe();
  const subTables = useLab(draft.labId).data?.subTables ?? none;
  const desk = useDesk(place);
  const observed = useObservations(draft.labId, before.id);
  const observations = observed.data?.observations ?? none;
  const settling = useSettling(place);
  const blocked = useBlockers(draft.labId, draft.id, { wanted: true, follows: true }).data;
  const lost = useMemo(() => lostAmong(blocked?.blockers ?? none), [blocked]);
  const [params, setParams] = useSearchParams();
  const wanted = params.get('pendiente') ?? '';
  const openId = observations.find(({ folio }) => folio === wanted)?.id ?? null;
  const open = useCallback(
    (id: string | null) => {
      const folio = observations.find((one) => one.id === id)?.folio;
      setParams(folio === undefined ? {} : { pendiente: folio }, { replace: true });
    },
    [observations, setParams],
  );
  const [opened, setOpened] = useState<Opened | null>(null);
  const [held, setHeld] = useState<EditorDesk | null>(null);
  const [tab, setTab] = useState<string>(wanted === '' ? 'queue' : tabOf(wanted));
  const lookers = useLookers(held?.awareness ?? null, { openId, myId: me?.personId ?? '' });
  const isWide = useWide();
  const close = (): void => setOpened(null);
  const editor = held?.editor ?? null;
  const incorporate = useCallback(
    (source: Pick<DeskSource, 'kind' | 'id' | 'label' | 'text'>) => {
      const at = editor === null ? null : blockAt(editor.state.doc, editor.state.selection.from);
      setOpened({
        what: 'incorporate',
        source,
        blockId: editor?.isFocused === true || editor?.state.selection.empty === false ? at : null,
      });
    },
    [editor],
  );
  const show = useCallback(
    (blockId: string) => {
      setTab('text');
      requestAnimationFrame(() => editor !== null && showBlock(editor.view, blockId));
    },
    [editor],
  );
  const drop = useCallback(
    (source: Pick<DeskSource, 'kind' | 'id' | 'label' | 'text'>, blockId: string) =>
      setOpened({ what: 'incorporate', source, blockId }),
    [],
  );
  const origins = useOriginsOf(draft);
  const extras = useMemo(
    (): EditorExtras => ({
      panels: origins.panels ?? [],
      layers: [
        ...(origins.layers ?? []),
        { id: 'desk', render: (given) => <Hold desk={given} onHeld={setHeld} onDropped={drop} /> },
      ],
    }),
    [origins, drop],
  );

  const failed = desk.error ?? observed.error;
  const sources =
    desk.data === undefined ? (
      failed ? (
        <ErrorState onRetry={() => void Promise.all([desk.refetch(), observed.refetch()])} pending={desk.isFetching}>
          {failureWords(failed, words)}
        </ErrorState>
      ) : (
        <Skeleton lines={8} />
      )
    ) : (
      <SourcesColumn
        desk={desk.data}
        lost={lost}
        subTables={subTables}
        wanted={tabOf(wanted) === 'queue' ? '' : wanted}
        onIncorporate={incorporate}
        onRefuse={(source) => setOpened({ what: 'refuse', source })}
        onTakeBack={({ id }) =>
          settling.mutate(
            { contributionIds: [id], reason: null },
            { onError: (failure) => tellFailure(failureWords(failure, words)) },
          )
        }
      />
    );
  const text = (
    <>
      <MassDeletionBanners labId={draft.labId} documents={[draft]} />
      <OpenText labId={draft.labId} documentId={draft.id} embedded extras={extras} />
    </>
  );
  const queue =
    observed.data === undefined ? (
      <Skeleton lines={8} />
    ) : (
      <QueueColumn
        draft={draft}
        before={before}
        observations={observations}
        editor={editor}
        openId={openId}
        onOpen={open}
        lookers={lookers}
        onIncorporate={incorporate}
      />
    );
  return (
    <div className={styles.page}>
      <div className={styles.over}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {say.title(draft.title)}
        </h1>
        <ButtonLink look="quiet" href={paths.document(draft.labId, draft.id)}>
          {say.toDraft}
        </ButtonLink>
      </div>
      <DeskProgress
        draft={draft}
        onUnexplained={() => setOpened({ what: 'unexplained' })}
        onBlockers={() => setOpened({ what: 'blockers' })}
      />
      {isWide ? (
        <div className={styles.columns}>
          <section className={styles.side} aria-label={say.tabs.sources}>
            {sources}
          </section>
          <section aria-label={say.tabs.text}>{text}</section>
          <section className={styles.side} aria-label={say.tabs.queue}>
            {queue}
          </section>
        </div>
      ) : (
        <>
          <Tabs
            label={say.tabs.label}
            selected={tab}
            onSelect={setTab}
            tabs={[
              { id: 'queue', label: say.tabs.queue, view: queue },
              { id: 'sources', label: say.tabs.sources, view: sources },
              { id: 'text', label: say.tabs.text, view: null },
            ]}
          />
          {/* The text stays open behind the other two: what is chosen in it, and where it is scrolled to, is not lost. */}
          <div hidden={tab !== 'text'}>{text}</div>
        </>
      )}
      {opened?.what === 'incorporate' && editor !== null && (
        <IncorporateDialog draft={draft} editor={editor} source={opened.source} blockId={opened.blockId} onClose={close} />
      )}
      {opened?.what === 'refuse' && <RefuseDialog draft={draft} source={opened.source} onClose={close} />}
      {opened?.what === 'unexplained' && <UnexplainedList draft={draft} onShow={show} onClose={close} />}
      {opened?.what === 'blockers' && (
        <BlockedList
          draft={draft}
          onClose={close}
          onOpen={(folio) => {
            close();
            setTab(tabOf(folio));
            setParams({ pendiente: folio }, { replace: true });
          }}
        />
      )}
    </div>
  );
}

interface HoldProps {
  readonly desk: EditorDesk;
  readonly onHeld: (desk: EditorDesk) => void;
  readonly onDropped: (source: Pick<DeskSource, 'kind' | 'id' | 'label' | 'text'>, blockId: string) => void;
}

/** Hands the open text to the desk, and lets sources be dropped onto it. */
function Hold({ desk, onHeld, onDropped }: HoldProps): ReactNode {
  const make = useCallback(
    () =>
      dropOnBlock(({ data, blockId }) =>
        onDropped(JSON.parse(data) as Pick<DeskSource, 'kind' | 'id' | 'label' | 'text'>, blockId),
      ),
    [onDropped],
  );
  usePlugin(desk.editor, make);
  useEffect(() => onHeld(desk), [desk, onHeld]);
  return null;
}

function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(wide);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(wide).matches,
  );
}
