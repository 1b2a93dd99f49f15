// Who takes the notes of a table, chosen among those who may: note-takers of this table and of the whole lab first, then who facilitates.
import type { ReactNode } from 'react';
import { usePeople } from '../../api/people.ts';
import { Select } from '../../ui/Select.tsx';
import { useWords } from './words.ts';

interface NoteTakerSelectProps {
  readonly lab: string;
  readonly subTableId: string;
  readonly value: string | null;
  readonly onChange: (personId: string | null) => void;
}

const nobody = '';

export function NoteTakerSelect({ lab, subTableId, value, onChange }: NoteTakerSelectProps): ReactNode {
  const { tables } = useWords();
  const people = usePeople(lab).data?.people ?? [];
  const takers = people.filter((one) => one.role === 'note_taker' && (one.subTableId === null || one.subTableId === subTableId));
  const hosts = people.filter(({ role }) => role === 'facilitator');
  return (
    <Select
      label={tables.opening.noteTaker}
      value={value ?? nobody}
      options={[
        { value: nobody, label: tables.opening.noNoteTaker },
        ...[...takers, ...hosts].map(({ personId, name }) => ({ value: personId, label: name })),
      ]}
      onChange={(chosen) => onChange(chosen === nobody ? null : chosen)}
    />
  );
}
