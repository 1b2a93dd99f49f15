// Narrows the list of people: by part of a name, by role, by sector; and says how many are left.
import { actorKinds } from '@cocrea/shared/domain/actor-kind.ts';
import { roles } from '@cocrea/shared/domain/role.ts';
import type { ReactNode } from 'react';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from './words.ts';
import type { Wanted } from './find-people.ts';
import styles from './people-page.module.css';

interface PeopleFiltersProps {
  readonly wanted: Wanted;
  readonly shown: number;
  readonly total: number;
  readonly onChange: (wanted: Wanted) => void;
}

export function PeopleFilters({ wanted, shown, total, onChange }: PeopleFiltersProps): ReactNode {
  const { people, ui } = useWords();
  const { filters: say } = people;
  const all = { value: 'all', label: say.all } as const;
  return (
    <div role="search" aria-label={people.list}>
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
          label={say.role}
          value={wanted.role}
          options={[all, ...roles.map((value) => ({ value, label: ui.roles[value] }))]}
          onChange={(role) => onChange({ ...wanted, role })}
        />
        <Select
          label={say.kind}
          value={wanted.kind}
          options={[all, ...actorKinds.map((value) => ({ value, label: ui.actorKinds[value] }))]}
          onChange={(kind) => onChange({ ...wanted, kind })}
        />
      </div>
      <p className={styles.shown} role="status">
        {say.shown(shown, total)}
      </p>
    </div>
  );
}
