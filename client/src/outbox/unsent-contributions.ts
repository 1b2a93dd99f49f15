// How many contributions of a person wait on this device, in any lab: asked before they leave it.
import { deviceShelf } from './device-shelf.ts';
import { keptOf } from './kept-items.ts';

export function countUnsentContributions(personId: string): number {
  return keptOf(deviceShelf(), personId).filter(({ stop }) => stop?.why !== 'discarded').length;
}
