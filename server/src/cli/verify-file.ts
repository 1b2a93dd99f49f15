// `cocrea verify`: recomputes the fingerprint of a published Borrador from its file alone. Needs no data folder and no server.
import { readFile } from 'node:fs/promises';
import { readPublished, recomputed } from '@cocrea/shared/document/canonical.ts';
import { typedPath, UsageError, type Command } from './command.ts';

export const verifyFileCommand: Command = {
  name: 'verify',
  help: `  verify <archivo>
      Recalcula la huella de un borrador publicado (borrador-1.json). Si no es la que el archivo dice, termina con código 1.`,
  run: async (_config, words) => {
    const [path] = words;
    if (path === undefined || words.length > 1 || path.startsWith('-')) {
      throw new UsageError('Diga un archivo: pnpm cocrea verify borrador-1.json');
    }
    const published = readPublished(await contentsOf(path));
    if (published === null) throw new UsageError(`«${path}» no es un borrador publicado por Cocrea.`);
    const { draft, fingerprint, frozenAt } = published;
    const found = recomputed(published);
    if (found === fingerprint) {
      console.log(`${draft.title} de ${draft.lab}, congelado el ${frozenAt}: la huella se cumple.\n  ${fingerprint}`);
      return;
    }
    console.log(`${draft.title} de ${draft.lab}: la huella no se cumple. El texto no es el que se congeló.`);
    console.log(`  el archivo dice  ${fingerprint}\n  se calculó       ${found}`);
    process.exitCode = 1;
  },
};

async function contentsOf(path: string): Promise<string> {
  try {
    return await readFile(typedPath(path), 'utf8');
  } catch {
    throw new UsageError(`El archivo «${path}» no se pudo leer.`);
  }
}
