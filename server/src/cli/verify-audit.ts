// `cocrea audit verify`: recomputes the chain of every lab's events and names the first link that does not hold.
import { AppError } from '@cocrea/shared/errors.ts';
import { requireLab } from '../storage/require-lab.ts';
import { verifyChain, type BrokenLink } from '../storage/verify-chain.ts';
import { readOptions, type Command } from './command.ts';
import { inDataFolder } from './data-folder.ts';

const differences: Readonly<Record<BrokenLink['differs'], string>> = {
  seq: 'falta un evento o hay uno de más',
  previous_hash: 'no continúa al evento anterior',
  data: 'su contenido fue cambiado',
  hash: 'su contenido fue cambiado',
};

export const verifyAuditCommand: Command = {
  name: 'audit verify',
  help: `  audit verify [--lab <laboratorio>]
      Comprueba la cadena de eventos. Si alguien la cambió, nombra el primer eslabón roto y termina con código 1.`,
  run: async (config, words) => {
    const { lab } = readOptions(words, ['lab']);
    const verdict = await inDataFolder(config, async ({ ledger }) => {
      if (lab !== undefined) await requireLab(ledger, lab);
      return verifyChain(ledger, lab);
    });
    if (!verdict.holds) {
      const { labId, seq, differs, found, expected } = verdict.broken;
      console.log(`La cadena de ${labId} está rota en el evento ${seq}: ${differences[differs]}.`);
      console.log(`  se encontró  ${found}\n  se esperaba  ${expected}`);
      process.exitCode = 1;
      return;
    }
    for (const { labId, events, head } of verdict.labs)
      console.log(`${labId}: ${events} eventos, cadena íntegra. Huella final: ${head}`);
    if (verdict.labs.length === 0) throw new AppError('lab_not_found');
  },
};
