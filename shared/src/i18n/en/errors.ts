// What went wrong, in English.
import type { Translation } from '../messages.ts';
import type { errors as spanish } from '../es/errors.ts';

export const errors: Translation<typeof spanish> = {} as Translation<typeof spanish>;
