// Narrows the list of proposals: by words, by state, by typology, by the sector that is missing; and says how many are left.
import type { SeatKind } from '@cocrea/shared/domain/endorsement.ts';
import { typologies } from '@cocrea/shared/domain/proposal.ts';
import { proposalStates } from '@cocrea/shared/domain/proposal-state.ts';
import type { ReactNode } from 'react';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from './words.ts';
import type { Wanted } from './find-proposals.ts';
import styles from './proposals-page.module.css';

interface ProposalFiltersProps {
  readonly wanted: Wanted;
  readonly kinds: readonly SeatKind[];
  readonly shown: number;
  readonly total: number;
  readonly onChange: (wanted: Wanted) => void;
}

export function ProposalFilters({ wanted, kinds, shown, total, onChange }: ProposalFiltersProps): ReactNode {
  const { proposals, proposalStates: names, ui } = useWords();
  const { filters: say } = proposals;
  return (
    <div role="search" aria-label={proposals.list}>
      <div className={styles.filters}>
        <TextField
          type="search"
          label={say.search}
          value={wanted.search}
          onChange={(search) => onChange({ ...wanted, search })}
          autoComplete="off"
          enterKeyHint="search"
        />
        <Select
          label={say.state}
          value={wanted.state}
          options={[
            { value: 'active', label: say.active },
            { value: 'all', label: say.all },
            ...proposalStates.map((value) => ({ value, label: names[value] })),
            { value: 'became', label: say.became },
          ]}
          onChange={(state) => onChange({ ...wanted, state })}
        />
        <Select
          label={say.typology}
          value={wanted.typology}
          options={[
            { value: 'all', label: say.allTypologies },
            ...typologies.map((value) => ({ value, label: proposals.typologies[value] })),
          ]}
          onChange={(typology) => onChange({ ...wanted, typology })}
        />
        <Select
          label={say.missing}
          value={wanted.missing}
          options={[{ value: 'all', label: say.all }, ...kinds.map((value) => ({ value, label: ui.actorKinds[value] }))]}
          onChange={(missing) => onChange({ ...wanted, missing })}
        />
      </div>
      <p className={styles.shown} role="status">
        {say.shown(shown, total)}
      </p>
    </div>
  );
}
