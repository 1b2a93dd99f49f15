// Every contract of the API by its name, read from the folder itself: none that is added later can be left out of a test by forgetting it.
import { readdir } from 'node:fs/promises';
import type { Contract } from '@cocrea/shared/api/contract.ts';

const folder = new URL('../../shared/src/api/', import.meta.url);

export async function everyContract(): Promise<Readonly<Record<string, Contract>>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const modules = await Promise.all(files.map((file) => import(new URL(file, folder).href) as Promise<object>));
  const exported = modules.flatMap((module): [string, unknown][] => Object.entries(module));
  return Object.fromEntries(exported.filter((entry): entry is [string, Contract] => isContract(entry[1])));
}

function isContract(value: unknown): value is Contract {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
}
