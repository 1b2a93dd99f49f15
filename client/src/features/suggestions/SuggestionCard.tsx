// One suggestion: what it would do, in words and as before and after; and what can be done about it.
import type { Suggestion } from '@cocrea/shared/domain/suggestion.ts';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import type { Author } from './open-suggestions.ts';
import styles from './suggestions.module.css';
import { useWords } from './words.ts';

interface SuggestionCardProps {
  readonly suggestion: Suggestion;
  readonly author: Author;
  readonly picked: boolean;
  /** When its author last changed something, in words. */
  readonly moment: string;
  readonly onShow: () => void;
  /** Absent where this person does not decide. */
  readonly deciding?:
    | {
        readonly chosen: boolean;
        readonly pending: boolean;
        readonly onChoose: (chosen: boolean) => void;
        readonly onAccept: () => void;
        readonly onReject: () => void;
      }
    | undefined;
  /** Absent where it is not theirs. */
  readonly onWithdraw?: (() => void) | undefined;
}

/** Characters by which one tells what one chooses. */
const enough = 40;

function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= enough ? line : `${line.slice(0, enough).trimEnd()}…`;
}

export function SuggestionCard(props: SuggestionCardProps): ReactNode {
  const { suggestion, author, picked, moment, onShow, deciding, onWithdraw } = props;
  const { kinds, panel: say } = useWords().suggestions;
  const { before, after, kind } = suggestion;
  return (
    <article className={styles.card} data-picked={picked || undefined} aria-label={`${kinds[kind]}: ${author.name}`}>
      <div className={styles.head}>
        <span className={styles.kind}>{kinds[kind]}</span>
        <span className={styles.who}>
          <PersonMark
            name={author.name}
            color={author.color}
            silent
            {...(author.actorKind !== undefined && { kind: author.actorKind })}
          />{' '}
          {author.name} · {moment}
        </span>
      </div>
      <p className={styles.words} lang="es">
        {before !== '' && (
          <del>
            <span className="visually-hidden">{say.before}: </span>
            {before}
          </del>
        )}{' '}
        {after !== '' && (
          <ins>
            <span className="visually-hidden">{say.after}: </span>
            {after}
          </ins>
        )}
        {before === '' && after === '' && say.nothing}
      </p>
      {deciding !== undefined && (
        <Checkbox
          checked={deciding.chosen}
          onChange={deciding.onChoose}
          label={say.choose(beginning(after || before || kinds[kind]))}
        />
      )}
      <div className={styles.ways}>
        <Button look="quiet" onClick={onShow}>
          {say.show}
        </Button>
        {deciding !== undefined && (
          <>
            <Button pending={deciding.pending} onClick={deciding.onAccept}>
              {say.accept}
            </Button>
            <Button look="quiet" onClick={deciding.onReject}>
              {say.reject}
            </Button>
          </>
        )}
        {onWithdraw !== undefined && (
          <Button look="quiet" onClick={onWithdraw}>
            {say.withdraw}
          </Button>
        )}
      </div>
    </article>
  );
}
