// What a table needs on paper: a card with its code for the middle of the table, and a sheet for each person without a phone. What is seen
// is what is printed; the buttons stay on the screen.
import { ArrowLeft, Printer } from 'lucide-react';
import { can } from '@cocrea/shared/permissions.ts';
import type { ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useLab } from '../../api/labs.ts';
import { useActor } from '../../api/session.ts';
import { useTableDoor, useTables } from '../../api/tables.ts';
import { paths } from '../../app/paths.ts';
import { useHeading } from '../../ui/arrival.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useLightPage } from './use-light-page.ts';
import { useWords } from './words.ts';
import { needsSameNetwork, reachableAddresses } from '../codes/join-link.ts';
import { Poster } from '../codes/Poster.tsx';
import { useAddress } from '../codes/use-address.ts';
import { BlankSheet } from './BlankSheet.tsx';
import styles from './paper.module.css';

export default function PaperPage({ labId, no }: { readonly labId: string; readonly no: number }): ReactNode {
  const words = useWords();
  useLightPage();
  const { tables, codes } = words;
  const say = tables.sheet;
  const conducts = can(useActor(), 'table.conduct', { labId });
  const { data, error, isFetching, refetch } = useTables(labId);
  const lab = useLab(labId).data;
  const door = useTableDoor({ lab: labId, no }, { enabled: conducts });
  const addresses = reachableAddresses(door.data?.addresses ?? [], location.origin);
  const [address] = useAddress(addresses);
  const table = data?.tables.find(({ subTable }) => subTable.no === no);
  const code = door.data?.code;
  const heading = useHeading(say.title(no));
  const back = (
    <ButtonLink
      href={conducts && table?.session ? paths.conduct(labId, no) : paths.tables(labId)}
      icon={<ArrowLeft aria-hidden="true" />}
    >
      {conducts && table?.session ? tables.screen.back : tables.screen.backToTables}
    </ButtonLink>
  );
  return (
    <div className={styles.page}>
      <header className={styles.tools}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {say.title(no)}
          </h1>
          <p className={styles.what}>{say.what}</p>
        </div>
        <div className={styles.buttons}>
          {back}
          {table && (
            <Button look="primary" icon={<Printer aria-hidden="true" />} onClick={() => print()}>
              {say.print}
            </Button>
          )}
        </div>
      </header>
      <main id="contenido" tabIndex={-1} className={styles.sheets}>
        {!conducts && <EmptyState>{tables.forbidden}</EmptyState>}
        {conducts && !data && !error && <Skeleton lines={6} tall />}
        {conducts && !data && error && (
          <ErrorState onRetry={() => void refetch()} pending={isFetching}>
            {failureWords(error, words)}
          </ErrorState>
        )}
        {conducts && data && !table && <EmptyState>{tables.missing}</EmptyState>}
        {conducts && table && lab && (
          <>
            {code === null && table.session?.phase !== 'closed' && (
              <div className={styles.tools}>
                <Banner>{say.noCode}</Banner>
              </div>
            )}
            {code && (
              <div className={styles.sheet}>
                <div className={styles.card}>
                  <Poster code={code} lab={lab.lab} subTables={lab.subTables} address={address}>
                    {needsSameNetwork(address) && <p>{codes.poster.printedNetwork}</p>}
                    <p>{codes.poster.noAccount}</p>
                  </Poster>
                </div>
              </div>
            )}
            <div className={styles.sheet}>
              <BlankSheet subTable={table.subTable} />
            </div>
          </>
        )}
      </main>
    </div>
  );
}
