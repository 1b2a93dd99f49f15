// What a page knows of something it sends: that it is on its way, what came of it, why it failed. One at a time.
import { useCallback, useRef, useState } from 'react';

interface Sent<Output> {
  readonly data: Output | undefined;
  readonly error: Error | null;
  readonly pending: boolean;
}

interface Then<Output> {
  /** Both are called also where the page that sent is gone by then. */
  readonly onSuccess?: (output: Output) => void;
  readonly onError?: (failure: Error) => void;
}

export interface Sending<Input, Output> extends Sent<Output> {
  /** Does nothing while an answer is awaited. The same function as long as what it calls is. */
  readonly send: (input: Input, then?: Then<Output>) => void;
}

export function useSending<Input, Output>(command: (input: Input) => Promise<Output>): Sending<Input, Output> {
  const [sent, setSent] = useState<Sent<Output>>({ data: undefined, error: null, pending: false });
  const awaited = useRef(false);
  const send = useCallback(
    (input: Input, { onSuccess, onError }: Then<Output> = {}) => {
      if (awaited.current) return;
      awaited.current = true;
      setSent({ data: undefined, error: null, pending: true });
      const settle = (outcome: Partial<Sent<Output>>): void => {
        awaited.current = false;
        setSent({ data: undefined, error: null, pending: false, ...outcome });
      };
      command(input).then(
        (data) => {
          settle({ data });
          onSuccess?.(data);
        },
        (error: Error) => {
          settle({ error });
          onError?.(error);
        },
      );
    },
    [command],
  );
  return { ...sent, send };
}
