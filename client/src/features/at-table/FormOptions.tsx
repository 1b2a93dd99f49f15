// What few contributions need, tucked away: another language, on behalf of somebody, a phone that a group shares. For whoever takes notes,
// how it came, in sight: they type what others said or wrote.
import { contributionLanguages, onBehalfLimit, type ContributionWay } from '@cocrea/shared/domain/contribution.ts';
import { circles } from '@cocrea/shared/domain/table-session.ts';
import type { ReactNode } from 'react';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './contribution-form.module.css';
import type { Draft, Use } from './kept-draft.ts';
import { useWords } from './words.ts';

interface FormOptionsProps {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly use: Use;
  readonly onUse: (use: Use) => void;
  /** Types for others. */
  readonly staff: boolean;
  /** The choice of another question, where it belongs in here. */
  readonly question: ReactNode;
}

const typedWays = ['phone', 'spoken', 'paper'] as const satisfies readonly ContributionWay[];

export function FormOptions({ draft, onDraft, use, onUse, staff, question }: FormOptionsProps): ReactNode {
  const { form: say } = useWords().atTable;
  const shared = use.way === 'shared_phone';
  const circle = (
    <RadioCards
      inRow
      legend={say.circle}
      value={String(use.circle ?? 0)}
      onChange={(value) => onUse({ ...use, circle: Number(value) || null })}
      cards={[
        ...(staff ? [{ value: '0', label: say.circleNone }] : []),
        ...circles.map((no) => ({ value: String(no), label: say.circleNo(no) })),
      ]}
    />
  );
  return (
    <details className={styles.more} open={staff || undefined}>
      <summary>{staff ? say.moreStaff : say.more}</summary>
      <div className={styles.options}>
        {staff ? (
          <>
            <RadioCards
              inRow
              legend={say.way}
              value={use.way}
              onChange={(way) => onUse({ ...use, way })}
              cards={typedWays.map((value) => ({ value, label: say.ways[value as keyof typeof say.ways] }))}
            />
            {circle}
          </>
        ) : (
          <>
            <div>
              <Checkbox
                checked={shared}
                onChange={(on) => onUse(on ? { way: 'shared_phone', circle: use.circle ?? 1 } : { way: 'phone', circle: null })}
                label={say.shared}
              />
              {shared && <p className={styles.hint}>{say.sharedHint}</p>}
            </div>
            {shared && circle}
          </>
        )}
        <TextField
          label={say.onBehalf}
          hint={say.onBehalfHint}
          value={draft.onBehalfOf}
          onChange={(onBehalfOf) => onDraft({ ...draft, onBehalfOf })}
          limit={onBehalfLimit}
          optional
          autoComplete="off"
        />
        <Select
          label={say.language}
          value={draft.language}
          onChange={(language) => onDraft({ ...draft, language })}
          options={contributionLanguages.map((value) => ({ value, label: say.languages[value] }))}
        />
        {question}
      </div>
    </details>
  );
}
