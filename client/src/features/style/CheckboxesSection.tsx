// Boxes to be ticked: none ticked before anybody did, with a hint, with the focus, off.
import { useState, type ReactNode } from 'react';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useStyleWords } from './use-style-words.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';

export function CheckboxesSection(): ReactNode {
  const style = useStyleWords();
  const { states, checkboxes } = style;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(['ticked']));
  const box = (key: string) => ({
    checked: ticked.has(key),
    onChange: (checked: boolean) =>
      setTicked((before) => new Set(checked ? [...before, key] : [...before].filter((other) => other !== key))),
  });
  return (
    <Piece name="checkboxes">
      <Specimens>
        <Specimen label={checkboxes.notTicked}>
          <Checkbox label={checkboxes.attendance} {...box('rest')} />
          <Checkbox label={checkboxes.image} hint={checkboxes.imageHint} {...box('hint')} />
          <Checkbox label={checkboxes.contact} {...box('other')} />
        </Specimen>
        <Specimen label={checkboxes.ticked}>
          <Checkbox label={checkboxes.attendance} hint={checkboxes.attendanceHint} {...box('ticked')} />
        </Specimen>
        <Specimen label={states.focus} focused>
          <Checkbox label={checkboxes.image} {...box('focus')} />
        </Specimen>
        <Specimen label={states.off}>
          <Checkbox label={checkboxes.image} disabled checked={false} onChange={() => undefined} />
          <Checkbox label={checkboxes.attendance} disabled checked onChange={() => undefined} />
        </Specimen>
      </Specimens>
    </Piece>
  );
}
