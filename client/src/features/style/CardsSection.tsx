// A choice of one as cards: the kinds of actor with their marks, small ones in a row, wrong and off.
import { type ActorKind, actorKinds } from '@cocrea/shared/domain/actor-kind.ts';
import { useState, type ReactNode } from 'react';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { useWords } from '../../ui/words.ts';
import { useStyleWords } from './use-style-words.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';

const views = ['agree', 'partial', 'disagree'] as const;

export function CardsSection(): ReactNode {
  const style = useStyleWords();
  const { ui } = useWords();
  const { states, cards: say } = style;
  const [kind, setKind] = useState<ActorKind | null>('ong');
  const [first, setFirst] = useState<ActorKind | null>(null);
  const [view, setView] = useState<(typeof views)[number] | null>('partial');
  const cards = actorKinds.map((value) => ({
    value,
    label: ui.actorKinds[value],
    hint: ui.actorKindHints[value],
    mark: <ActorKindMark kind={value} silent />,
  }));
  const views3 = views.map((value) => ({ value, label: say[value] }));
  return (
    <Piece name="cards">
      <Specimens wide>
        <Specimen label={say.chosen}>
          <RadioCards legend={say.kind} value={kind} cards={cards} onChange={setKind} />
        </Specimen>
        <Specimen label={states.wrong}>
          <RadioCards legend={say.kind} value={first} cards={cards.slice(0, 3)} onChange={setFirst} error={ui.required} />
        </Specimen>
      </Specimens>
      <Specimens>
        <Specimen label={say.inRow}>
          <RadioCards inRow legend={say.view} value={view} cards={views3} onChange={setView} />
        </Specimen>
        <Specimen label={states.off}>
          <RadioCards inRow legend={say.view} value="agree" cards={views3} onChange={() => undefined} disabled />
        </Specimen>
      </Specimens>
    </Piece>
  );
}
