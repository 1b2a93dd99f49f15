// Where one goes after coming in: the page one had asked for, the lab one is in, or the choice between several.
import type { Me, Session } from '@cocrea/shared/api/session.ts';
import { useLocation } from 'wouter';
import { beginAs } from '../api/session.ts';
import { paths } from './paths.ts';
import { takeWish } from './wish.ts';

function landingOf(me: Me | null): string {
  const wish = takeWish();
  const labs = me?.memberships ?? [];
  if (wish !== null && labs.some(({ labId }) => wish.startsWith(paths.lab(labId)))) return wish;
  const [only] = labs;
  return labs.length === 1 && only ? paths.lab(only.labId) : paths.labs;
}

/** For whoever has just entered: they are who the server says, and go where they belong. */
export function useComingIn(): (session: Session) => void {
  const [, go] = useLocation();
  return (session) => {
    beginAs(session);
    go(landingOf(session.me));
  };
}
