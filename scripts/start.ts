// What `pnpm start` runs: pages built when they need to be, then the server in this same process, so that signals reach it directly.
import { ensureClientBuilt } from './client-build.ts';
import { endWithLauncher } from './end-with-launcher.ts';

const help = `Cocrea: la mesa de trabajo donde una estrategia se escribe entre todos.

  npx -y pnpm@12.21.0 start     instala lo que falte, prepara las páginas y abre el servidor

Los ajustes se leen del entorno: PORT, COCREA_HOST, COCREA_DATA_DIR y los demás de la tabla del README.
Para detenerlo: Ctrl-C.`;

if (process.argv.includes('--help') || process.argv.includes('-h')) {
  console.log(help);
} else {
  console.log(help.slice(0, help.indexOf('\n')));
  try {
    await ensureClientBuilt(() => console.log('Preparando las páginas (solo cuando cambian)…'));
  } catch (failure) {
    console.error('No se pudieron preparar las páginas. El servidor no se abrió.');
    console.error(failure instanceof Error ? failure.message : failure);
    process.exit(1);
  }
  await import('../server/src/main.ts');
  endWithLauncher();
}
