// `cocrea admin create`: the administrator's account, asked for on the terminal or read from a script.
import { newId } from '@cocrea/shared/domain/ids.ts';
import { passwordMinimum } from '@cocrea/shared/domain/person.ts';
import { createAdmin } from '../identity/create-admin.ts';
import { createPasswords } from '../identity/password.ts';
import { ask, askHidden, firstLine } from './ask.ts';
import { readOptions, UsageError, type Command } from './command.ts';
import { inDataFolder } from './data-folder.ts';

export const createAdminCommand: Command = {
  name: 'admin create',
  help: `  admin create [--name <nombre>]
      Crea una cuenta que administra todos los laboratorios. Pide el nombre y la contraseña (${passwordMinimum} caracteres o más);
      sin terminal, la contraseña es la primera línea de la entrada.`,
  run: async (config, words) => {
    const options = readOptions(words, ['name']);
    const terminal = process.stdin.isTTY;
    if (options.name === undefined && !terminal) throw new UsageError('Falta --name: sin terminal no se puede preguntar.');
    const asked = options.name ?? (await ask('Nombre: '));
    const password = terminal ? await askHidden('Contraseña: ') : await firstLine(process.stdin);
    if (terminal && (await askHidden('Otra vez: ')) !== password) throw new UsageError('Las dos contraseñas no son iguales.');
    const passwords = createPasswords({ atOnce: 1 });
    const { foundDemonstration } = await import('../labs/found-demonstration.ts');
    const { name } = await inDataFolder(config, async ({ ledger }) => {
      // Before the first start there is no lab yet to administer.
      await foundDemonstration(ledger, { withCodes: config.demo });
      return createAdmin({ ledger, passwords }, { id: newId(), name: asked, password });
    });
    console.log(`Se creó la cuenta de «${name}». Ya puede entrar con su nombre y su contraseña.`);
  },
};
