// The places of a lab that do not fit at the foot of a phone, behind one that says so.
import { Ellipsis, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { Dialog } from '../ui/Dialog.tsx';
import { useWords } from '../ui/words.ts';
import styles from './bottom-bar.module.css';

export interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly current: boolean;
}

export function BarLink({ place: { href, label, icon: Icon, current } }: { readonly place: Place }): ReactNode {
  return (
    <Link href={href} className={styles.place} aria-current={current ? 'page' : undefined}>
      <Icon aria-hidden="true" />
      <span>{label}</span>
    </Link>
  );
}

export function MorePlaces({ places }: { readonly places: readonly Place[] }): ReactNode {
  const { shell } = useWords().app;
  const [open, setOpen] = useState(false);
  const current = places.some((place) => place.current);
  return (
    <>
      <button type="button" className={styles.place} data-current={current || undefined} onClick={() => setOpen(true)}>
        <Ellipsis aria-hidden="true" />
        <span>{shell.more}</span>
      </button>
      {open && (
        <Dialog title={shell.places} onClose={() => setOpen(false)}>
          <ul>
            {places.map(({ href, label, icon: Icon, current: here }) => (
              <li key={label}>
                <Link
                  href={href}
                  className={styles.morePlace}
                  aria-current={here ? 'page' : undefined}
                  onClick={() => setOpen(false)}
                >
                  <Icon aria-hidden="true" />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
