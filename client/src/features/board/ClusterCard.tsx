// A cluster as one card: its contributions, how far the table agrees, who sees it otherwise, and what became of it.
import { agreements, type AgreementLevel, type Contribution } from '@cocrea/shared/domain/contribution.ts';
import { Check, CircleCheck, CircleMinus, CircleX, GripVertical, Star, UserRoundX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Checkbox, GridListItem } from 'react-aria-components/GridList';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { useWords } from './words.ts';
import { Dots } from '../ballots/Dots.tsx';
import type { Card } from './board-view.ts';
import { cardName } from './card-name.ts';
import styles from './cluster-card.module.css';
import { ContributionText } from './ContributionText.tsx';

const agreementIcons = { agree: CircleCheck, partial: CircleMinus, disagree: CircleX } as const;

interface ClusterCardProps {
  readonly card: Card;
  readonly draggable: boolean;
  readonly onLook: (contributions: readonly string[]) => void;
  /** Without them it is only read. */
  readonly onAgree?: (level: AgreementLevel | null) => void;
  readonly onMinority?: () => void;
  /** The menu of the whole card, or of one of several contributions in it. */
  readonly actions?: (contribution: Contribution | null) => ReactNode;
}

export function ClusterCard({ card, draggable, onLook, onAgree, onMinority, actions }: ClusterCardProps): ReactNode {
  const { board: say } = useWords();
  const { cluster, contributions, dots } = card;
  const [first] = contributions;
  const several = contributions.length > 1;
  const name = cardName(card, say);
  return (
    <GridListItem
      id={card.id}
      value={card}
      textValue={name}
      className={styles.card ?? ''}
      onHoverStart={() => card.fresh && onLook(contributions.map(({ id }) => id))}
    >
      <div className={styles.head}>
        {onAgree && (
          <Checkbox slot="selection" className={styles.choose ?? ''}>
            <span className={styles.box}>
              <Check aria-hidden="true" />
            </span>
          </Checkbox>
        )}
        <span className={styles.folio}>{several ? say.contributions(contributions.length) : first.folio}</span>
        {draggable && (
          <Button slot="drag" className={styles.drag ?? ''} aria-label={say.drag(first.folio)}>
            <GripVertical aria-hidden="true" />
          </Button>
        )}
        {actions?.(null)}
      </div>
      {(card.fresh || cluster.plenary || cluster.validatedAt !== null || (onAgree && cluster.agreement !== null)) && (
        <div className={styles.pills}>
          {card.fresh && <StatusPill tone="warning">{say.newOne}</StatusPill>}
          {onAgree && cluster.agreement !== null && <AgreementPill level={cluster.agreement} />}
          {cluster.plenary && <StatusPill icon={<Star aria-hidden="true" />}>{say.plenary}</StatusPill>}
          {cluster.validatedAt !== null && (
            <StatusPill tone="good" icon={<Check aria-hidden="true" />}>
              {say.validated}
            </StatusPill>
          )}
        </div>
      )}
      {contributions.map((contribution) => (
        <ContributionText
          key={contribution.id}
          contribution={contribution}
          folio={several}
          follows={contribution !== first}
          {...(several && actions && { actions: actions(contribution) })}
        />
      ))}
      {cluster.minorityView !== null && (
        <div className={styles.minority}>
          <p className={styles.minorityTitle}>{say.minority}</p>
          <p lang="es">{cluster.minorityView}</p>
        </div>
      )}
      {onAgree ? (
        <div role="group" aria-label={say.agreement} className={styles.agreement}>
          {agreements.map((level) => {
            const Icon = agreementIcons[level];
            return (
              <ToggleButton
                key={level}
                className={styles.level ?? ''}
                data-level={level}
                aria-label={say.agreements[level]}
                isSelected={cluster.agreement === level}
                onChange={(on) => onAgree(on ? level : null)}
              >
                <Icon aria-hidden="true" />
              </ToggleButton>
            );
          })}
          <Button
            className={styles.level ?? ''}
            aria-label={say.minorityOf(first.folio)}
            {...(onMinority && { onPress: onMinority })}
          >
            <UserRoundX aria-hidden="true" />
          </Button>
        </div>
      ) : (
        cluster.agreement !== null && <AgreementSaid level={cluster.agreement} />
      )}
      {dots !== null && dots > 0 && <Dots count={dots} />}
    </GridListItem>
  );
}

const agreementTones = { agree: 'good', partial: 'warning', disagree: 'danger' } as const;

function AgreementPill({ level }: { readonly level: AgreementLevel }): ReactNode {
  const { board: say } = useWords();
  const Icon = agreementIcons[level];
  return (
    <StatusPill tone={agreementTones[level]} icon={<Icon aria-hidden="true" />}>
      {say.agreements[level]}
    </StatusPill>
  );
}

/** How far a table agrees, for reading. */
export function AgreementSaid({ level }: { readonly level: AgreementLevel }): ReactNode {
  const { board: say } = useWords();
  const Icon = agreementIcons[level];
  return (
    <p className={styles.agreed} data-level={level}>
      <Icon aria-hidden="true" />
      {say.agreements[level]}
    </p>
  );
}
