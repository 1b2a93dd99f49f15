// What this phone does not send by itself: what came too late, which its author decides about, what they keep, what was refused and why.
import { useState, type ReactNode } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Page.tsx';
import type { Outbox, OutboxView } from '../../outbox/outbox.ts';
import type { Queued } from '../../outbox/queued.ts';
import { CopyButton } from './CopyButton.tsx';
import { EditWords } from './EditWords.tsx';
import styles from './stopped-items.module.css';
import { useKeptFocus } from './use-kept-focus.ts';
import { useWords } from './words.ts';

interface StoppedItemsProps {
  readonly outbox: Outbox;
  readonly view: OutboxView;
}

export function StoppedItems({ outbox, view }: StoppedItemsProps): ReactNode {
  const { late: say, refused } = useWords().atTable;
  const of = (why: string): readonly Queued[] => view.items.filter(({ stop }) => stop?.why === why);
  const idsOf = (items: readonly Queued[]): string[] => items.map(({ id }) => id);
  const [late, kept, discarded, turnedDown] = [of('late'), of('kept'), of('discarded'), of('refused')];
  return (
    <>
      {discarded.length > 0 && (
        <Banner action={<Button onClick={() => outbox.decide(idsOf(discarded), 'undo')}>{say.undo}</Button>}>
          {say.discarded(discarded.length)}
        </Banner>
      )}
      {late.length > 0 && (
        <Section title={say.title(late.length)}>
          <p>{say.what(late.length)}</p>
          <ul className={styles.items}>
            {late.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </ul>
          <Decisions
            ask={late.length === 1 ? say.askOne : say.ask(late.length)}
            onDiscard={() => outbox.decide(idsOf(late), 'discard')}
          >
            <Button look="primary" onClick={() => outbox.decide(idsOf(late), 'send')}>
              {say.send(late.length)}
            </Button>
            <Button onClick={() => outbox.decide(idsOf(late), 'keep')}>{say.keep}</Button>
          </Decisions>
        </Section>
      )}
      {turnedDown.length > 0 && (
        <Section title={refused.title}>
          <ul className={styles.items}>
            {turnedDown.map((item) => (
              <TurnedDown key={item.id} item={item} outbox={outbox} />
            ))}
          </ul>
        </Section>
      )}
      {kept.length > 0 && (
        <Section title={say.kept}>
          <p>{say.keptWhat}</p>
          <ul className={styles.items}>
            {kept.map((item) => (
              <Item key={item.id} item={item}>
                <Decisions ask={say.askOne} onDiscard={() => outbox.decide([item.id], 'discard')}>
                  <Button onClick={() => outbox.decide([item.id], 'send')}>{say.send(1)}</Button>
                  <CopyButton text={item.text} />
                </Decisions>
              </Item>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Item({ item, children }: { readonly item: Queued; readonly children?: ReactNode }): ReactNode {
  const { atTable } = useWords();
  return (
    <li className={styles.item}>
      <p className={styles.over}>
        {atTable.someTable(item.table)} · {atTable.mine.of(item.question)}
      </p>
      <p className={styles.text} lang={item.language}>
        {item.text}
      </p>
      {children}
    </li>
  );
}

function TurnedDown({ item, outbox }: { readonly item: Queued; readonly outbox: Outbox }): ReactNode {
  const { late, refused: say } = useWords().atTable;
  const [correcting, setCorrecting] = useState(false);
  if (correcting) {
    return (
      <li className={styles.item}>
        <EditWords
          text={item.text}
          language={item.language}
          onSave={(text) => outbox.correct(item.id, text)}
          onCancel={() => setCorrecting(false)}
        />
      </li>
    );
  }
  return (
    <Item item={item}>
      {item.stop?.why === 'refused' && <Banner tone="warning">{item.stop.told}</Banner>}
      <Decisions ask={late.askOne} onDiscard={() => outbox.decide([item.id], 'discard')}>
        <Button onClick={() => setCorrecting(true)}>{say.correct}</Button>
        <CopyButton text={item.text} />
      </Decisions>
    </Item>
  );
}

/** What can be done, and *Descartar*, which asks once more in the same place. */
function Decisions({
  ask,
  onDiscard,
  children,
}: {
  readonly ask: string;
  readonly onDiscard: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { late: say } = useWords().atTable;
  const [asking, setAsking] = useState(false);
  const place = useKeptFocus<HTMLDivElement>(String(asking));
  return (
    <div
      ref={place}
      tabIndex={-1}
      role="group"
      aria-label={asking ? ask : say.decide}
      className={asking ? styles.asking : styles.ways}
    >
      {asking ? (
        <>
          <p>{ask}</p>
          <div className={styles.ways}>
            <Button look="danger" onClick={onDiscard}>
              {say.discard}
            </Button>
            <Button onClick={() => setAsking(false)}>{say.back}</Button>
          </div>
        </>
      ) : (
        <>
          {children}
          <Button onClick={() => setAsking(true)}>{say.discard}</Button>
        </>
      )}
    </div>
  );
}
