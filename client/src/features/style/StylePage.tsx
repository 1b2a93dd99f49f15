// `/estilo`: every piece of `ui/` in all its states, so that whoever builds with them sees them, and whoever changes one sees what it does.
// Its sections stand beside this file, one a file.
import type { ReactNode } from 'react';
import { Page } from '../../ui/Page.tsx';
import { useWords } from '../../ui/words.ts';

export default function StylePage(): ReactNode {
  const { style } = useWords();
  return (
    <Page title={style.title} lede={style.lede} width="wide">
      {null}
    </Page>
  );
}
