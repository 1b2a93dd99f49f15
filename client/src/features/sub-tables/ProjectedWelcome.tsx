// The wall while people come in: a QR that a camera catches from the last row, the address and the code for those who type, who is there.
import type { TableNow } from '@cocrea/shared/domain/table-session.ts';
import type { ReactNode } from 'react';
import { useTablePeople } from '../../api/table-people.ts';
import type { TablePlace } from '../../api/tables.ts';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Qr } from '../../ui/Qr.tsx';
import { useWords } from './words.ts';
import { groupedCode, joinLink, needsSameNetwork, typedAddress } from '../codes/join-link.ts';
import { Letters } from '../codes/Letters.tsx';
import styles from './projector.module.css';
import { useProjectedDoor, useSeesPeople } from './use-projected-door.ts';

export function ProjectedWelcome({ place, table }: { readonly place: TablePlace; readonly table: TableNow }): ReactNode {
  const { tables, codes } = useWords();
  const say = tables.screen;
  const way = useProjectedDoor(place, table.subTable);
  const people = useTablePeople(place, { enabled: useSeesPeople(place, table.subTable) }).data;
  const paper = people?.paper.length ?? 0;
  return (
    <div className={styles.door}>
      {way && (
        <div className={styles.qr}>
          <Qr text={joinLink(way.address, way.code.code)} label={codes.qr(groupedCode(way.code.code))} />
        </div>
      )}
      <div className={styles.words}>
        {way && (
          <>
            <p>
              {say.scan} {say.orOpen} <strong className={styles.address}>{typedAddress(way.address)}</strong>
            </p>
            <p>
              {say.andType}
              <span className={styles.letters}>
                <Letters code={way.code.code} />
              </span>
            </p>
            {!way.reachable && <p className={styles.warning}>{say.onlyHere}</p>}
            {way.reachable && needsSameNetwork(way.address) && <p className={styles.quiet}>{say.network}</p>}
          </>
        )}
        {people && (
          <div className={styles.arrived}>
            <p role="status" className={styles.count}>
              {say.arrived(people.people.length)}
              {paper > 0 && ` ${say.onPaper(paper)}`}
            </p>
            <ul className={styles.chips}>
              {people.people.map(({ personId, name, actorKind }) => (
                <li key={personId} className={styles.chip}>
                  <ActorKindMark kind={actorKind} />
                  {name}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}
