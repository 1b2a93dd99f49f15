// `cocrea token`: an access token for machines, printed alone so that a script can take it as it is.
import { Role, roles } from '@cocrea/shared/domain/role.ts';
import { makeAccessToken } from '../identity/access-token.ts';
import { readOptions, UsageError, type Command } from './command.ts';
import { inDataFolder } from './data-folder.ts';

export const tokenCommand: Command = {
  name: 'token',
  help: `  token --lab <laboratorio> --role <papel> [--name <nombre>]
      Imprime una clave de acceso para programas (Authorization: Bearer, o ?token= en /sync y /feed).
      Papeles: ${roles.join(', ')}.
      El mismo laboratorio, papel y nombre dan siempre la misma persona técnica.`,
  run: async (config, words) => {
    const { lab, role: typed, name } = readOptions(words, ['lab', 'role', 'name']);
    const role = Role.safeParse(typed);
    if (lab === undefined) throw new UsageError('Falta --lab, por ejemplo: --lab compromiso-11.');
    if (!role.success) throw new UsageError(`Falta --role, o no es uno de: ${roles.join(', ')}.`);
    const called = name ?? `Acceso técnico (${role.data})`;
    console.log(await inDataFolder(config, (folder) => makeAccessToken(folder, { labId: lab, role: role.data, name: called })));
  },
};
