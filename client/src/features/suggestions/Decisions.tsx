// What was decided on suggestions lately, who did and why; and the way back.
import type { DraftDocument } from '@cocrea/shared/domain/document.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { can } from '@cocrea/shared/permissions.ts';
import type { ReactNode } from 'react';
import { useActor, useMe } from '../../api/session.ts';
import type { SuggestionsAnswer } from '../../api/suggestions.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage } from '../../ui/words.ts';
import { authorOf } from './open-suggestions.ts';
import styles from './suggestions.module.css';
import { useWords } from './words.ts';

interface DecisionsProps {
  readonly draft: DraftDocument;
  readonly answer: SuggestionsAnswer;
  readonly onlyMine: boolean;
  readonly onUndo: (decision: string) => void;
}

export function Decisions({ draft, answer, onlyMine, onUndo }: DecisionsProps): ReactNode {
  const { told: say, decide, panel } = useWords().suggestions;
  const language = useLanguage();
  const actor = useActor();
  const mine = useMe()?.personId;
  const decides = can(actor, 'suggestion.decide', draft);
  const shown = answer.decisions.filter(({ authorId }) => !onlyMine || authorId === mine);
  if (shown.length === 0) return null;
  const nameOf = (personId: string): string => (personId === mine ? panel.you : authorOf(answer, personId, say.somebody).name);
  return (
    <section className={styles.decisions}>
      <h3>{say.title}</h3>
      <ul className={styles.list}>
        {shown.map(({ id, actorId, authorId, decision, count, reason, at, undoneAt }) => {
          const own = actorId === authorId && decision === 'reject';
          const words = own
            ? say.withdrew(nameOf(actorId), count)
            : say[decision === 'accept' ? 'accepted' : 'rejected'](nameOf(actorId), count, nameOf(authorId));
          return (
            <li key={id} className={styles.decision}>
              <p>{words}</p>
              {reason !== null && <p>{say.reason(reason)}</p>}
              <p className={styles.small}>
                {momentInWords(at, language)}
                {undoneAt !== null && ` · ${say.undone}`}
              </p>
              {undoneAt === null && (decides || (own && actorId === mine)) && draft.state === 'writing' && (
                <div>
                  <Button look="quiet" onClick={() => onUndo(id)}>
                    {decide.undo}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
