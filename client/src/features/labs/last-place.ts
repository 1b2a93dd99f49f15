// Which document somebody had open last in a lab, on this device: where "go on where you were" goes.
import { recall, remember } from '../../ui/memory.ts';

interface Visitor {
  readonly personId: string;
  readonly lab: string;
}

function nameOf({ personId, lab }: Visitor): string {
  return `place.${personId}.${lab}`;
}

export function rememberPlace({ documentId, ...visitor }: Visitor & { readonly documentId: string }): void {
  remember(nameOf(visitor), documentId);
}

export function lastPlace(visitor: Visitor): string | null {
  return recall(nameOf(visitor));
}
