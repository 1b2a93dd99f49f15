// Where one goes after coming in: the page one had asked for, the lab one is in, or the choice between several.
import type { Me } from '@cocrea/shared/api/session.ts';
import { paths } from './paths.ts';
import { takeWish } from './wish.ts';

export function landingOf(me: Me | null): string {
  const wish = takeWish();
  const labs = me?.memberships ?? [];
  if (wish !== null && labs.some(({ labId }) => wish.startsWith(paths.lab(labId)))) return wish;
  const [only] = labs;
  return labs.length === 1 && only ? paths.lab(only.labId) : paths.labs;
}
