// Tells those who may bring a text back that most of it was deleted, with one touch to do so: on the text itself, and on the home of its lab.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import { goneInPercent, type MassDeletion, type MassDeletionEnd } from '@cocrea/shared/domain/mass-deletion.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { massDeletion as english } from '@cocrea/shared/i18n/en/mass-deletion.ts';
import { massDeletion as spanish } from '@cocrea/shared/i18n/es/mass-deletion.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useRestoreMoment } from '../../api/history.ts';
import { useMassDeletions, useSettleMassDeletion } from '../../api/mass-deletions.ts';
import { useActor } from '../../api/session.ts';
import { draftPaths } from '../../app/draft-paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { tell, tellFailure, tellWithAction } from '../../ui/Toast.tsx';
import { useLanguage, wordsWith } from '../../ui/words.ts';
import { subjectOf } from './document-subject.ts';
import styles from './mass-deletion.module.css';

const useWords = wordsWith({ es: { massDeletion: spanish }, en: { massDeletion: english } });

interface MassDeletionBannersProps {
  readonly labId: string;
  /** Those that are told of here: one on its own page, all of them at home. */
  readonly documents: readonly LabDocument[];
}

export function MassDeletionBanners({ labId, documents }: MassDeletionBannersProps): ReactNode {
  const actor = useActor();
  const mine = documents.filter((document) => can(actor, 'version.restore', subjectOf(document)));
  const deletions = useMassDeletions(labId, { enabled: mine.length > 0 });
  return deletions.map((deletion) => {
    const document = mine.find(({ id }) => id === deletion.documentId);
    return document === undefined ? null : <Told key={deletion.id} deletion={deletion} document={document} />;
  });
}

function Told({ deletion, document }: { readonly deletion: MassDeletion; readonly document: LabDocument }): ReactNode {
  const words = useWords();
  const { massDeletion: say } = words;
  const language = useLanguage();
  const { labId: lab, id: documentId, title } = document;
  const settling = useSettleMassDeletion({ ...deletion, lab });
  const restoring = useRestoreMoment(lab, documentId);
  const undo = async ({ before, at }: { before: number; at: number }): Promise<void> => {
    try {
      await restoring.mutateAsync({ seq: before, seen: at });
      tell(say.undone);
    } catch (failure) {
      tellFailure(failureWords(failure, words));
    }
  };
  const settle = async (wanted: MassDeletionEnd): Promise<void> => {
    try {
      const { as, restored } = await settling.mutateAsync(wanted);
      if (as !== wanted) tell(say.already);
      else if (restored === null) tell(say.dismissed);
      else tellWithAction(say.restored(title), { label: say.undo, onAct: () => undo(restored) });
    } catch (failure) {
      tellFailure(failureWords(failure, words));
    }
  };
  const when = momentInWords(deletion.at, language);
  return (
    <section aria-label={say.label} className={styles.told}>
      <Banner
        tone="warning"
        action={
          <div className={styles.ways}>
            <Button
              look="primary"
              icon={<RotateCcw aria-hidden="true" />}
              pending={settling.isPending && settling.variables === 'restored'}
              onClick={() => void settle('restored')}
            >
              {say.restore}
            </Button>
            <ButtonLink look="quiet" href={draftPaths.history(lab, documentId)}>
              {say.toHistory}
            </ButtonLink>
            <Button
              look="quiet"
              pending={settling.isPending && settling.variables === 'dismissed'}
              onClick={() => void settle('dismissed')}
            >
              {say.dismiss}
            </Button>
          </div>
        }
      >
        <p>
          <strong>{say.told(title, goneInPercent(deletion), when)}</strong>
        </p>
        <p>{say.kept}</p>
      </Banner>
    </section>
  );
}
