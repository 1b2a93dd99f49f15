// Observations that wait on this device for a connection: each under its own id, in its author's name only, sent once. They stay until the
// server has them, or their author decides otherwise.
import type { Observation } from '@cocrea/shared/domain/observation.ts';
import { create } from 'zustand';
import { AppError } from '@cocrea/shared/errors.ts';
import { sendOne, type SentObservation } from '../../api/observations.ts';
import { forget, recall, remember } from '../../ui/memory.ts';

export interface WaitingObservation {
  readonly lab: string;
  readonly document: string;
  readonly body: SentObservation;
  /** Why the server did not take it; null while it only waits for a connection. */
  readonly refused: string | null;
}

interface Waiting {
  /** Whose they are; another person on this device has their own. */
  readonly personId: string | null;
  readonly items: readonly WaitingObservation[];
}

export const useWaiting = create<Waiting>(() => ({ personId: null, items: [] }));

const shelf = (personId: string): string => `observations.${personId}`;

/** Milliseconds between two tries while there is something to send. */
const patience = 15_000;
let timer: ReturnType<typeof setTimeout> | undefined;
let sending = false;
let onSent: (observation: Observation) => void = () => undefined;

/** Takes up what this person left on the device, and tells what arrives from now on. The answer stops telling. */
export function watchWaiting(personId: string, told: (observation: Observation) => void): () => void {
  if (useWaiting.getState().personId !== personId) useWaiting.setState({ personId, items: read(personId) });
  onSent = told;
  const wake = (): void => void sendAll();
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  wake();
  return () => {
    onSent = () => undefined;
    removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', wake);
    clearTimeout(timer);
  };
}

/** Keeps it before anything is sent: from here on it cannot be lost. */
export function keepWaiting(item: Omit<WaitingObservation, 'refused'>): void {
  put([...useWaiting.getState().items, { ...item, refused: null }]);
}

export function stopWaiting(id: string): void {
  put(useWaiting.getState().items.filter(({ body }) => body.id !== id));
}

/** Tries one again that was refused. */
export function tryAgain(id: string): void {
  put(useWaiting.getState().items.map((item) => (item.body.id === id ? { ...item, refused: null } : item)));
  void sendAll();
}

export async function sendAll(): Promise<void> {
  if (sending) return;
  sending = true;
  clearTimeout(timer);
  try {
    for (const { lab, document, body } of useWaiting.getState().items.filter(({ refused }) => refused === null)) {
      const observation = await sendOne({ lab, document }, body);
      stopWaiting(body.id);
      onSent(observation);
    }
  } catch (failure) {
    if (failure instanceof AppError) {
      const [first] = useWaiting.getState().items.filter(({ refused }) => refused === null);
      put(useWaiting.getState().items.map((item) => (item === first ? { ...item, refused: failure.code } : item)));
    }
    timer = setTimeout(() => void sendAll(), patience);
  } finally {
    sending = false;
  }
}

function put(items: readonly WaitingObservation[]): void {
  const { personId } = useWaiting.getState();
  useWaiting.setState({ items });
  if (personId === null) return;
  if (items.length === 0) forget(shelf(personId));
  else remember(shelf(personId), JSON.stringify(items));
}

function read(personId: string): WaitingObservation[] {
  try {
    const kept: unknown = JSON.parse(recall(shelf(personId)) ?? '[]');
    return Array.isArray(kept) ? (kept as WaitingObservation[]).filter((item) => typeof item.body?.id === 'string') : [];
  } catch {
    return [];
  }
}
