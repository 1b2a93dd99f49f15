// One open code: its QR, its letters, what it opens, how many came in, and what can be done with it.
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { Lock, Presentation, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { Qr } from '../../ui/Qr.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import styles from './code-card.module.css';
import { groupedCode, joinLink } from './join-link.ts';
import { Letters } from './Letters.tsx';
import { opensInWords } from './opens-in-words.ts';

interface CodeCardProps {
  readonly code: JoinCode;
  readonly address: string;
  readonly subTables: readonly SubTable[];
  readonly mayClose: boolean;
  readonly onProject: () => void;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}

export function CodeCard({ code, address, subTables, mayClose, onProject, onPrint, onClose }: CodeCardProps): ReactNode {
  const words = useWords();
  const { codes: say } = words;
  const language = useLanguage();
  const link = joinLink(address, code.code);
  const said = groupedCode(code.code);
  return (
    <article className={styles.card} aria-labelledby={`code-${code.id}`}>
      <div className={styles.qr}>
        <Qr text={link} label={say.qr(said)} />
      </div>
      <div className={styles.words}>
        <h3 id={`code-${code.id}`} className={styles.head}>
          <span className={styles.opens}>{opensInWords(code, { subTables, words })}</span>
          <Letters code={code.code} />
        </h3>
        <ul className={styles.facts}>
          <li>{say.gives[code.role]}</li>
          <li>{say.uses(code.uses)}</li>
          <li>{say.made(momentInWords(code.createdAt, language))}</li>
        </ul>
        <CopyField label={say.link} value={link} />
        <div className={styles.actions}>
          <Button icon={<Presentation aria-hidden="true" />} onClick={onProject} aria-label={say.projectOf(said)}>
            {say.project}
          </Button>
          <Button icon={<Printer aria-hidden="true" />} onClick={onPrint} aria-label={say.printOf(said)}>
            {say.print}
          </Button>
          {mayClose && (
            <Button look="quiet" icon={<Lock aria-hidden="true" />} onClick={onClose} aria-label={say.closeOf(said)}>
              {say.close}
            </Button>
          )}
        </div>
      </div>
    </article>
  );
}
