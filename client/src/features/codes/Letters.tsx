// The six characters of a code in two groups, large; spelled one by one for those who listen.
import type { ReactNode } from 'react';
import { useWords } from './words.ts';
import { groupedCode, spelledCode } from './join-link.ts';
import styles from './letters.module.css';

export function Letters({ code }: { readonly code: string }): ReactNode {
  const { codes: say } = useWords();
  return (
    <span className={styles.letters}>
      <span className="visually-hidden">{say.code(spelledCode(code))}</span>
      {groupedCode(code)
        .split(' ')
        .map((group, index) => (
          // The two groups may be the same three characters.
          <span key={`${index}${group}`} aria-hidden="true">
            {group}
          </span>
        ))}
    </span>
  );
}
