// The words of app, in English.
import type { Translation } from '../messages.ts';
import type { app as spanish } from '../es/app.ts';

export const app: Translation<typeof spanish> = {};
