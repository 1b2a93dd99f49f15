// The menu of a card, and of one contribution among several in it: everything that drag and keys do, as words one can press.
import { contributionMarks, type Contribution } from '@cocrea/shared/domain/contribution.ts';
import type { ReactNode } from 'react';
import { Menu, type MenuAction } from '../../ui/Menu.tsx';
import { useWords, type Words } from './words.ts';
import type { Card } from './board-view.ts';
import { cardName } from './card-name.ts';
import type { AskedOfCard } from './column-work.ts';
import type { Hand } from './use-hand.ts';

interface CardActionsProps {
  readonly card: Card;
  /** One of several in the card; null for the card itself. */
  readonly contribution: Contribution | null;
  readonly regroups: boolean;
  readonly reorders: boolean;
  readonly plenaryFull: boolean;
  readonly hand: Hand;
  readonly onAsk: (asked: AskedOfCard) => void;
}

export function CardActions({ card, contribution, ...props }: CardActionsProps): ReactNode {
  const { board: say } = useWords();
  const name = contribution === null ? cardName(card, say) : say.card(contribution.folio);
  const actions =
    contribution === null ? actionsOnCard(card, { ...props, say }) : actionsOnOne(contribution, { card, ...props, say });
  return <Menu of={name} actions={actions} />;
}

type Asked = Omit<CardActionsProps, 'card' | 'contribution'> & { readonly say: Words['board'] };

function actionsOnCard(card: Card, { regroups, reorders, plenaryFull, hand, onAsk, say }: Asked): MenuAction[] {
  const { cluster, contributions, id } = card;
  const [first] = contributions;
  const several = contributions.length > 1;
  const actions: (MenuAction | false)[] = [
    regroups && { id: 'group', label: say.actions.groupWith, onAct: () => onAsk({ what: 'group_with', id }) },
    regroups && several && { id: 'ungroup', label: say.actions.ungroup, onAct: () => hand.ungroup(card, null) },
    reorders && { id: 'up', label: say.actions.up, onAct: () => hand.step(card, -1) },
    reorders && { id: 'down', label: say.actions.down, onAct: () => hand.step(card, 1) },
    { id: 'minority', label: say.actions.minority, onAct: () => onAsk({ what: 'minority', id }) },
    (cluster.plenary || !plenaryFull) && {
      id: 'plenary',
      label: cluster.plenary ? say.actions.offPlenary : say.actions.toPlenary,
      onAct: () => hand.plenary(card, !cluster.plenary),
    },
    { id: 'read', label: say.actions.readFromHere, onAct: () => onAsk({ what: 'read', id }) },
    cluster.validatedAt !== null && {
      id: 'unvalidate',
      label: say.actions.unvalidate,
      onAct: () => hand.validate(card, false),
    },
    ...(several ? [] : marking(first, hand, say)),
  ];
  return actions.filter((one) => one !== false);
}

function actionsOnOne(contribution: Contribution, { card, regroups, hand, say }: Asked & { card: Card }): MenuAction[] {
  const leave = { id: 'leave', label: say.actions.leave, onAct: () => hand.ungroup(card, [contribution.id]) };
  return [...(regroups ? [leave] : []), ...marking(contribution, hand, say)];
}

function marking(contribution: Contribution, hand: Hand, say: Words['board']): MenuAction[] {
  return contributionMarks.map((mark) => ({
    id: mark,
    label: contribution.marks.includes(mark) ? say.actions.unmark(say.marks[mark]) : say.actions.mark(say.marks[mark]),
    onAct: () => hand.mark([contribution], mark),
  }));
}
