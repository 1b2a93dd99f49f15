// Notices across a page: the four tones, and one with something to do.
import type { ReactNode } from 'react';
import { Banner, type Tone } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/words.ts';
import { useStyleWords } from './use-style-words.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';

const tones: readonly Tone[] = ['info', 'success', 'warning', 'danger'];

export function BannersSection(): ReactNode {
  const style = useStyleWords();
  const { ui } = useWords();
  return (
    <Piece name="banners">
      <Specimens wide>
        {tones.map((tone) => (
          <Specimen key={tone} label={style.banners.tones[tone]}>
            <Banner tone={tone}>{style.banners.words[tone]}</Banner>
          </Specimen>
        ))}
        <Specimen label={style.banners.withAction}>
          <Banner tone="warning" action={<Button>{ui.retry}</Button>}>
            {ui.staleNotice}
          </Banner>
        </Specimen>
      </Specimens>
    </Piece>
  );
}
