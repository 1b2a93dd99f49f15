// How a file leaves the server: under its name in any alphabet, and not again to whoever has it already.
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A file somebody keeps; its bytes are made only for those who do not have it yet. */
export interface FileAnswer {
  readonly name: string;
  readonly type: string;
  /** What its bytes follow from, where that never changes; null for a file of this moment. */
  readonly version: string | null;
  readonly bytes: () => Promise<Uint8Array>;
}

export async function sendFile(
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { name, type, version, bytes }: FileAnswer,
): Promise<unknown> {
  // Weak: another release of this program may write the same words in other bytes.
  const tag = version === null ? null : `W/"${version}"`;
  if (tag !== null) {
    // Asked every time, since who may read it can change; sent once.
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    const has = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim());
    if (has.includes(tag)) return reply.code(304).send();
  }
  const made = await bytes();
  if (tag === null) reply.header('cache-control', 'no-store');
  reply.header('content-disposition', attachment(name)).type(type);
  return reply.code(200).send(Buffer.from(made.buffer, made.byteOffset, made.byteLength));
}

/** RFC 6266: the name as it is for browsers of this century, and in plain letters for others. */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .-]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
