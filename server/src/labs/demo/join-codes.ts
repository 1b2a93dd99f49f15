// The codes that open the demonstration: one for whoever takes part, one for each sub-table. They stand in this public file, so they
// belong to a demonstration only; any other lab gets its codes from chance.
import type { FoundingJoinCode } from '../lab-founding.ts';
import { demoSubTableId } from './sub-tables.ts';

function codeId(no: number): string {
  return `c0c0ea11-0000-4000-9000-${String(no).padStart(12, '0')}`;
}

/** In the order of the sub-tables. */
const subTableCodes = ['FRMA47', 'RED7MX', 'PAGE6T', 'CRTA94', 'DAT3GX'];

export const demoJoinCodes: readonly FoundingJoinCode[] = [
  { id: codeId(0), code: 'GENTE9', role: 'participant', subTableId: null },
  ...subTableCodes.map((code, index) => ({
    id: codeId(index + 1),
    code,
    role: 'participant' as const,
    subTableId: demoSubTableId(index + 1),
  })),
];
