// One row for each person: who they are, from where they speak, what they may do, and behind one button what may be done to them.
import type { Member } from '@cocrea/shared/domain/person.ts';
import { momentInWords } from '@cocrea/shared/i18n/dates.ts';
import { Pencil, UserCog, UserMinus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useHere } from '../../api/here.ts';
import { useActor } from '../../api/session.ts';
import { ActorKindMark } from '../../ui/ActorKindMark.tsx';
import { Menu, type MenuAction } from '../../ui/Menu.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { Table } from '../../ui/Table.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import { actionsOn } from './actions-on.ts';
import styles from './people-page.module.css';

export type ActionOnPerson = 'rename' | 'change_role' | 'remove';

interface PeopleTableProps {
  readonly labId: string;
  readonly people: readonly Member[];
  readonly onAsk: (action: ActionOnPerson, member: Member) => void;
}

export function PeopleTable({ labId, people, onAsk }: PeopleTableProps): ReactNode {
  const { people: say, ui } = useWords();
  const language = useLanguage();
  const actor = useActor();
  const here = new Set(useHere(labId).map(({ personId }) => personId));
  const { columns } = say;

  const rows = people.map((member) => {
    const may = actionsOn(actor, { labId, member });
    const actions: MenuAction[] = [];
    const offer = (id: ActionOnPerson, action: Omit<MenuAction, 'id' | 'onAct'>): void => {
      actions.push({ ...action, id, onAct: () => onAsk(id, member) });
    };
    if (may.rename) offer('rename', { label: say.rename.action, icon: <Pencil aria-hidden="true" /> });
    if (may.roles.length > 0) offer('change_role', { label: say.role.action, icon: <UserCog aria-hidden="true" /> });
    if (may.remove) offer('remove', { label: say.remove.action, icon: <UserMinus aria-hidden="true" />, danger: true });
    return { member, actions };
  });
  const anyAction = rows.some(({ actions }) => actions.length > 0);

  return (
    <Table
      caption={say.list}
      actions={anyAction}
      columns={[
        columns.person,
        columns.kind,
        columns.role,
        columns.institution,
        columns.joined,
        ...(anyAction ? [columns.actions] : []),
      ]}
      rows={rows.map(({ member, actions }) => ({
        key: member.personId,
        cells: [
          <Who key="who" member={member} you={member.personId === actor?.personId} here={here.has(member.personId)} />,
          <span key="kind" className={styles.kind}>
            <ActorKindMark kind={member.actorKind} named />
          </span>,
          ui.roles[member.role],
          member.institution ?? (
            <span key="institution" className={styles.nothing}>
              {say.noInstitution}
            </span>
          ),
          <time key="joined" className={styles.when} dateTime={new Date(member.joinedAt).toISOString()}>
            {momentInWords(member.joinedAt, language)}
          </time>,
          ...(anyAction ? [actions.length > 0 && <Menu key="actions" of={member.name} actions={actions} />] : []),
        ],
      }))}
    />
  );
}

interface WhoProps {
  readonly member: Member;
  readonly you: boolean;
  readonly here: boolean;
}

function Who({ member, you, here }: WhoProps): ReactNode {
  const { people: say } = useWords();
  const { name, color, account } = member;
  return (
    <span className={styles.person}>
      <PersonMark name={name} color={color} silent />
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.under}>
          {account ? say.withAccount : say.withoutAccount}
          {you && <StatusPill>{say.you}</StatusPill>}
          {here && <StatusPill tone="good">{say.hereNow}</StatusPill>}
        </span>
      </span>
    </span>
  );
}
