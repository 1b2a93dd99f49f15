// The slim side of a lab: its process in small, its documents, and for those who host the people and the codes.
import { isOpenToRead, type LabDocument } from '@cocrea/shared/domain/document.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { processLine } from '@cocrea/shared/domain/process-line.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { House, Lightbulb, Lock, MessageCircleQuestion, Presentation, QrCode, UsersRound } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useActor } from '../api/session.ts';
import { groupDocuments } from '../features/labs/document-groups.ts';
import { ProcessLineSmall } from '../ui/ProcessLine.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useWords } from '../features/labs/words.ts';
import { paths } from './paths.ts';
import styles from './sidebar.module.css';

interface SidebarProps {
  readonly lab: string;
  readonly documents: readonly LabDocument[] | undefined;
  readonly subTables: readonly SubTable[] | undefined;
  readonly tablesAtWork: number;
}

interface PlaceProps {
  readonly href: string;
  /** One is there also on the pages below it. */
  readonly around?: boolean;
  readonly icon?: ReactNode;
  /** After the words, so that names stand under each other. */
  readonly mark?: ReactNode;
  readonly children: ReactNode;
}

function Place({ href, around, icon, mark, children }: PlaceProps): ReactNode {
  const [path] = useLocation();
  const inside = around === true && path.startsWith(`${href}/`);
  return (
    <li>
      <Link href={href} className={styles.place} aria-current={path === href ? 'page' : inside ? 'true' : undefined}>
        {icon}
        <span className={styles.title}>{children}</span>
        {mark}
      </Link>
    </li>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <div>
      <p id={id} className={styles.heading}>
        {title}
      </p>
      <ul aria-labelledby={id}>{children}</ul>
    </div>
  );
}

export function Sidebar({ lab, documents, subTables, tablesAtWork }: SidebarProps): ReactNode {
  const { app, labPages } = useWords();
  const actor = useActor();
  const groups = documents && groupDocuments(documents, subTables ?? []);
  const place = (document: LabDocument): ReactNode => (
    <Place
      key={document.id}
      href={paths.document(lab, document.id)}
      mark={isOpenToRead(document) ? undefined : <Lock aria-label={labPages.lab.opensPlanned} role="img" />}
    >
      {document.title}
    </Place>
  );
  return (
    <nav aria-label={app.shell.places} className={styles.sidebar}>
      <ul>
        <Place href={paths.lab(lab)} icon={<House aria-hidden="true" />}>
          {app.shell.home}
        </Place>
        {(subTables ?? []).length > 0 && (
          <Place href={paths.tables(lab)} around icon={<Presentation aria-hidden="true" />}>
            {app.shell.tables}
          </Place>
        )}
        <Place href={paths.proposals(lab)} around icon={<Lightbulb aria-hidden="true" />}>
          {app.shell.proposals}
        </Place>
        <Place href={paths.myWords(lab)} icon={<MessageCircleQuestion aria-hidden="true" />}>
          {app.shell.myWords}
        </Place>
        {can(actor, 'people.list', { labId: lab }) && (
          <Place href={paths.people(lab)} icon={<UsersRound aria-hidden="true" />}>
            {app.shell.people}
          </Place>
        )}
        {can(actor, 'join_code.list', { labId: lab }) && (
          <Place href={paths.codes(lab)} icon={<QrCode aria-hidden="true" />}>
            {app.shell.codes}
          </Place>
        )}
      </ul>
      {groups ? (
        <>
          <div className={styles.process}>
            <ProcessLineSmall stages={processLine(documents, { subTables: subTables ?? [], tablesAtWork })} hrefOf={() => null} />
          </div>
          <Group title={app.shell.drafts}>{groups.drafts.map(place)}</Group>
          {groups.subTableNotes.length > 0 && <Group title={app.shell.subTableNotes}>{groups.subTableNotes.map(place)}</Group>}
          {groups.freeNotes.length > 0 && <Group title={app.shell.freeNotes}>{groups.freeNotes.map(place)}</Group>}
        </>
      ) : (
        <div className={styles.process}>
          <Skeleton lines={8} />
        </div>
      )}
    </nav>
  );
}
