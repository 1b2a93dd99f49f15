// The way in, small, in a corner of the wall: for whoever comes late.
import type { TableNow } from '@cocrea/shared/domain/table-session.ts';
import type { ReactNode } from 'react';
import type { TablePlace } from '../../api/tables.ts';
import { Qr } from '../../ui/Qr.tsx';
import { useWords } from './words.ts';
import { groupedCode, joinLink, typedAddress } from '../codes/join-link.ts';
import { Letters } from '../codes/Letters.tsx';
import styles from './projector.module.css';
import { useProjectedDoor } from './use-projected-door.ts';

export function ProjectedDoor({ place, table }: { readonly place: TablePlace; readonly table: TableNow }): ReactNode {
  const { codes } = useWords();
  const way = useProjectedDoor(place, table.subTable);
  if (way === null) return null;
  return (
    <div className={styles.corner}>
      <div className={styles.cornerWords}>
        <span>{typedAddress(way.address)}</span>
        <Letters code={way.code.code} />
      </div>
      <div className={styles.cornerQr}>
        <Qr text={joinLink(way.address, way.code.code)} label={codes.qr(groupedCode(way.code.code))} />
      </div>
    </div>
  );
}
