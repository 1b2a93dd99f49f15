// The versions of a text, the latest first: what each is called, when and by whom, and the way back to it.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import type { DraftVersion } from '@cocrea/shared/domain/draft.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import type { ReactNode } from 'react';
import type { VersionsAnswer } from '../../api/history.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { useLanguage } from '../../ui/words.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './history-page.module.css';
import { RestoreButton } from './RestoreButton.tsx';
import { useWords } from './words.ts';

interface VersionListProps {
  readonly document: LabDocument;
  readonly answer: VersionsAnswer;
  /** The moment that is being compared. */
  readonly selected: number;
  readonly onSelect: (seq: number) => void;
}

/** Characters of a fingerprint by which two are told apart at a glance. */
const shortLength = 8;

export function VersionList({ document, answer, selected, onSelect }: VersionListProps): ReactNode {
  const { history: say } = useWords();
  const { versions, lastSeq } = answer;
  if (versions.length === 0) {
    return (
      <EmptyState>
        <p>{say.none}</p>
        <p>{say.noneToDo}</p>
      </EmptyState>
    );
  }
  return (
    <ol className={styles.versions} aria-label={say.versions}>
      {versions.map((version) => (
        <li key={version.id} className={styles.version} aria-current={version.seq === selected || undefined}>
          <Facts version={version} answer={answer} />
          <div className={styles.ways}>
            {lastSeq > 1 && (
              <Button look="quiet" onClick={() => onSelect(version.seq)}>
                {say.compare.title}
              </Button>
            )}
            {version.seq < lastSeq && <RestoreButton document={document} seq={version.seq} seen={lastSeq} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Facts({ version, answer }: { readonly version: DraftVersion; readonly answer: VersionsAnswer }): ReactNode {
  const { history: say } = useWords();
  const language = useLanguage();
  const { kind, name, actorId, at, fingerprint } = version;
  const actor = answer.people.find(({ personId }) => personId === actorId);
  return (
    <>
      <div className={styles.head}>
        <strong>{name ?? say.kinds[kind]}</strong>
        {name !== null && <StatusPill>{say.kinds[kind]}</StatusPill>}
      </div>
      <p className={styles.small}>
        <time dateTime={new Date(at).toISOString()}>{momentInWords(at, language)}</time>
        {actor !== undefined && ` ${say.by(actor.name ?? say.somebodyGone)}`}
        {fingerprint !== null && ` · ${say.fingerprint(fingerprint.slice(0, shortLength))}`}
      </p>
    </>
  );
}
