// What one takes home after observing: the folio, the link and its QR, and until when others may still observe.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import { closingDay } from '@cocrea/shared/i18n/dates.ts';
import { Printer, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormActions } from '../../ui/Form.tsx';
import { Qr } from '../../ui/Qr.tsx';
import { useLanguage } from '../../ui/words.ts';
import styles from './observations.module.css';
import { useWords } from './words.ts';

interface ReceiptDialogProps {
  readonly draft: DraftDocument;
  /** Null for one that waits on this device. */
  readonly observation: Observation | null;
  readonly onClose: () => void;
}

export function ReceiptDialog({ draft, observation, onClose }: ReceiptDialogProps): ReactNode {
  const { receipt: say } = useWords().observations;
  const language = useLanguage();
  const done = (
    <Button look="primary" onClick={onClose}>
      {say.done}
    </Button>
  );
  if (observation === null) {
    return (
      <Dialog title={say.waiting} onClose={onClose}>
        <p className={styles.kept}>
          <Smartphone aria-hidden="true" />
          {say.waitingWhy}
        </p>
        <FormActions>{done}</FormActions>
      </Dialog>
    );
  }
  const link = new URL(paths.folio(observation.folio), location.origin).href;
  const closes = draft.life.consultation?.to;
  return (
    <Dialog title={say.title} onClose={onClose}>
      <div className={styles.receipt} data-receipt="">
        <dl className={styles.folio}>
          <dt>{say.folio}</dt>
          <dd>{observation.folio}</dd>
        </dl>
        <div className={styles.qr}>
          <Qr text={link} label={say.qr} />
        </div>
      </div>
      <p>{say.keep}</p>
      <CopyField label={say.link} value={link} />
      {observation.late ? (
        <Banner>{say.late}</Banner>
      ) : (
        closes !== undefined && <p className={styles.small}>{say.until(closingDay(closes, language))}</p>
      )}
      <FormActions>
        <Button icon={<Printer aria-hidden="true" />} onClick={() => print()}>
          {say.print}
        </Button>
        {done}
      </FormActions>
    </Dialog>
  );
}
