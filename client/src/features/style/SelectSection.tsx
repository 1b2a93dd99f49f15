// A choice of one from the device's own list: at rest, with a hint, long, wrong, off.
import { useState, type ReactNode } from 'react';
import { Select } from '../../ui/Select.tsx';
import { useWords } from '../../ui/words.ts';
import { useStyleWords } from './use-style-words.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';

const roles = ['facilitator', 'note_taker', 'participant', 'civil_org', 'observer', 'consolidator', 'admin'] as const;
type Role = (typeof roles)[number];

export function SelectSection(): ReactNode {
  const style = useStyleWords();
  const { ui } = useWords();
  const { states, select } = style;
  const [role, setRole] = useState<Role>('participant');
  const options = roles.map((value) => ({ value, label: ui.roles[value] }));
  const long = roles.map((value) => ({ value, label: ui.roleHints[value] }));
  const choice = { label: select.role, value: role, options, onChange: setRole };
  return (
    <Piece name="select">
      <Specimens>
        <Specimen label={states.rest}>
          <Select {...choice} />
        </Specimen>
        <Specimen label={states.focus} focused>
          <Select {...choice} />
        </Specimen>
        <Specimen label={select.withHint}>
          <Select {...choice} hint={ui.roleHints[role]} />
        </Specimen>
        <Specimen label={states.long}>
          <Select {...choice} options={long} />
        </Specimen>
        <Specimen label={states.wrong}>
          <Select {...choice} error={select.wrong} />
        </Specimen>
        <Specimen label={states.off}>
          <Select {...choice} disabled />
        </Specimen>
      </Specimens>
    </Piece>
  );
}
