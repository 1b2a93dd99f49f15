// The line of the process in several situations, in full with its table twin, and small as at the side of every page.
import { consultationEnd } from '@cocrea/shared/domain/consultation.ts';
import { isFrozen, type DraftLife } from '@cocrea/shared/domain/draft.ts';
import type { DraftState } from '@cocrea/shared/domain/draft-state.ts';
import type { Stage } from '@cocrea/shared/domain/process-line.ts';
import type { ReactNode } from 'react';
import { ProcessLine, ProcessLineSmall } from '../../ui/ProcessLine.tsx';
import { useStyleWords } from './use-style-words.ts';
import { anchors } from './anchors.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';

const opens = [
  { text: 'mayo 2019', kind: 'month', start: '2019-05-01', end: '2019-05-31' },
  { text: '9/09/2019', kind: 'day', start: '2019-09-09', end: '2019-09-09' },
  { text: 'A la brevedad', kind: 'relative' },
] as const;

const frozen = { versionId: '0', at: Date.UTC(2019, 8, 9), by: null, byName: null, fingerprint: '' };

function lifeOf(state: DraftState): DraftLife {
  const consultation = state === 'in_consultation' ? { from: Date.now(), to: consultationEnd(Date.now(), 15) } : null;
  return { frozen: isFrozen(state) ? frozen : null, consultation, publishedAt: null, version: 1 };
}

function stagesOf(states: readonly DraftState[]): readonly Stage[] {
  const [first = 'planned'] = states;
  return [
    { kind: 'sub_tables', state: first === 'planned' ? 'next' : first === 'writing' ? 'open' : 'done', subTables: 5 },
    ...states.map((draftState, index) => ({
      kind: 'draft' as const,
      state: draftState === 'planned' ? ('next' as const) : draftState === 'answered' ? ('done' as const) : ('open' as const),
      draftNo: index + 1,
      draftState,
      documentId: `borrador-${index + 1}`,
      readable: draftState !== 'planned',
      opens: opens[index] ?? opens[2],
      life: lifeOf(draftState),
    })),
  ];
}

const situations = {
  before: stagesOf(['planned', 'planned', 'planned']),
  writing: stagesOf(['writing', 'planned', 'planned']),
  consulting: stagesOf(['in_consultation', 'planned', 'planned']),
  consolidating: stagesOf(['answered', 'consolidating', 'planned']),
  done: stagesOf(['answered', 'answered', 'answered']),
} as const;
const names = Object.keys(situations) as readonly (keyof typeof situations)[];

function hrefOf(stage: Stage): string | null {
  return stage.kind === 'draft' && stage.readable ? `#${anchors.process}` : null;
}

export function ProcessSection(): ReactNode {
  const style = useStyleWords();
  return (
    <Piece name="process">
      <Specimens wide>
        {names.map((name) => (
          <Specimen key={name} label={style.process[name]}>
            <ProcessLine stages={situations[name]} hrefOf={hrefOf} />
          </Specimen>
        ))}
      </Specimens>
      <Specimens>
        {names.map((name) => (
          <Specimen key={name} label={style.process.small(style.process[name])}>
            <ProcessLineSmall stages={situations[name]} hrefOf={() => null} />
          </Specimen>
        ))}
      </Specimens>
    </Piece>
  );
}
