// Everything the screen and the errors say, in English.
import { app } from './en/app.ts';
import { editor } from './en/editor.ts';
import { errors } from './en/errors.ts';
import { ui } from './en/ui.ts';
import type { es } from './es.ts';
import type { Translation } from './messages.ts';

export const en: Translation<typeof es> = { app, editor, errors, ui };
