// The keys and signs of the editor, for those who do not want to leave the keyboard.
import type { ReactNode } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { useWords } from './words.ts';
import styles from './dialogs.module.css';
import { keyNames } from './key-names.ts';

const keys = [
  ['heading', 'Mod-Alt-1…3'],
  ['paragraph', 'Mod-Alt-0'],
  ['bold', 'Mod-b'],
  ['italic', 'Mod-i'],
  ['strike', 'Mod-Shift-s'],
  ['bulletList', 'Mod-Shift-8'],
  ['orderedList', 'Mod-Shift-7'],
  ['taskList', 'Mod-Shift-9'],
  ['quote', 'Mod-Shift-b'],
  ['indent', 'Tab'],
  ['lineBreak', 'Shift-Enter'],
  ['link', 'Mod-k'],
  ['footnote', 'Mod-Alt-f'],
  ['comment', 'Mod-Alt-m'],
  ['undo', 'Mod-z'],
  ['redo', 'Mod-y'],
  ['find', 'Mod-f'],
  ['toolbar', 'Alt-F10'],
  ['help', 'Mod-/'],
] as const;

const signs = [
  ['heading', '#  ##  ###'],
  ['bulletList', '-'],
  ['orderedList', '1.'],
  ['taskList', '[ ]'],
  ['quote', '>'],
  ['rule', '---'],
  ['bold', '**…**'],
  ['italic', '*…*'],
  ['strike', '~~…~~'],
] as const;

export function HelpDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useWords().editor.help;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className={styles.help} tabIndex={0} role="group" aria-label={words.title}>
        <p>{words.intro}</p>
        <p>{words.trust}</p>
        <table className={styles.keys}>
          <caption>{words.keys}</caption>
          <tbody>
            {keys.map(([row, combination]) => (
              <tr key={row}>
                <th scope="row">{words.rows[row]}</th>
                <td>
                  <kbd>{keyNames(combination)}</kbd>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className={styles.keys}>
          <caption>{words.signs}</caption>
          <tbody>
            {signs.map(([row, sign]) => (
              <tr key={row}>
                <th scope="row">{words.signRows[row]}</th>
                <td>
                  <kbd>{sign}</kbd>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
