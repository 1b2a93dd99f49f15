// Asks this device what it still has to send, while somebody decides whether to leave it.
import { useEffect, useState } from 'react';
import { readUnsentWords, type UnsentDocument } from '../../realtime/unsent-words.ts';

export type Unsent = readonly UnsentDocument[] | 'looking' | 'unknown';

export function useUnsentWords(personId: string): Unsent {
  const [unsent, setUnsent] = useState<Unsent>('looking');
  useEffect(() => {
    let asked = true;
    void readUnsentWords(personId).then((found) => {
      if (asked) setUnsent(found ?? 'unknown');
    });
    return () => {
      asked = false;
    };
  }, [personId]);
  return unsent;
}
