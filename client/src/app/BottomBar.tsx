// The places of a lab under the thumb of whoever holds a phone: at most four.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { FileText, House, Presentation, QrCode, UsersRound, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useActor, useMe, useMembership } from '../api/session.ts';
import { lastPlace } from '../features/labs/last-place.ts';
import { nextDocument } from '../features/labs/next-document.ts';
import { useWords } from '../ui/words.ts';
import styles from './bottom-bar.module.css';
import { paths } from './paths.ts';

interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly current: boolean;
}

interface BottomBarProps {
  readonly lab: string;
  readonly documents: readonly LabDocument[] | undefined;
}

/** Places a thumb tells apart. */
const most = 4;

export function BottomBar({ lab, documents }: BottomBarProps): ReactNode {
  const { app } = useWords();
  const [path] = useLocation();
  const actor = useActor();
  const me = useMe();
  const membership = useMembership(lab);
  const last = me && lastPlace({ personId: me.personId, lab });
  const next = documents && nextDocument({ documents, subTableId: membership?.subTableId ?? null, last });
  const inDocument = path.startsWith(paths.document(lab, ''));
  const places: Place[] = [{ href: paths.lab(lab), label: app.shell.lab, icon: House, current: path === paths.lab(lab) }];
  if (next || inDocument) {
    const href = inDocument ? path : paths.document(lab, next?.document.id ?? '');
    places.push({ href, label: app.shell.document, icon: FileText, current: inDocument });
  }
  const toTables = paths.tables(lab);
  places.push({ href: toTables, label: app.shell.tables, icon: Presentation, current: path.startsWith(toTables) });
  if (can(actor, 'people.list', { labId: lab })) {
    places.push({ href: paths.people(lab), label: app.shell.people, icon: UsersRound, current: path === paths.people(lab) });
  }
  // The page of the tables leads to the codes where the bar has no place left for them.
  if (places.length < most && can(actor, 'join_code.list', { labId: lab })) {
    places.push({ href: paths.codes(lab), label: app.shell.codes, icon: QrCode, current: path === paths.codes(lab) });
  }
  return (
    <nav aria-label={app.shell.places} className={styles.bar}>
      <ul className={styles.places}>
        {places.map(({ href, label, icon: Icon, current }) => (
          <li key={label} className={styles.item}>
            <Link href={href} className={styles.place} aria-current={current ? 'page' : undefined}>
              <Icon aria-hidden="true" />
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
