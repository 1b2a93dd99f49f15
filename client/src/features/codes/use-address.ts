// Which of the server's addresses this hall uses: remembered on the device, because the next session is in the same hall.
import { useState } from 'react';
import { recall, remember } from '../../ui/memory.ts';

const name = 'join-address';

/** The chosen address while it is still one of them, else the first; the page's own where there is none. */
export function useAddress(addresses: readonly string[]): readonly [string, (address: string) => void] {
  const [chosen, setChosen] = useState(() => recall(name));
  const address = addresses.find((one) => one === chosen) ?? addresses[0] ?? location.origin;
  return [
    address,
    (wanted) => {
      remember(name, wanted);
      setChosen(wanted);
    },
  ];
}
