// Who has this lab open at this moment, and in which document; a click goes to where they are.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useHall, useHere } from '../../api/here.ts';
import { useMe } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import { Section } from '../../ui/Page.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWords } from '../../ui/words.ts';
import styles from './here-now.module.css';

/** Enough to see who one works with; a hall of a hundred is a number. */
const shown = 6;

export function HereNow({ lab, documents }: { readonly lab: string; readonly documents: readonly LabDocument[] }): ReactNode {
  const { app } = useWords();
  const me = useMe();
  const here = useHere(lab);
  const line = useHall((hall) => hall.line);
  const known = useHall(({ people, labId }) => people !== null && labId === lab);
  const others = here.filter(({ personId }) => personId !== me?.personId);
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  return (
    <Section title={app.lab.here} actions={known && <span className={styles.count}>{app.lab.hereCount(here.length)}</span>}>
      <div className={styles.box}>
        {!known && (line === 'lost' ? <p className={styles.quiet}>{app.lab.hereWaiting}</p> : <Skeleton lines={2} tall />)}
        {known && others.length === 0 && <p className={styles.quiet}>{app.lab.hereNobody}</p>}
        <ul className={styles.people}>
          {others.slice(0, shown).map(({ personId, name, color, actorKind, documentId }) => {
            const title = documentId === null ? undefined : titles.get(documentId);
            return (
              <li key={personId} className={styles.person}>
                <PersonMark name={name} color={color} kind={actorKind} silent />
                <span className={styles.words}>
                  <span>{name}</span>
                  <span className={styles.where}>
                    {documentId !== null && title !== undefined ? (
                      <Link href={paths.document(lab, documentId)}>{app.lab.hereIn(title)}</Link>
                    ) : (
                      app.lab.hereHome
                    )}
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
        {others.length > shown && <p className={styles.quiet}>{app.lab.hereMore(others.length - shown)}</p>}
      </div>
    </Section>
  );
}
