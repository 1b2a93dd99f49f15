// A frozen draft for everybody: its text, its dates, how to take part, and its fingerprint, which can be checked here.
import { readPublished, fingerprintOf, publishedFile, type CanonicalDraft } from '@cocrea/shared/document/canonical.ts';
import { wordedBlocks } from '@cocrea/shared/document/words-of-block.ts';
import { draftFormats } from '@cocrea/shared/domain/paper-format.ts';
import { closingDay, momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { ShieldCheck } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { downloadPublicDraft } from '../../api/exports.ts';
import { usePublicDraft, type PublicDraftAnswer } from '../../api/publication.ts';
import { serverNow } from '../../api/server-time.ts';
import { draftPaths } from '../../app/draft-paths.ts';
import { Fetching } from '../../app/Fetching.tsx';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { useDraftDates } from '../../ui/draft-dates.ts';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useLanguage } from '../../ui/words.ts';
import { NotRead } from './NotRead.tsx';
import { DownloadMenu } from '../exports/DownloadMenu.tsx';
import styles from './publication.module.css';
import { StaticText } from './StaticText.tsx';
import { useWords } from './words.ts';

export default function PublicDraftPage({ labId, no }: { readonly labId: string; readonly no: number }): ReactNode {
  return (
    <Fetching>
      <Found labId={labId} no={no} />
    </Fetching>
  );
}

function Found({ labId, no }: { readonly labId: string; readonly no: number }): ReactNode {
  const words = useWords();
  const answer = usePublicDraft(labId, no);
  if (answer.data !== undefined) return <Read answer={answer.data} />;
  return (
    <Page title={words.publication.draft.status(no)}>
      {answer.error ? (
        <NotRead labId={labId} failure={answer.error} onRetry={() => void answer.refetch()} pending={answer.isFetching} />
      ) : (
        <Skeleton lines={10} />
      )}
    </Page>
  );
}

function Read({ answer }: { readonly answer: PublicDraftAnswer }): ReactNode {
  const { publication } = useWords();
  const say = publication.draft;
  const { draftDates } = useDraftDates();
  const language = useLanguage();
  const { lab, draft, canonical, previousNo } = answer;
  const { draftNo, frozenAt, fingerprint, consultation, hasMatrix } = draft;
  const [checked, setChecked] = useState<boolean | null>(null);
  const parsed = useMemo(() => JSON.parse(canonical) as CanonicalDraft, [canonical]);
  const headings = useMemo(
    () => wordedBlocks(parsed.body).filter(({ node, within }) => node === 'heading' && within.length === 0),
    [parsed],
  );
  const isOpen = draft.state === 'in_consultation' && consultation !== null && serverNow() < consultation.to;
  const file = useMemo(() => publishedFile(parsed, { frozenAt: frozenAt ?? 0 }), [parsed, frozenAt]);
  return (
    <Page
      title={draft.title}
      over={lab.name}
      lede={say.status(draftNo)}
      width="wide"
      actions={
        <ButtonLink look="quiet" href={draftPaths.publicLab(lab.id)}>
          {say.toLab}
        </ButtonLink>
      }
    >
      <div className={styles.facts}>
        {frozenAt !== null && <p>{say.frozen(momentInWords(frozenAt, language))}</p>}
        {consultation !== null && (
          <p>{(isOpen ? say.consultationOpen : say.consultationOver)(closingDay(consultation.to, language))}</p>
        )}
        {consultation?.prolonged !== undefined && (
          <p>{draftDates.prolonged(closingDay(consultation.prolonged.before, language), consultation.prolonged.reason)}</p>
        )}
        {isOpen && (
          <Banner>
            <p>{say.takePart}</p>
            <p className={styles.ways}>
              <ButtonLink href={paths.join()}>{say.withCode}</ButtonLink>
              <ButtonLink href={paths.signIn}>{say.enter}</ButtonLink>
            </p>
          </Banner>
        )}
        <div>
          <p className={styles.small}>
            {say.fingerprint}. {say.fingerprintWhy}
          </p>
          <p className={styles.print}>{fingerprint}</p>
          <div className={styles.ways}>
            <Button
              icon={<ShieldCheck aria-hidden="true" />}
              onClick={() => {
                const published = readPublished(file);
                setChecked(published !== null && fingerprintOf(canonical) === fingerprint);
              }}
            >
              {say.verify}
            </Button>
            <DownloadMenu
              of={draft.title}
              formats={draftFormats}
              get={(format, signal) => downloadPublicDraft(lab.id, { no: draftNo, format, signal })}
            />
          </div>
          <div role="status">
            {checked !== null && <Banner tone={checked ? 'info' : 'danger'}>{checked ? say.verified : say.forged}</Banner>}
          </div>
        </div>
        <div className={styles.ways}>
          {previousNo !== null && (
            <ButtonLink href={draftPaths.publicCompare(lab.id, draftNo)}>{say.compare(previousNo)}</ButtonLink>
          )}
          {hasMatrix && <ButtonLink href={draftPaths.publicMatrix(lab.id, draftNo)}>{say.matrix}</ButtonLink>}
        </div>
      </div>
      <div className={styles.reading}>
        <nav aria-label={say.outline} className={styles.outline}>
          <ul>
            {headings.map(({ id, text }) => (
              <li key={id}>
                <a href={`#b-${id}`} lang="es">
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <article className={styles.sheet}>
          <StaticText body={parsed.body} />
        </article>
      </div>
    </Page>
  );
}
