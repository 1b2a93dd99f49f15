// At which address phones reach this server: said where there is one, chosen where there are several, warned about where there is none.
import type { ReactNode } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { RadioCards } from '../../ui/RadioCards.tsx';
import { useWords } from './words.ts';
import styles from './codes-page.module.css';
import { needsSameNetwork } from './join-link.ts';

interface AddressChoiceProps {
  readonly addresses: readonly string[];
  readonly address: string;
  readonly onChoose: (address: string) => void;
}

export function AddressChoice({ addresses, address, onChoose }: AddressChoiceProps): ReactNode {
  const { address: say } = useWords().codes;
  if (addresses.length === 0) return <Banner tone="warning">{say.onlyHere}</Banner>;
  if (addresses.length === 1) {
    return (
      <p className={styles.address}>
        {needsSameNetwork(address) ? say.oneNear : say.one} <strong>{address}</strong>
      </p>
    );
  }
  return (
    <div className={styles.addresses}>
      <RadioCards
        inRow
        legend={say.legend}
        value={address}
        cards={addresses.map((value) => ({ value, label: value }))}
        onChange={onChoose}
      />
      <p className={styles.hint}>{say.hint}</p>
    </div>
  );
}
