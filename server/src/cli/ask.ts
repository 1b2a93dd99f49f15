// Asks a person at a terminal, in the open or without showing what they type; reads a line from a script.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

export async function ask(question: string): Promise<string> {
  const line = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await line.question(question);
  } finally {
    line.close();
  }
}

/** The terminal shows nothing of what is typed; the line is edited as any other. */
export async function askHidden(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  process.stdout.write(question);
  try {
    return await line.question('');
  } finally {
    line.close();
    process.stdout.write('\n');
  }
}

export async function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input })) return line;
  return '';
}
