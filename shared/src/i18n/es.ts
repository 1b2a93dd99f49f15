// Everything the screen and the errors say, in Spanish (es-GT): the original.
import { app } from './es/app.ts';
import { editor } from './es/editor.ts';
import { errors } from './es/errors.ts';
import { ui } from './es/ui.ts';

export const es = { app, editor, errors, ui };
