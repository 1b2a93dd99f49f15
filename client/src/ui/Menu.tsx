// A few actions behind one button: three points in rows that have no room for all of them, or a word where they are ways of one thing.
import { EllipsisVertical } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import buttonStyles from './button.module.css';
import styles from './menu.module.css';
import { useWords } from './words.ts';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly onAct: () => void;
}

interface MenuProps {
  /** Names what the actions are done to, for those who hear the button and do not see its row. */
  readonly of: string;
  readonly actions: readonly MenuAction[];
  /** What the button says; three points without it. */
  readonly face?: { readonly words: string; readonly icon: ReactNode; readonly look?: 'secondary' | 'quiet' };
}

export function Menu({ of, actions, face }: MenuProps): ReactNode {
  const { ui } = useWords();
  const label = face === undefined ? ui.moreOptions(of) : `${face.words}: ${of}`;
  return (
    <MenuTrigger>
      {face === undefined ? (
        <Button className={buttonStyles.icon ?? ''} aria-label={label}>
          <EllipsisVertical aria-hidden="true" />
        </Button>
      ) : (
        <Button className={`${buttonStyles.button} ${buttonStyles[face.look ?? 'secondary']}`} aria-label={label}>
          {face.icon}
          <span className={buttonStyles.label}>{face.words}</span>
        </Button>
      )}
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <AriaMenu className={styles.menu ?? ''} aria-label={label}>
          {actions.map(({ id, label: name, icon, danger, onAct }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={name}
              onAction={onAct}
              className={danger ? `${styles.item} ${styles.danger}` : (styles.item ?? '')}
            >
              {icon}
              {name}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
