// What `/estilo` says, in English.
import type { style as original } from '../es/style.ts';
import type { Translation } from '../messages.ts';

export const style: Translation<typeof original> = {
  title: 'Style',
  lede: 'Every piece of the screen, in all its states.',
};
