// The frame of a page inside the page of style: what stands over the title, the title, the lede, the actions of the whole.
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Page.tsx';
import { useStyleWords } from './use-style-words.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';

export function PageSection(): ReactNode {
  const style = useStyleWords();
  return (
    <Piece name="page">
      <Specimens wide>
        <Specimen label={style.page.section}>
          <Section
            title={style.page.sectionTitle}
            actions={<Button icon={<Plus aria-hidden="true" />}>{style.page.action}</Button>}
          >
            <p>{style.page.words}</p>
          </Section>
        </Specimen>
      </Specimens>
    </Piece>
  );
}
