// The colours in pairs as they meet on the screen, each with its contrast as the browser painted it.
import { Check, TriangleAlert } from 'lucide-react';
import { useRef, type CSSProperties, type ReactNode } from 'react';
import { useStyleWords } from './use-style-words.ts';
import { colorGroups, type ColorPair, colorPairs, leastContrast } from './color-pairs.ts';
import styles from './colors.module.css';
import { contrastOf, hexOf } from './contrast.ts';
import { Piece } from './Piece.tsx';
import { usePainted } from './use-painted.ts';

function Tile({ ink, ground, use }: ColorPair): ReactNode {
  const style = useStyleWords();
  const sample = useRef<HTMLDivElement>(null);
  const painted = usePainted(sample);
  const ratio = painted?.ink && painted.ground ? contrastOf(painted.ink, painted.ground) : null;
  const least = leastContrast[use];
  return (
    <li className={styles.tile}>
      <div
        ref={sample}
        className={styles.sample}
        style={{ '--ink': `var(--${ink})`, '--ground': `var(--${ground})` } as CSSProperties}
      >
        {use === 'text' ? style.colors.sample : <span className={styles.drawing} />}
      </div>
      <p className={styles.names}>
        <code>{ink}</code>
        <span>{painted?.ink && hexOf(painted.ink)}</span>
        <code>{ground}</code>
        <span>{painted?.ground && hexOf(painted.ground)}</span>
      </p>
      {ratio !== null && (
        <p className={styles.ratio} data-enough={ratio >= least}>
          {ratio >= least ? <Check aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
          {style.colors.contrast(ratio.toFixed(2), String(least), ratio >= least)}
        </p>
      )}
    </li>
  );
}

export function ColorsSection(): ReactNode {
  const style = useStyleWords();
  return (
    <Piece name="colors">
      {colorGroups.map((group) => (
        <div key={group} className={styles.group}>
          <h3 className={styles.title}>{style.colors[group]}</h3>
          <ul className={styles.tiles}>
            {colorPairs[group].map((pair) => (
              <Tile key={`${pair.ink} ${pair.ground}`} {...pair} />
            ))}
          </ul>
        </div>
      ))}
    </Piece>
  );
}
