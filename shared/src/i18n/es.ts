// What every page says, in Spanish (es-GT): the original. What a room says besides comes with the room (es/editor.ts …).
import { app } from './es/app.ts';
import { ui } from './es/ui.ts';

export const es = { app, ui };
