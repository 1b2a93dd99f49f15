// Starts the server: reads the settings, joins the parts, listens, tells where it can be opened, and ends well when asked to.
import closeWithGrace from 'close-with-grace';
import { AppError } from '@cocrea/shared/errors.ts';
import { createApp, type App } from './app.ts';
import { readConfig, SettingError, type Config } from './config.ts';
import { problemOf } from './http/problem.ts';
import type { Listening } from './listening.ts';
import { placeOfRedis } from './open-nodes.ts';
import { placeOf } from './open-store.ts';

/** Milliseconds to end in; what is not done by then is not going to be. */
const patience = 9_500;

try {
  const config = readConfig(process.env);
  const app = await createApp(config, { tell: (sentence) => console.log(sentence) });
  let listening: Listening;
  try {
    listening = await app.listen();
  } catch (error) {
    await app.close();
    throw error;
  }
  closeWithGrace({ delay: patience, logger: false }, async ({ err }) => {
    if (err) console.error(err);
    console.log('\nDeteniendo: se escribe lo que falta y se despide a quienes están conectados…');
    await app.close();
    console.log('Cocrea se detuvo. Todo quedó guardado.');
  });
  // Only now: whoever reads that it is open may ask it to stop at once.
  announce({ config, app, listening });
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}

function announce({ config, app, listening }: { config: Config; app: App; listening: Listening }): void {
  const { here, elsewhere } = listening;
  const lines = [
    '',
    'Cocrea está abierto.',
    '',
    `  En esta máquina     ${here}`,
    ...elsewhere.map((address, index) => `  ${index === 0 ? 'Para los demás  ' : '                '}    ${address}`),
    `  Los datos están en  ${placeOf(config)}`,
    ...(config.redisUrl === null ? [] : [`  Junto a otros       por ${placeOfRedis(config.redisUrl)}`]),
    ...(config.backupDir === null
      ? []
      : [`  Copias en           ${config.backupDir}, cada ${config.backupHours} h; se guardan ${config.backupKeep}`]),
    '  Para detenerlo      Ctrl-C',
    '',
  ];
  if (config.demo) lines.push('La entrada de demostración está encendida, solo para esta máquina (COCREA_DEMO=0 la apaga).', '');
  if (app.setupSecret !== null) {
    lines.push('Todavía no hay quien administre. Abra este enlace una sola vez para crear su cuenta:', '');
    lines.push(`  ${here}/preparar/${app.setupSecret}`, '', 'También sirve: pnpm cocrea admin create', '');
  }
  console.log(lines.join('\n'));
}

/** Why it did not start and what to do, for whoever runs it; a defect is shown as it is. */
function sentenceOf(error: unknown): string {
  if (error instanceof SettingError) return error.message;
  if (error instanceof AppError) {
    const { message } = problemOf(error, 'es').error;
    return /COCREA_DATA(?:_DIR|BASE_URL)/.test(message)
      ? message
      : `${message} (La carpeta de datos es la del ajuste COCREA_DATA_DIR.)`;
  }
  if (!(error instanceof Error) || !('code' in error)) return error instanceof Error ? String(error.stack) : String(error);
  const port = 'port' in error ? String(error.port) : '';
  switch (error.code) {
    case 'EADDRINUSE':
      return `El puerto ${port} ya está en uso por otro programa. Ciérrelo, o elija otro puerto con el ajuste PORT: PORT=${Number(port) + 1}.`;
    case 'EACCES':
      return `Este usuario no puede abrir el puerto ${port}. Elija uno mayor que 1023 con el ajuste PORT.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'Esta máquina no tiene la dirección del ajuste COCREA_HOST. Déjelo vacío para escuchar en todas.';
    default:
      return error.code?.toString().startsWith('ERR_OSSL')
        ? `El certificado o su clave no sirven (${error.message}). Revise los ajustes COCREA_TLS_CERT y COCREA_TLS_KEY.`
        : String(error.stack);
  }
}
