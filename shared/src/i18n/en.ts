// What every page says, in English.
import { app } from './en/app.ts';
import { ui } from './en/ui.ts';
import type { es } from './es.ts';
import type { Translation } from './messages.ts';

export const en: Translation<typeof es> = { app, ui };
