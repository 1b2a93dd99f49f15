// What a person would see of a Yjs document, written down without knowing its editor: text, formats, elements and attributes of every
// root. Two documents that are written down alike read alike, however their history lies in memory.
import * as Y from 'yjs';

type SharedType = Y.Doc['share'] extends Map<string, infer Type> ? Type : never;

/** Root name → its content written down; roots with nothing to see are left out (a collected root forgets even its name). */
export function visibleContent(doc: Y.Doc): Map<string, string> {
  const content = new Map<string, string>();
  for (const [name, root] of doc.share) {
    const parts: string[] = [];
    writeType(root, parts);
    if (parts.length > 0) content.set(name, parts.join(''));
  }
  return content;
}

/** Runs of text stand as they are; everything else stands between control characters, which keeps the writing unambiguous. */
function writeType(type: SharedType, parts: string[]): void {
  const entries = [...type._map].filter(([, item]) => !item.deleted).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, item] of entries) {
    parts.push(`\u0001${JSON.stringify(key)}:`);
    writeContent(item.content, parts);
    parts.push('\u0002');
  }
  for (let item = type._start; item !== null; item = item.right) {
    if (!item.deleted) writeContent(item.content, parts);
  }
}

function writeContent(content: Y.Item['content'], parts: string[]): void {
  if (content instanceof Y.ContentString) {
    parts.push(content.str);
  } else if (content instanceof Y.ContentType) {
    const { type } = content;
    parts.push(`\u0003${type instanceof Y.XmlElement ? type.nodeName : type.constructor.name}`);
    writeType(type, parts);
    parts.push('\u0004');
  } else if (content instanceof Y.ContentFormat) {
    parts.push(`\u0005${JSON.stringify([content.key, content.value])}\u0006`);
  } else if (content instanceof Y.ContentBinary) {
    parts.push(`\u0005${Buffer.from(content.content).toString('base64')}\u0006`);
  } else {
    parts.push(...content.getContent().map((value) => `\u0005${JSON.stringify(value)}\u0006`));
  }
}
