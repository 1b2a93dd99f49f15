// One sub-table in the list of all: its theme, phase and clock, who conducts it, what its questions have, and what one may do with it.
import type { TableGlance } from '@cocrea/shared/api/tables.ts';
import type { TableNow } from '@cocrea/shared/domain/table-session.ts';
import { can } from '@cocrea/shared/permissions.ts';
import { ClipboardList, DoorOpen, FileText, ListChecks, Megaphone, MessageCircleQuestion, Presentation } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useActor, useMe, useMembership } from '../../api/session.ts';
import { paths } from '../../app/paths.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { useLanguage } from '../../ui/words.ts';
import { useWords } from './words.ts';
import { Clock } from './Clock.tsx';
import { deadlineWords, phaseWords } from './phase-words.ts';
import { QuestionBars } from './QuestionBars.tsx';
import styles from './tables-page.module.css';
import { useDeadlineOver } from './use-deadline-over.ts';

interface TableCardProps {
  readonly lab: string;
  readonly table: TableNow;
  readonly seen: TableGlance | undefined;
  /** How many of its people have a screen open; null for those who may not know. */
  readonly present: number | null;
  readonly most: number;
  readonly onOpen: () => void;
  readonly onQuestions: () => void;
}

export function TableCard({ lab, table, seen, present, most, onOpen, onQuestions }: TableCardProps): ReactNode {
  const words = useWords();
  const { tables: say } = words;
  const language = useLanguage();
  const titleId = useId();
  const own = useMembership(lab)?.subTableId === table.subTable.id;
  const { subTable, session } = table;
  const over = useDeadlineOver(session?.openUntil ?? null);
  const deadline = deadlineWords(table, { words, language, over });
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      <div className={styles.over}>
        <span className={styles.no}>
          {say.table(subTable.no)}
          {own && <StatusPill>{say.yours}</StatusPill>}
        </span>
        <StatusPill tone={session === null || session.phase === 'closed' ? 'plain' : 'good'}>
          {phaseWords(table, words)}
        </StatusPill>
      </div>
      <h2 id={titleId} className={styles.theme}>
        {subTable.theme}
      </h2>
      {session !== null && (
        <div className={styles.facts}>
          <span>{seen?.facilitator ? say.conducts(seen.facilitator) : say.nobodyConducts}</span>
          {seen?.noteTaker && <span>{say.takesNotes(seen.noteTaker)}</span>}
          {present !== null && session.phase !== 'closed' && <span>{say.present(present, seen?.paper ?? 0)}</span>}
          {deadline !== null && <span>{deadline}</span>}
          {session.phase !== 'closed' && <Clock clock={session.clock} />}
        </div>
      )}
      <QuestionBars contributions={seen?.contributions ?? subTable.questions.map(() => 0)} most={most} />
      <div className={styles.do}>
        <ToDo lab={lab} table={table} own={own} onOpen={onOpen} onQuestions={onQuestions} />
      </div>
    </article>
  );
}

interface ToDoProps extends Pick<TableCardProps, 'lab' | 'table' | 'onOpen' | 'onQuestions'> {
  readonly own: boolean;
}

function ToDo({ lab, table: { subTable, session }, own, onOpen, onQuestions }: ToDoProps): ReactNode {
  const { tables: say } = useWords();
  const actor = useActor();
  const me = useMe();
  const { no } = subTable;
  const place = { labId: lab, subTableId: subTable.id };
  const conducts = can(actor, 'table.conduct', place);
  const arranges = can(actor, 'contribution.arrange', place);
  const speaks = can(actor, 'contribution.send', place);
  if (session === null) {
    if (!conducts) return null;
    return (
      <>
        <Button icon={<DoorOpen aria-hidden="true" />} onClick={onOpen} aria-label={say.openOf(no)}>
          {say.open}
        </Button>
        <Button
          look="quiet"
          icon={<MessageCircleQuestion aria-hidden="true" />}
          onClick={onQuestions}
          aria-label={say.questionsOf(no)}
        >
          {say.questions}
        </Button>
      </>
    );
  }
  if (session.phase === 'closed') {
    return (
      <>
        {session.resultDocumentId !== null && (
          <ButtonLink
            href={paths.document(lab, session.resultDocumentId)}
            icon={<FileText aria-hidden="true" />}
            label={say.resultOf(no)}
          >
            {say.result}
          </ButtonLink>
        )}
        {arranges && (
          <ButtonLink
            href={paths.board(lab, no)}
            look="quiet"
            icon={<ClipboardList aria-hidden="true" />}
            label={say.boardOf(no)}
          >
            {say.board}
          </ButtonLink>
        )}
      </>
    );
  }
  return (
    <>
      {conducts && (
        <ButtonLink
          href={paths.conduct(lab, no)}
          look={session.facilitatorId === me?.personId ? 'primary' : 'secondary'}
          icon={<ListChecks aria-hidden="true" />}
          label={say.conductOf(no)}
        >
          {say.conduct}
        </ButtonLink>
      )}
      {speaks && !conducts && !arranges && (
        <ButtonLink
          href={paths.table(lab, no)}
          look={own ? 'primary' : 'secondary'}
          icon={<Megaphone aria-hidden="true" />}
          label={say.enterOf(no)}
        >
          {say.enter}
        </ButtonLink>
      )}
      {arranges && (
        <ButtonLink
          href={paths.board(lab, no)}
          look={own ? 'primary' : conducts ? 'quiet' : 'secondary'}
          icon={<ClipboardList aria-hidden="true" />}
          label={say.boardOf(no)}
        >
          {say.board}
        </ButtonLink>
      )}
      {conducts && (
        <ButtonLink
          href={paths.projector(lab, no)}
          look="quiet"
          icon={<Presentation aria-hidden="true" />}
          label={say.projectorOf(no)}
        >
          {say.projector}
        </ButtonLink>
      )}
    </>
  );
}
