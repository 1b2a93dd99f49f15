// The places of a lab under the thumb of whoever holds a phone: at most four.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { FileText, House, Lightbulb, MessageCircleQuestion, Presentation, QrCode, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useActor, useMe, useMembership } from '../api/session.ts';
import { lastPlace } from '../features/labs/last-place.ts';
import { nextDocument } from '../features/labs/next-document.ts';
import { useWords } from '../ui/words.ts';
import styles from './bottom-bar.module.css';
import { BarLink, MorePlaces, type Place } from './MorePlaces.tsx';
import { paths } from './paths.ts';

/** As many as a thumb can tell apart; where there are more, the last of these holds the rest. */
const most = 4;

interface BottomBarProps {
  readonly lab: string;
  readonly documents: readonly LabDocument[] | undefined;
}

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
  const portfolio = paths.proposals(lab);
  places.push({ href: portfolio, label: app.shell.proposals, icon: Lightbulb, current: path.startsWith(portfolio) });
  const mine = paths.myWords(lab);
  places.push({ href: mine, label: app.shell.myWords, icon: MessageCircleQuestion, current: path === mine });
  if (can(actor, 'people.list', { labId: lab })) {
    places.push({ href: paths.people(lab), label: app.shell.people, icon: UsersRound, current: path === paths.people(lab) });
  }
  if (can(actor, 'join_code.list', { labId: lab })) {
    places.push({ href: paths.codes(lab), label: app.shell.codes, icon: QrCode, current: path === paths.codes(lab) });
  }
  return (
    <nav aria-label={app.shell.places} className={styles.bar}>
      <ul className={styles.places}>
        {(places.length > most ? places.slice(0, most - 1) : places).map((place) => (
          <li key={place.label} className={styles.item}>
            <BarLink place={place} />
          </li>
        ))}
        {places.length > most && (
          <li className={styles.item}>
            <MorePlaces key={path} places={places.slice(most - 1)} />
          </li>
        )}
      </ul>
    </nav>
  );
}
