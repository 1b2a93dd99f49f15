// One document in a list: its title, what one may do with it, when it last changed or when it opens, and how many people are in it.
import { daysLeft } from '@cocrea/shared/domain/consultation.ts';
import { isOpenToRead, type LabDocument } from '@cocrea/shared/domain/document.ts';
import { closingDay, flexDateInWords, timeAgo } from '@cocrea/shared/i18n/dates.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { Eye, FileText, Lock, Pencil, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useHere } from '../../api/here.ts';
import { useActor } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useDraftDates } from '../../ui/draft-dates.ts';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import styles from './document-lists.module.css';

interface DocumentRowProps {
  readonly lab: string;
  readonly document: LabDocument;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly onRename: (document: LabDocument) => void;
}

export function DocumentRow({ lab, document, now, onRename }: DocumentRowProps): ReactNode {
  const { labPages } = useWords();
  const { draftDates } = useDraftDates();
  const language = useLanguage();
  const actor = useActor();
  const people = useHere(lab).filter(({ documentId }) => documentId === document.id).length;
  if (!isOpenToRead(document)) {
    return (
      <li className={styles.row}>
        <div className={styles.closed}>
          <Lock aria-hidden="true" className={styles.sign} />
          <span className={styles.words}>
            <span className={styles.title}>{document.title}</span>
            <span className={styles.facts}>
              {document.kind === 'draft'
                ? labPages.lab.opensOn(flexDateInWords(document.opens, language))
                : labPages.lab.opensPlanned}
            </span>
          </span>
        </div>
      </li>
    );
  }
  const writes = can(actor, 'document.write', document);
  const consultation = document.kind === 'draft' && document.state === 'in_consultation' ? document.life.consultation : null;
  const left = consultation === null ? null : daysLeft(consultation, now);
  return (
    <li className={styles.row}>
      <Link href={paths.document(lab, document.id)} className={styles.link}>
        {writes ? (
          <FileText aria-hidden="true" className={styles.sign} />
        ) : (
          <Eye role="img" aria-label={labPages.lab.canRead} className={styles.sign} />
        )}
        <span className={styles.words}>
          <span className={styles.title}>{document.title}</span>
          <span className={styles.facts}>
            {document.kind === 'draft' && <StatusPill tone="good">{draftDates.states[document.state]}</StatusPill>}
            {consultation !== null && left !== null ? (
              <span>
                {draftDates.until(closingDay(consultation.to, language))} · {draftDates.daysLeft(left)}
              </span>
            ) : (
              <span>{labPages.lab.updated(timeAgo(document.updatedAt, { now, language }))}</span>
            )}
            {people > 0 && (
              <span className={styles.people}>
                <UsersRound aria-hidden="true" />
                {labPages.lab.writingHere(people)}
              </span>
            )}
          </span>
        </span>
      </Link>
      {can(actor, 'note.rename', document) && (
        <IconButton label={labPages.lab.renameNoteOf(document.title)} onClick={() => onRename(document)}>
          <Pencil aria-hidden="true" />
        </IconButton>
      )}
    </li>
  );
}
