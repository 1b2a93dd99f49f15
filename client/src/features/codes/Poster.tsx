// What a hall needs to come in, in one sight: where to, the QR, the address, the six characters. On the projector and on paper.
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import type { Lab, SubTable } from '@cocrea/shared/domain/lab.ts';
import type { ReactNode } from 'react';
import { Qr } from '../../ui/Qr.tsx';
import { useWords } from './words.ts';
import { groupedCode, joinLink, typedAddress } from './join-link.ts';
import { Letters } from './Letters.tsx';
import { opensInWords } from './opens-in-words.ts';
import styles from './poster.module.css';

export interface PosterProps {
  readonly code: JoinCode;
  readonly lab: Lab;
  readonly subTables: readonly SubTable[];
  readonly address: string;
}

interface PosterFrame extends PosterProps {
  /** The heading's id, for what names itself after it. */
  readonly titleId?: string;
  /** Under all: what to connect to, how many came in. */
  readonly children: ReactNode;
}

export function Poster({ code, lab, subTables, address, titleId, children }: PosterFrame): ReactNode {
  const words = useWords();
  const { codes: say } = words;
  return (
    <div className={styles.poster}>
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {say.poster.title(lab.name)}
        </h2>
        {code.subTableId !== null && <p className={styles.opens}>{opensInWords(code, { subTables, words })}</p>}
      </header>
      <div className={styles.qr}>
        <Qr text={joinLink(address, code.code)} label={say.qr(groupedCode(code.code))} />
      </div>
      <div className={styles.words}>
        <p>{say.poster.scan}</p>
        <p>
          {say.poster.open}
          <strong className={styles.address}>{typedAddress(address)}</strong>
        </p>
        <p>
          {say.poster.type}
          <span className={styles.letters}>
            <Letters code={code.code} />
          </span>
        </p>
        <div className={styles.foot}>{children}</div>
      </div>
    </div>
  );
}
