// A few actions behind one button, for rows that have no room for all of them.
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

/** `of` names what the actions are done to, for those who hear the button and do not see its row. */
export function Menu({ of, actions }: { readonly of: string; readonly actions: readonly MenuAction[] }): ReactNode {
  const { ui } = useWords();
  const label = ui.moreOptions(of);
  return (
    <MenuTrigger>
      <Button className={buttonStyles.icon ?? ''} aria-label={label}>
        <EllipsisVertical aria-hidden="true" />
      </Button>
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
