// A menu: a few actions with their pictures, the grave one last; one with long words; and one whose button says what it is for.
import { Copy, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu } from '../../ui/Menu.tsx';
import { tell } from '../../ui/Toast.tsx';
import { useStyleWords } from './use-style-words.ts';
import { Piece, Specimen, Specimens } from './Piece.tsx';

export function MenuSection(): ReactNode {
  const style = useStyleWords();
  const { menu } = style;
  const act = (name: string) => () => tell(menu.done(name));
  return (
    <Piece name="menu">
      <Specimens>
        <Specimen label={menu.short}>
          <Menu
            of={menu.note}
            actions={[
              { id: 'rename', label: menu.rename, icon: <Pencil aria-hidden="true" />, onAct: act(menu.rename) },
              { id: 'copy', label: menu.copy, icon: <Copy aria-hidden="true" />, onAct: act(menu.copy) },
              { id: 'remove', label: menu.remove, icon: <Trash2 aria-hidden="true" />, danger: true, onAct: act(menu.remove) },
            ]}
          />
        </Specimen>
        <Specimen label={menu.long}>
          <Menu
            of={menu.otherNote}
            actions={[
              { id: 'long', label: menu.longWords, onAct: act(menu.longWords) },
              { id: 'remove', label: menu.remove, danger: true, onAct: act(menu.remove) },
            ]}
          />
        </Specimen>
        <Specimen label={menu.named}>
          <Menu
            of={menu.note}
            face={{ words: menu.copy, icon: <Copy aria-hidden="true" /> }}
            actions={[{ id: 'copy', label: menu.longWords, onAct: act(menu.longWords) }]}
          />
        </Specimen>
      </Specimens>
    </Piece>
  );
}
