// Pills: the four tones, and the states they say: of a draft, of a person, of something long.
import { Check, CircleAlert, Clock, TriangleAlert } from 'lucide-react';
import { draftStates } from '@cocrea/shared/domain/draft-state.ts';
import type { ReactNode } from 'react';
import { StatusPill, type PillTone } from '../../ui/StatusPill.tsx';
import { useDraftDates } from '../../ui/draft-dates.ts';
import { useStyleWords } from './use-style-words.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';
import styles from './row.module.css';

const icons: Record<PillTone, typeof Check> = { plain: Clock, good: Check, warning: TriangleAlert, danger: CircleAlert };
const tones = Object.keys(icons) as readonly PillTone[];

export function StatesSection(): ReactNode {
  const style = useStyleWords();
  const { draftDates } = useDraftDates();
  const { pills } = style;
  return (
    <Piece name="states">
      <Specimens>
        <Specimen label={pills.tonesTitle}>
          <div className={styles.row}>
            {tones.map((tone) => {
              const Icon = icons[tone];
              return (
                <StatusPill key={tone} tone={tone} icon={<Icon aria-hidden="true" />}>
                  {pills.tones[tone]}
                </StatusPill>
              );
            })}
          </div>
        </Specimen>
        <Specimen label={pills.drafts}>
          <div className={styles.row}>
            {draftStates.map((state) => (
              <StatusPill key={state} tone={state === 'writing' || state === 'consolidating' ? 'good' : 'plain'}>
                {draftDates.states[state]}
              </StatusPill>
            ))}
          </div>
        </Specimen>
        <Specimen label={style.states.long}>
          <StatusPill tone="warning" icon={<TriangleAlert aria-hidden="true" />}>
            {pills.longWords}
          </StatusPill>
        </Specimen>
      </Specimens>
    </Piece>
  );
}
