// Everything the screen and the errors say, in Spanish (es-GT): the original.
import { account } from './es/account.ts';
import { app } from './es/app.ts';
import { board } from './es/board.ts';
import { codes } from './es/codes.ts';
import { editor } from './es/editor.ts';
import { errors } from './es/errors.ts';
import { people } from './es/people.ts';
import { ui } from './es/ui.ts';

export const es = { account, app, board, codes, editor, errors, people, ui };
