// The people of a lab: who they are, who is here now, what each may do, and the door for new staff.
import type { Member } from '@cocrea/shared/domain/person.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { UserPlus, Users } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { failureWords } from '../../api/failure-words.ts';
import { useHere } from '../../api/here.ts';
import { usePeople } from '../../api/people.ts';
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
import { ChangeRoleDialog } from './ChangeRoleDialog.tsx';
import { CreateAccountDialog } from './CreateAccountDialog.tsx';
import { rolesToCreate } from './actions-on.ts';
import { anybody, findPeople } from './find-people.ts';
import { PeopleByKind } from './PeopleByKind.tsx';
import { PeopleFilters } from './PeopleFilters.tsx';
import styles from './people-page.module.css';
import { PeopleTable, type ActionOnPerson } from './PeopleTable.tsx';
import { RemovePersonDialog } from './RemovePersonDialog.tsx';
import { RenamePersonDialog } from './RenamePersonDialog.tsx';

type Asked = { readonly action: ActionOnPerson; readonly member: Member } | { readonly action: 'create' };

export default function PeoplePage({ labId }: { readonly labId: string }): ReactNode {
  const { people: say } = useWords();
  const actor = useActor();
  const [asked, setAsked] = useState<Asked | null>(null);
  const roles = rolesToCreate(actor, labId);
  if (!can(actor, 'people.list', { labId })) {
    return (
      <Page title={say.title}>
        <EmptyState action={<ButtonLink href={paths.lab(labId)}>{say.toHome}</ButtonLink>}>{say.forbidden}</EmptyState>
      </Page>
    );
  }
  const create = (
    <Button look="primary" icon={<UserPlus aria-hidden="true" />} onClick={() => setAsked({ action: 'create' })}>
      {say.create.action}
    </Button>
  );
  return (
    <Page title={say.title} width="wide" lede={<Summary labId={labId} />} actions={roles.length > 0 && create}>
      <PeopleOfLab labId={labId} asked={asked} onAsk={setAsked} />
      {asked?.action === 'create' && <CreateAccountDialog labId={labId} roles={roles} onClose={() => setAsked(null)} />}
    </Page>
  );
}

function Summary({ labId }: { readonly labId: string }): ReactNode {
  const { people: say } = useWords();
  const { data } = usePeople(labId);
  const here = useHere(labId);
  // While it is on its way, the room one like it would take: nothing moves when it comes.
  return (
    <span className={data ? undefined : styles.awaited}>{say.summary(data?.people.length ?? 10, data ? here.length : 10)}</span>
  );
}

interface PeopleOfLabProps {
  readonly labId: string;
  readonly asked: Asked | null;
  readonly onAsk: (asked: Asked | null) => void;
}

function PeopleOfLab({ labId, asked, onAsk }: PeopleOfLabProps): ReactNode {
  const words = useWords();
  const { people: say, ui } = words;
  const { data, error, isFetching, refetch } = usePeople(labId);
  const [wanted, setWanted] = useState(anybody);
  const [list, focusList] = useFocusFallback<HTMLDivElement>();
  if (!data) {
    if (!error) return <Skeleton lines={8} tall />;
    return (
      <ErrorState onRetry={() => void refetch()} pending={isFetching}>
        {failureWords(error, words)}
      </ErrorState>
    );
  }
  const found = findPeople(data.people, wanted);
  const close = (): void => onAsk(null);
  // Somebody else may have changed the person since the dialog was opened: it always works on the latest.
  const chosen = asked && 'member' in asked ? asked : null;
  const member = chosen && (data.people.find(({ personId }) => personId === chosen.member.personId) ?? chosen.member);
  return (
    <>
      {error && <Banner tone="warning">{ui.staleNotice}</Banner>}
      <PeopleByKind people={data.people} />
      <Section title={say.list}>
        <PeopleFilters wanted={wanted} shown={found.length} total={data.people.length} onChange={setWanted} />
        <div ref={list} tabIndex={-1} role="group" aria-label={say.list} className={styles.list}>
          {found.length > 0 && (
            <PeopleTable labId={labId} people={found} onAsk={(action, person) => onAsk({ action, member: person })} />
          )}
          {found.length === 0 && data.people.length > 0 && (
            <EmptyState action={<Button onClick={() => setWanted(anybody)}>{say.filters.clear}</Button>}>
              {say.filters.none}
            </EmptyState>
          )}
          {data.people.length === 0 && (
            <EmptyState
              icon={<Users aria-hidden="true" />}
              action={<ButtonLink href={paths.codes(labId)}>{say.toCodes}</ButtonLink>}
            >
              <p>{say.empty}</p>
              <p>{say.emptyToDo}</p>
            </EmptyState>
          )}
        </div>
      </Section>
      {member && chosen.action === 'rename' && <RenamePersonDialog labId={labId} member={member} onClose={close} />}
      {member && chosen.action === 'change_role' && <ChangeRoleDialog labId={labId} member={member} onClose={close} />}
      {member && chosen.action === 'remove' && (
        <RemovePersonDialog labId={labId} member={member} onClose={close} onRemoved={focusList} />
      )}
    </>
  );
}
