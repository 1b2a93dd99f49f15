// Asks this device what it still has to send, while somebody decides whether to leave it.
import { useEffect, useState } from 'react';
import type { UnsentDocument } from '../../realtime/unsent-words.ts';

export type Unsent = readonly UnsentDocument[] | 'looking' | 'unknown';

export function useUnsentWords(personId: string): Unsent {
  const [unsent, setUnsent] = useState<Unsent>('looking');
  useEffect(() => {
    let asked = true;
    const tell = (found: readonly UnsentDocument[] | null): void => {
      if (asked) setUnsent(found ?? 'unknown');
    };
    // Fetched only now: what keeps documents on the device is the heaviest part of the program.
    import('../../realtime/unsent-words.ts')
      .then(({ readUnsentWords }) => readUnsentWords(personId))
      .then(tell, () => tell(null));
    return () => {
      asked = false;
    };
  }, [personId]);
  return unsent;
}
