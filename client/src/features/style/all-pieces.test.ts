// Nobody adds a piece to `ui/` without showing it: whoever exports a component there stands on `/estilo` under their own name.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The components of a folder: the text of each file by its name. */
function tsxIn(folder: string): readonly (readonly [file: string, text: string])[] {
  const at = new URL(folder, import.meta.url);
  return readdirSync(at)
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => [file, readFileSync(new URL(file, at), 'utf8')]);
}

const page = tsxIn('./')
  .map(([, text]) => text)
  .join('\n');
/** What a file exports by default is the later half of a piece that is shown under its own name (Toaster of Toasts). */
const components = tsxIn('../../ui/').flatMap(([file, text]) =>
  [...text.matchAll(/^export function ([A-Z]\w*)/gm)].map(([, name]) => ({ file, name })),
);

describe('/estilo', () => {
  it('finds the pieces of ui/', () => {
    expect(components.length).toBeGreaterThan(20);
  });

  it.each(components)('shows $name of $file', ({ file, name }) => {
    const imported = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '\\.\\./\\.\\./ui/${file.replace('.', '\\.')}'`);
    expect(page, `no section of features/style imports ${name}`).toMatch(imported);
    expect(page, `no section of features/style shows <${name}>`).toMatch(new RegExp(`<${name}[\\s/>]`));
  });
});
