// The words of editor, in English.
import type { Translation } from '../messages.ts';
import type { editor as spanish } from '../es/editor.ts';

export const editor: Translation<typeof spanish> = {};
