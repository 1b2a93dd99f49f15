// What stands over the text of a Borrador: where it is in its life, since when, under which fingerprint, and what is done next with it.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { draftFormats } from '@cocrea/shared/domain/paper-format.ts';
import { daysLeft } from '@cocrea/shared/domain/consultation.ts';
import { closingDay, dayOfMoment, momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { ArrowRight, Fingerprint, Globe, History, QrCode, Table2 } from 'lucide-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { downloadDraft } from '../../api/exports.ts';
import { useDocuments } from '../../api/labs.ts';
import { serverNow } from '../../api/server-time.ts';
import { useActor } from '../../api/session.ts';
import { draftPaths } from '../../app/draft-paths.ts';
import { paths } from '../../app/paths.ts';
import { Button, ButtonLink, IconButton } from '../../ui/Button.tsx';
import { useDraftDates } from '../../ui/draft-dates.ts';
import { useLanguage } from '../../ui/words.ts';
import { DownloadMenu } from '../exports/DownloadMenu.tsx';
import styles from './draft-head.module.css';
import { DraftSteps } from './DraftSteps.tsx';
import { FingerprintDialog } from './FingerprintDialog.tsx';
import { StateOfDraft } from './StateOfDraft.tsx';
import { useWords } from './words.ts';

/** Only what is frozen has a fingerprint. */
const livingFormats = draftFormats.filter((format) => format !== 'json');
const PublicPageDialog = lazy(() => import('./PublicPageDialog.tsx'));

/** Characters of a fingerprint by which two are told apart at a glance. */
const shortLength = 8;

export function DraftHead({ draft }: { readonly draft: DraftDocument }): ReactNode {
  const { labId, draftNo, title, state, life } = draft;
  const { head: say } = useWords().drafts;
  const { draftDates } = useDraftDates();
  const language = useLanguage();
  const actor = useActor();
  const [opened, setOpened] = useState<'fingerprint' | 'qr' | null>(null);
  const drafts = useDocuments(labId).data?.documents.filter((document) => document.kind === 'draft') ?? [];
  const numbered = (no: number): DraftDocument | null => drafts.find((other) => other.draftNo === no) ?? null;
  const next = numbered(draftNo + 1);
  const previous = numbered(draftNo - 1);
  const { frozen, consultation, publishedAt } = life;
  const isPublic = frozen !== null && (consultation !== null || publishedAt !== null);
  const close = (): void => setOpened(null);
  return (
    <section className={styles.head} aria-label={say.label(title)}>
      <div className={styles.facts}>
        <StateOfDraft state={state} />
        {consultation !== null && state === 'in_consultation' && <UntilWhen consultation={consultation} />}
        {consultation?.prolonged !== undefined && (
          <span>{draftDates.prolonged(closingDay(consultation.prolonged.before, language), consultation.prolonged.reason)}</span>
        )}
        {frozen !== null && (
          <span>
            {frozen.byName
              ? say.frozenBy(momentInWords(frozen.at, language), frozen.byName)
              : say.frozen(momentInWords(frozen.at, language))}
          </span>
        )}
        {publishedAt !== null && <span>{say.published(dayOfMoment(publishedAt, language))}</span>}
      </div>
      <div className={styles.ways}>
        <DraftSteps draft={draft} previous={previous} next={next} />
        <div className={styles.links}>
          {frozen !== null && (
            <Button
              look="quiet"
              icon={<Fingerprint aria-hidden="true" />}
              title={say.fingerprintName}
              onClick={() => setOpened('fingerprint')}
            >
              {say.fingerprint(frozen.fingerprint.slice(0, shortLength))}
            </Button>
          )}
          {next !== null && next.state !== 'planned' && (
            <ButtonLink look="quiet" href={paths.document(labId, next.id)} icon={<ArrowRight aria-hidden="true" />}>
              {say.next(next.title)}
            </ButtonLink>
          )}
          {state === 'writing' && previous !== null && can(actor, 'consolidate', { labId }) && (
            <ButtonLink look="quiet" href={draftPaths.desk(labId, draft.id)} icon={<Table2 aria-hidden="true" />}>
              {say.desk}
            </ButtonLink>
          )}
          {frozen !== null && (
            <ButtonLink look="quiet" href={draftPaths.matrix(labId, draftNo)} icon={<Table2 aria-hidden="true" />}>
              {say.matrix}
            </ButtonLink>
          )}
          <ButtonLink look="quiet" href={draftPaths.history(labId, draft.id)} icon={<History aria-hidden="true" />}>
            {say.versions}
          </ButtonLink>
          <DownloadMenu
            of={title}
            look="quiet"
            formats={frozen === null ? livingFormats : draftFormats}
            withSuggestions={frozen === null}
            get={(format, signal) => downloadDraft(labId, { document: draft.id, format, signal })}
          />
          {isPublic && (
            <>
              <ButtonLink look="quiet" href={draftPaths.publicDraft(labId, draftNo)} icon={<Globe aria-hidden="true" />}>
                {say.publicPage}
              </ButtonLink>
              <IconButton label={say.showQr} onClick={() => setOpened('qr')}>
                <QrCode aria-hidden="true" />
              </IconButton>
            </>
          )}
        </div>
      </div>
      {opened === 'fingerprint' && frozen !== null && <FingerprintDialog fingerprint={frozen.fingerprint} onClose={close} />}
      {opened === 'qr' && (
        <Suspense fallback={null}>
          <PublicPageDialog draft={draft} onClose={close} />
        </Suspense>
      )}
    </section>
  );
}

function UntilWhen({ consultation }: { readonly consultation: { readonly to: number } }): ReactNode {
  const { draftDates: say } = useDraftDates();
  const language = useLanguage();
  const left = daysLeft(consultation, serverNow());
  const last = closingDay(consultation.to, language);
  if (left === null) return <span>{say.over(last)}</span>;
  return (
    <span>
      {say.until(last)} · <strong>{say.daysLeft(left)}</strong>
    </span>
  );
}
