// The words of ui, in English.
import type { Translation } from '../messages.ts';
import type { ui as spanish } from '../es/ui.ts';

export const ui: Translation<typeof spanish> = {};
