// Who is in a lab at this moment and how the line to its feed is: what the socket last said, for whoever shows it.
import type { Present } from '@cocrea/shared/api/feed.ts';
import { create } from 'zustand';

interface Hall {
  readonly labId: string | null;
  /** Null until the feed has said who is here. */
  readonly people: readonly Present[] | null;
  readonly line: 'connecting' | 'open' | 'lost';
  /** The lab one was taken out of while looking at it. */
  readonly removedFrom: string | null;
}

export const useHall = create<Hall>(() => ({ labId: null, people: null, line: 'connecting', removedFrom: null }));

const nobody: readonly Present[] = [];

/** The people with a screen of this lab open, oneself included; empty until the feed has said so. */
export function useHere(lab: string): readonly Present[] {
  return useHall(({ labId, people }) => (labId === lab ? (people ?? nobody) : nobody));
}
