// The codes people come into a lab with: made, shown large, projected, printed and closed by those who host.
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { Plus, QrCode } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useLab } from '../../api/labs.ts';
import { useJoinCodes } from '../../api/join-codes.ts';
import { useActor } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { useFocusFallback } from '../../ui/focus-fallback.ts';
import { Page, Section } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWords } from './words.ts';
import { AddressChoice } from './AddressChoice.tsx';
import { ClosedCodes } from './ClosedCodes.tsx';
import { CloseCodeDialog } from './CloseCodeDialog.tsx';
import { CodeCard } from './CodeCard.tsx';
import styles from './codes-page.module.css';
import { CreateCodeDialog } from './CreateCodeDialog.tsx';
import { inOrder, reachableAddresses } from './join-link.ts';
import { PrintedCard } from './PrintedCard.tsx';
import { enterFullScreen, ProjectedCode } from './ProjectedCode.tsx';
import { useAddress } from './use-address.ts';

export default function CodesPage({ labId }: { readonly labId: string }): ReactNode {
  const { codes: say } = useWords();
  const actor = useActor();
  const [making, setMaking] = useState(false);
  if (!can(actor, 'join_code.list', { labId })) {
    return (
      <Page title={say.title}>
        <EmptyState action={<ButtonLink href={paths.lab(labId)}>{say.toHome}</ButtonLink>}>{say.forbidden}</EmptyState>
      </Page>
    );
  }
  const make = (
    <Button look="primary" icon={<Plus aria-hidden="true" />} onClick={() => setMaking(true)}>
      {say.create}
    </Button>
  );
  return (
    <Page title={say.title} lede={say.lede} actions={can(actor, 'join_code.create', { labId }) && make}>
      <CodesOfLab labId={labId} />
      {making && <CreateCodeDialog labId={labId} onClose={() => setMaking(false)} />}
    </Page>
  );
}

type Shown = { readonly as: 'projected' | 'printed' | 'closing'; readonly code: JoinCode };

function CodesOfLab({ labId }: { readonly labId: string }): ReactNode {
  const words = useWords();
  const { codes: say, ui } = words;
  const actor = useActor();
  const { data, error, isFetching, refetch } = useJoinCodes(labId);
  const lab = useLab(labId);
  const [shown, setShown] = useState<Shown | null>(null);
  const [list, focusList] = useFocusFallback<HTMLDivElement>();
  const addresses = reachableAddresses(data?.addresses ?? [], location.origin);
  const [address, chooseAddress] = useAddress(addresses);
  if (!data || !lab.data) {
    const failure = error ?? lab.error;
    if (!failure) return <Skeleton lines={6} tall />;
    const retry = (): void => void Promise.all([refetch(), lab.refetch()]);
    return (
      <ErrorState onRetry={retry} pending={isFetching || lab.isFetching}>
        {failureWords(failure, words)}
      </ErrorState>
    );
  }
  const { subTables } = lab.data;
  const open = inOrder(
    data.codes.filter(({ closedAt }) => closedAt === null),
    subTables,
  );
  const closed = data.codes.filter(({ closedAt }) => closedAt !== null);
  // What is shown follows the list: whoever comes in is counted on the projector too.
  const code = shown && (data.codes.find(({ id }) => id === shown.code.id) ?? shown.code);
  const hide = (): void => setShown(null);
  const about = { address, lab: lab.data.lab, subTables };
  return (
    <>
      {error && <Banner tone="warning">{ui.staleNotice}</Banner>}
      <AddressChoice addresses={addresses} address={address} onChoose={chooseAddress} />
      <Section title={say.open}>
        <div ref={list} tabIndex={-1} role="group" aria-label={say.open} className={styles.list}>
          {open.map((one) => (
            <CodeCard
              key={one.id}
              code={one}
              address={address}
              subTables={subTables}
              mayClose={can(actor, 'join_code.close', { labId })}
              onProject={() => {
                enterFullScreen();
                setShown({ as: 'projected', code: one });
              }}
              onPrint={() => setShown({ as: 'printed', code: one })}
              onClose={() => setShown({ as: 'closing', code: one })}
            />
          ))}
          {open.length === 0 && (
            <EmptyState icon={<QrCode aria-hidden="true" />}>
              <p>{say.none}</p>
              <p>{say.noneToDo}</p>
            </EmptyState>
          )}
        </div>
      </Section>
      {closed.length > 0 && (
        <Section title={say.closed}>
          <ClosedCodes codes={closed} subTables={subTables} />
        </Section>
      )}
      {code && shown.as === 'projected' && <ProjectedCode {...about} code={code} onLeave={hide} />}
      {code && shown.as === 'printed' && <PrintedCard {...about} code={code} onPrinted={hide} />}
      {code && shown.as === 'closing' && <CloseCodeDialog labId={labId} code={code} onClose={hide} onClosed={focusList} />}
    </>
  );
}
