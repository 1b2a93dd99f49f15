// The way into a table: its code to be read out or shown, and the screens and paper that go with it.
import { ClipboardList, Presentation, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useTableDoor, type TablePlace } from '../../api/tables.ts';
import { paths } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Section } from '../../ui/Page.tsx';
import { Qr } from '../../ui/Qr.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWords } from './words.ts';
import { AddressChoice } from '../codes/AddressChoice.tsx';
import { groupedCode, joinLink, reachableAddresses } from '../codes/join-link.ts';
import { Letters } from '../codes/Letters.tsx';
import { useAddress } from '../codes/use-address.ts';
import styles from './console.module.css';

export function DoorSection({ place }: { readonly place: TablePlace }): ReactNode {
  const words = useWords();
  const { tables, codes } = words;
  const say = tables.console;
  const { data, error, isFetching, refetch } = useTableDoor(place);
  const addresses = reachableAddresses(data?.addresses ?? [], location.origin);
  const [address, chooseAddress] = useAddress(addresses);
  const { lab, no } = place;
  return (
    <Section title={say.door}>
      {!data && !error && <Skeleton lines={3} tall />}
      {!data && error && (
        <ErrorState onRetry={() => void refetch()} pending={isFetching}>
          {failureWords(error, words)}
        </ErrorState>
      )}
      {data?.code === null && <p>{say.doorNone}</p>}
      {data?.code && (
        <>
          <div className={styles.door}>
            <Qr text={joinLink(address, data.code.code)} label={codes.qr(groupedCode(data.code.code))} />
            <div>
              <Letters code={data.code.code} />
              <p className={styles.quiet}>{codes.uses(data.code.uses)}</p>
            </div>
          </div>
          <AddressChoice addresses={addresses} address={address} onChoose={chooseAddress} />
        </>
      )}
      <div className={styles.buttons}>
        <ButtonLink href={paths.projector(lab, no)} beside icon={<Presentation aria-hidden="true" />}>
          {say.openProjector}
        </ButtonLink>
        <ButtonLink href={paths.board(lab, no)} icon={<ClipboardList aria-hidden="true" />}>
          {say.openBoard}
        </ButtonLink>
        <ButtonLink href={paths.tablePaper(lab, no)} icon={<Printer aria-hidden="true" />}>
          {say.openPaper}
        </ButtonLink>
      </div>
    </Section>
  );
}
