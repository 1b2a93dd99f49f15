// What is open at this moment, with the one thing to do first: observe a draft that is in consultation, go on where one was, one's own
// sub-table, or the open draft; and which tables are at work.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { daysLeft } from '@cocrea/shared/domain/consultation.ts';
import { isInConsultation } from '@cocrea/shared/domain/draft.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { closingDay } from '@cocrea/shared/i18n/dates.ts';
import { listInWords } from '@cocrea/shared/i18n/lists.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { ArrowRight, MessageSquarePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useActor, useMe, useMembership } from '../../api/session.ts';
import { useTables } from '../../api/tables.ts';
import { paths } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { useDraftDates } from '../../ui/draft-dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import { lastPlace } from './last-place.ts';
import { nextDocument } from './next-document.ts';
import { useMinute } from './use-minute.ts';
import styles from './open-now.module.css';

interface OpenNowProps {
  readonly lab: string;
  readonly documents: readonly LabDocument[];
  readonly subTables: readonly SubTable[];
}

export function OpenNow({ lab, documents, subTables }: OpenNowProps): ReactNode {
  const { labPages } = useWords();
  const { draftDates } = useDraftDates();
  const language = useLanguage();
  const now = useMinute();
  const actor = useActor();
  const me = useMe();
  const membership = useMembership(lab);
  const subTableId = membership?.subTableId ?? null;
  const next = nextDocument({ documents, subTableId, last: me && lastPlace({ personId: me.personId, lab }) });
  if (!next) return <EmptyState>{labPages.lab.nothingOpen}</EmptyState>;

  const { document, because } = next;
  const writes = can(actor, 'document.write', document);
  const own = subTables.find(({ id }) => id === subTableId);
  const draft = documents.find((one) => one.kind === 'draft' && one.state === 'writing');
  const observed = can(actor, 'observation.send', { labId: lab })
    ? documents.find((one) => one.kind === 'draft' && isInConsultation(one.life, { state: one.state, now }))
    : undefined;
  const consultation = observed?.kind === 'draft' ? observed.life.consultation : null;
  const others = [draft, own && documents.find(({ id }) => id === own.notesDocumentId)].filter(
    (one) => one !== undefined && one.id !== document.id,
  );
  const go = because === 'last' ? labPages.lab.continueGo : writes ? labPages.lab.writeIn : labPages.lab.readIn;
  return (
    <div className={styles.card}>
      <div className={styles.words}>
        {observed && consultation && (
          <>
            <p>
              {labPages.lab.inConsultation(observed.title, closingDay(consultation.to, language))} ·{' '}
              <strong>{draftDates.daysLeft(daysLeft(consultation, now) ?? 0)}</strong>
            </p>
            <p className={styles.why}>{labPages.lab.inConsultationWhy}</p>
          </>
        )}
        {draft && <p>{(can(actor, 'document.write', draft) ? labPages.lab.draftOpen : labPages.lab.draftRead)(draft.title)}</p>}
        {own ? <p>{labPages.lab.yourTable(String(own.no), own.theme)}</p> : subTables.length > 0 && <TablesNow lab={lab} />}
      </div>
      <div className={styles.ways}>
        {observed && (
          <ButtonLink href={paths.document(lab, observed.id)} look="primary" icon={<MessageSquarePlus aria-hidden="true" />}>
            {labPages.lab.observe(observed.title)}
          </ButtonLink>
        )}
        {document !== observed && (
          <ButtonLink
            href={paths.document(lab, document.id)}
            look={observed ? 'secondary' : 'primary'}
            icon={<ArrowRight aria-hidden="true" />}
          >
            {go(document.title)}
          </ButtonLink>
        )}
        {own && can(actor, 'contribution.send', { labId: lab, subTableId: own.id }) && (
          <ButtonLink href={paths.table(lab, own.no)}>{labPages.lab.toTable(String(own.no))}</ButtonLink>
        )}
        {others.map(
          (one) =>
            one && (
              <Link key={one.id} href={paths.document(lab, one.id)} className={styles.other}>
                {(can(actor, 'document.write', one) ? labPages.lab.writeIn : labPages.lab.readIn)(one.title)}
              </Link>
            ),
        )}
        {!own && subTables.length > 0 && (
          <Link href={paths.tables(lab)} className={styles.other}>
            {labPages.lab.toTables}
          </Link>
        )}
      </div>
    </div>
  );
}

/** Until the tables are known, a line of the same height. */
function TablesNow({ lab }: { readonly lab: string }): ReactNode {
  const { labPages } = useWords();
  const language = useLanguage();
  const tables = useTables(lab).data?.tables;
  if (!tables) return <p aria-hidden="true">{'\u00a0'}</p>;
  const working = tables.filter(({ session }) => session !== null && session.phase !== 'closed');
  const numbers = working.map(({ subTable }) => String(subTable.no));
  if (working.length > 0) return <p>{labPages.lab.tablesNow(listInWords(numbers, language), working.length)}</p>;
  return <p>{tables.every(({ session }) => session !== null) ? labPages.lab.tablesDone : labPages.lab.tablesWait}</p>;
}
