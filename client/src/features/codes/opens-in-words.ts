// What a code opens, in words: the whole lab, or one of its sub-tables.
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import type { Words } from './words.ts';

export function opensInWords(
  { subTableId }: Pick<JoinCode, 'subTableId'>,
  { subTables, words }: { readonly subTables: readonly SubTable[]; readonly words: Words },
): string {
  const { codes: say } = words;
  const subTable = subTables.find(({ id }) => id === subTableId);
  return subTable ? say.subTable(String(subTable.no), subTable.theme) : say.wholeLab;
}
