// One proposal in the portfolio: its title, its state, its typology, and which seats are filled; with a box while one chooses what to merge.
import { gateOf, type GateSettings } from '@cocrea/shared/domain/endorsement.ts';
import { isEndorsable, type Proposal } from '@cocrea/shared/domain/proposal.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../app/paths.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useWords } from './words.ts';
import styles from './proposals-page.module.css';
import { SeatRow } from './SeatRow.tsx';
import { StateOfProposal } from './StateOfProposal.tsx';

interface ProposalRowProps {
  readonly lab: string;
  readonly proposal: Proposal;
  readonly settings: GateSettings;
  /** Null while nothing is chosen, or where this one cannot be. */
  readonly choice: { readonly chosen: boolean; readonly onChoose: (chosen: boolean) => void } | null;
}

export function ProposalRow({ lab, proposal, settings, choice }: ProposalRowProps): ReactNode {
  const { proposals: say } = useWords();
  const { id, title, state, fields, endorsements, checks } = proposal;
  return (
    <li className={styles.proposal}>
      <h3 className={styles.title}>
        <Link href={paths.proposal(lab, id)} className={styles.link}>
          {title}
        </Link>
      </h3>
      <div className={styles.facts}>
        <StateOfProposal state={state} />
        {fields.typology !== null && <span>{say.typologies[fields.typology]}</span>}
      </div>
      <SeatRow gate={gateOf(endorsements, { settings, checks })} open={isEndorsable(state)} />
      {choice && <Checkbox checked={choice.chosen} label={say.chooseOf(title)} onChange={choice.onChoose} />}
    </li>
  );
}
