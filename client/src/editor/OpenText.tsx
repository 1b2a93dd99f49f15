// The text of one document: opened from this device or the server, written together, with the state of every word in sight.
import { daysLeft } from '@cocrea/shared/domain/consultation.ts';
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import type { Me } from '@cocrea/shared/api/session.ts';
import { seedUpdate, type DocumentJson } from '@cocrea/shared/document/seed.ts';
import { useEffect, useMemo, type ReactNode } from 'react';
import * as Y from 'yjs';
import { useDocument } from '../api/labs.ts';
import { serverNow } from '../api/server-time.ts';
import { askWhoIAm, useMe } from '../api/session.ts';
import { paths } from '../app/paths.ts';
import { bodyJson } from '../realtime/stranded-copies.ts';
import type { OpenedDocument } from './use-open-document.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { tellFailure } from '../ui/Toast.tsx';
import { useWords, type Words } from './words.ts';
import { DocumentEditor } from './DocumentEditor.tsx';
import type { EditorExtras } from './editor-extras.ts';
import styles from './document-page.module.css';
import { KeptCopies, TakeAlong } from './KeptCopies.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { useOpenDocument } from './use-open-document.ts';

interface OpenTextProps {
  readonly labId: string;
  readonly documentId: string;
  /** The document it is a text of, where it has no record of its own. */
  readonly recordId?: string | undefined;
  /** On a page that has more than the text. */
  readonly embedded?: boolean;
  readonly extras?: EditorExtras | undefined;
}

export default function OpenText(props: OpenTextProps): ReactNode {
  const me = useMe();
  return me ? <TextOf key={`${me.personId}/${props.documentId}`} {...props} me={me} /> : <Skeleton lines={8} />;
}

function TextOf({ me, labId, documentId, recordId, embedded = false, extras }: OpenTextProps & { readonly me: Me }): ReactNode {
  const words = useWords();
  const record = useDocument(labId, recordId ?? documentId);
  const title = record?.title ?? words.editor.page.untitled;
  const opened = useOpenDocument({ personId: me.personId, labId, documentId, recordId });
  const notice = opened?.snapshot.notice ?? null;
  useEffect(() => {
    if (notice) tellFailure((words.errors[notice.code] ?? words.errors.internal)(notice.details));
  }, [notice, words]);
  // The server knows this connection as somebody else, or as nobody: another tab entered or left. The page asks again who one is.
  const reason = opened?.snapshot.status.reason ?? null;
  useEffect(() => {
    if (reason === 'session_expired' || reason === 'unauthenticated') void askWhoIAm();
  }, [reason]);
  if (!opened) return <Skeleton lines={8} />;
  const about = { me, labId, title, record, embedded, extras };
  return <Opened opened={opened} {...about} />;
}

interface OpenedProps {
  readonly opened: OpenedDocument;
  readonly me: Me;
  readonly labId: string;
  readonly title: string;
  readonly record: LabDocument | undefined;
  readonly embedded: boolean;
  readonly extras: EditorExtras | undefined;
}

function Opened({ opened: { document, snapshot }, ...about }: OpenedProps): ReactNode {
  const { me, labId, title, record, embedded, extras } = about;
  const words = useWords();
  const { open, status, stranded, editable, crowd } = snapshot;
  const shown = useShown(open?.doc, status.kind === 'read_only' && status.pending > 0 ? extras?.stands : undefined);
  // Whoever may not read any more keeps the text on the screen only while it holds words of theirs that exist nowhere else.
  const nothingToKeep = status.kind === 'no_permission' && status.pending === 0 && stranded.length === 0;
  if (!open || nothingToKeep) {
    if (status.kind === 'no_permission') {
      return (
        <ErrorState action={<ButtonLink href={paths.lab(labId)}>{words.editor.page.backToLab}</ButtonLink>}>
          {words.errors[status.reason ?? 'forbidden']({})}
        </ErrorState>
      );
    }
    return (
      <div className={styles.waiting}>
        {status.kind === 'offline' && (
          <Banner tone="warning" action={<Button onClick={document.retry}>{words.editor.page.tryAgain}</Button>}>
            {words.editor.page.firstTimeOffline}
          </Banner>
        )}
        <Skeleton lines={8} />
      </div>
    );
  }
  const takeAlong = <TakeAlong title={title} read={() => Promise.resolve(bodyJson(open.doc))} />;
  // The page may have something better to offer.
  const hasUnsent = status.pending > 0 && extras?.unsent === undefined;
  const connected = status.kind === 'saved' || status.kind === 'sending' || status.kind === 'loading';
  return (
    <DocumentEditor
      key={shown?.guid}
      doc={shown ?? open.doc}
      awareness={open.awareness}
      crowd={crowd}
      editable={editable}
      title={title}
      me={me}
      embedded={embedded}
      extras={extras}
      status={
        <StatusBadge
          status={status}
          actions={
            !connected && (
              <div className={styles.actions}>
                {status.kind !== 'read_only' && <Button onClick={document.retry}>{words.editor.page.tryAgain}</Button>}
                {status.pending > 0 && takeAlong}
              </div>
            )
          }
        />
      }
      notices={
        <>
          <KeptCopies title={title} document={document} copies={stranded} />
          {status.kind === 'no_permission' && (
            <Banner tone="danger">
              <p ref={comeIntoView}>{words.errors[status.reason ?? 'forbidden']({})}</p>
              {status.pending > 0 && <p>{words.editor.status.no_permission.withPending(status.pending)}</p>}
              {status.pending > 0 && <p className={styles.actions}>{takeAlong}</p>}
            </Banner>
          )}
          {status.kind === 'read_only' && (
            <Banner>
              <p>{whyReadOnly(record, words)}</p>
              {hasUnsent && <p>{words.editor.status.read_only.withPending(status.pending)}</p>}
              {hasUnsent && <p className={styles.actions}>{takeAlong}</p>}
            </Banner>
          )}
          {status.kind === 'read_only' &&
            extras?.unsent?.({
              doc: open.doc,
              pending: status.pending,
              isWhole: snapshot.isWhole,
              leftAt: snapshot.leftAt,
              takeAlong,
              forget: document.forgetUnsent,
            })}
        </>
      }
    />
  );
}

/** The document itself, or one of its own made of how the text stands for everybody. */
function useShown(doc: Y.Doc | undefined, stands: DocumentJson | undefined): Y.Doc | undefined {
  return useMemo(() => {
    if (doc === undefined || stands === undefined) return doc;
    const standing = new Y.Doc();
    Y.applyUpdate(standing, seedUpdate(stands, { clientId: standing.clientID }));
    return standing;
  }, [doc, stands]);
}

/** Whoever was writing far below is told why the text stopped taking their words. */
function comeIntoView(said: HTMLElement | null): void {
  said?.scrollIntoView({ block: 'center' });
}

function whyReadOnly(record: LabDocument | undefined, { editor }: Words): string {
  const why = editor.page.readOnly;
  if (record?.kind === 'sub_table_result') return why.result;
  if (record?.kind === 'proposal') {
    const { proposalState: state, becameOthers } = record;
    if (becameOthers) return why.proposal.became;
    return state === 'draft' || state === 'observed' ? why.role : why.proposal[state];
  }
  if (record?.kind !== 'draft') return why.role;
  const { state, life } = record;
  if (state === 'in_consultation' && life.consultation !== null && daysLeft(life.consultation, serverNow()) === null) {
    return why.consultation_over;
  }
  return state === 'planned' || state === 'writing' ? why.role : why[state];
}
