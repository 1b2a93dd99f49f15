// The frame of a page: its heading, what can be done with all of it, and its sections.
import type { ReactNode } from 'react';
import { useHeading } from './arrival.ts';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  /** Above the title, small: what it belongs to. */
  readonly over?: ReactNode;
  readonly lede?: ReactNode;
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'page' | 'wide';
  readonly children: ReactNode;
}

export function Page({ title, over, lede, actions, width = 'page', children }: PageProps): ReactNode {
  const heading = useHeading(title);
  return (
    <div className={styles.page} data-width={width}>
      <header className={styles.head}>
        <div className={styles.titles}>
          {over !== undefined && <p className={styles.over}>{over}</p>}
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lede !== undefined && <div className={styles.lede}>{lede}</div>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  /** An anchor: what follows the # of an address that leads here. */
  readonly id?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, id, actions, children }: SectionProps): ReactNode {
  return (
    <section id={id} className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
