// The wall while the table prioritises: how many have given their dots, and never what to.
import type { ReactNode } from 'react';
import { useGlance, type TablePlace } from '../../api/tables.ts';
import { useWords } from './words.ts';
import styles from './projector.module.css';

export function ProjectedVote({ place }: { readonly place: TablePlace }): ReactNode {
  const say = useWords().tables.screen;
  const voters = useGlance(place.lab).data?.tables.find(({ no }) => no === place.no)?.voters ?? 0;
  return (
    <>
      <p role="status" className={styles.question}>
        {say.voted(voters)}
      </p>
      <p className={styles.quiet}>{say.votedWhat}</p>
    </>
  );
}
