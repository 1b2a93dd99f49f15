// Everything the screen and the errors say, in English.
import { account } from './en/account.ts';
import { app } from './en/app.ts';
import { board } from './en/board.ts';
import { codes } from './en/codes.ts';
import { editor } from './en/editor.ts';
import { errors } from './en/errors.ts';
import { people } from './en/people.ts';
import { ui } from './en/ui.ts';
import type { es } from './es.ts';
import type { Translation } from './messages.ts';

export const en: Translation<typeof es> = { account, app, board, codes, editor, errors, people, ui };
