// A copy of a text to take away: as a page any word processor opens, or as plain words for the clipboard.
import { createSchema } from '@cocrea/shared/document/schema.ts';
import { DOMSerializer, Node } from '@tiptap/pm/model';
import type { CopyJson } from '../realtime/stranded-copies.ts';

function nodeOf(json: CopyJson): Node {
  return Node.fromJSON(createSchema(), json);
}

/** Plain words, a blank line between blocks, footnotes in brackets where they are called. */
export function plainText(json: CopyJson): string {
  return nodeOf(json).textBetween(0, nodeOf(json).content.size, '\n\n', (leaf) =>
    leaf.type.name === 'footnote' ? ` [${String(leaf.attrs['text'])}]` : leaf.type.name === 'hardBreak' ? '\n' : '',
  );
}

/** A whole HTML page. */
export function asPage(json: CopyJson, title: string): string {
  const node = nodeOf(json);
  const body = document.createElement('body');
  body.append(DOMSerializer.fromSchema(node.type.schema).serializeFragment(node.content));
  for (const note of body.querySelectorAll('sup[data-footnote]'))
    note.textContent = ` [${note.getAttribute('data-footnote') ?? ''}]`;
  const name = document.createElement('title');
  name.textContent = title;
  return `<!doctype html><html lang="es"><meta charset="utf-8">${name.outerHTML}${body.outerHTML}</html>`;
}

/** Offers the copy as a file to keep. */
export function downloadCopy(json: CopyJson, title: string): void {
  const address = URL.createObjectURL(new Blob([asPage(json, title)], { type: 'text/html;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${title.replace(/[\\/:*?"<>|]+/g, ' ').trim()}.html`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Puts words on the clipboard; false where the browser refuses. Over plain http there is no clipboard API, and the older way is tried. */
export async function copyWords(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = words;
    area.style.position = 'fixed';
    area.style.opacity = '0';
    document.body.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    return copied;
  }
}
