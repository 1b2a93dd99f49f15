// Passes over the content of one Yjs item (v1, yjs 13.6) and gives its length in clocks. Accepts only what every stock client
// can decode, keep and encode again: what would make one of them throw is malformed.
import { type ByteReader, Malformed } from './byte-reader.ts';
import { deepestJson, isShallowJson } from './json-depth.ts';

/** YArray, YMap, YText, YXmlElement, YXmlFragment, YXmlHook, YXmlText. */
const lastTypeRef = 6;
const namedTypeRefs: readonly number[] = [3, 5];
const subdocumentOptions: readonly string[] = ['gc', 'autoLoad', 'meta'];

/** `ref` is the low five bits of the info byte: 1 deleted … 9 subdocument. */
export function contentLength(reader: ByteReader, ref: number): number {
  switch (ref) {
    case 1:
      return reader.varUint();
    case 2: {
      const count = reader.varUint();
      for (let i = 0; i < count; i++) json(reader, { undefinedAllowed: true });
      return count;
    }
    case 3:
      reader.skip(reader.varUint());
      return 1;
    case 4:
      return reader.skipText();
    case 5:
      json(reader, { undefinedAllowed: false });
      return 1;
    case 6:
      reader.skipText();
      json(reader, { undefinedAllowed: false });
      return 1;
    case 7: {
      const type = reader.varUint();
      if (type > lastTypeRef) throw new Malformed('unknown type');
      if (namedTypeRefs.includes(type)) reader.skipText();
      return 1;
    }
    case 8: {
      const count = reader.varUint();
      for (let i = 0; i < count; i++) any(reader, deepestJson);
      return count;
    }
    case 9:
      subdocument(reader);
      return 1;
    default:
      throw new Malformed('unknown content');
  }
}

function json(reader: ByteReader, { undefinedAllowed }: { undefinedAllowed: boolean }): void {
  const text = reader.text();
  if (text === 'null' || text === 'true' || text === '{}' || (undefinedAllowed && text === 'undefined')) return;
  if (!isShallowJson(text)) throw new Malformed('nested too deeply');
  try {
    JSON.parse(text);
  } catch {
    throw new Malformed('not JSON');
  }
}

function any(reader: ByteReader, depth: number): void {
  if (depth === 0) throw new Malformed('nested too deeply');
  const tag = reader.byte();
  switch (tag) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      return reader.skipVarInt();
    case 124:
      return reader.skip(4);
    case 123: // float64
    case 122: // bigint
      return reader.skip(8);
    case 119:
      reader.skipText();
      return;
    case 118:
      for (let left = reader.varUint(); left > 0; left--) {
        reader.skipText();
        any(reader, depth - 1);
      }
      return;
    case 117:
      for (let left = reader.varUint(); left > 0; left--) any(reader, depth - 1);
      return;
    case 116:
      return reader.skip(reader.varUint());
    default:
      throw new Malformed('unknown value');
  }
}

/** The options are spread into `new Y.Doc(…)`: anything but those that Yjs writes could make it throw. */
function subdocument(reader: ByteReader): void {
  reader.skipText();
  if (reader.byte() !== 118) throw new Malformed('subdocument without options');
  for (let left = reader.varUint(); left > 0; left--) {
    if (!subdocumentOptions.includes(reader.text())) throw new Malformed('unknown subdocument option');
    any(reader, deepestJson);
  }
}
