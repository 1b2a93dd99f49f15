// The form in which a frozen Borrador is published and its fingerprint is taken of: the same words always give the same bytes. Written down for
// others in docs/fingerprint.md; whoever has the file can recompute the fingerprint without this program.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { DocumentJson } from './seed.ts';

export const canonicalFormat = 'cocrea.draft.v1';

/** What of a frozen draft its fingerprint stands for. */
export interface CanonicalDraft {
  readonly format: typeof canonicalFormat;
  /** Id of the lab. */
  readonly lab: string;
  readonly draftNo: number;
  readonly title: string;
  /** ProseMirror's JSON, every block with its id. */
  readonly body: DocumentJson;
}

/** The published file: the draft, and beside it what is known of it. */
export interface PublishedDraft {
  readonly draft: CanonicalDraft;
  readonly fingerprint: string;
  /** ISO 8601, UTC. */
  readonly frozenAt: string;
}

/** JSON with the keys of every object in order of their UTF-16 units, without white space; strings as they are, not normalised. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value as Record<string, unknown>)
      .filter(([, one]) => one !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** The canonical form of a draft. */
export function canonicalDraft(draft: Omit<CanonicalDraft, 'format'>): string {
  const { lab, draftNo, title, body } = draft;
  return canonicalJson({ format: canonicalFormat, lab, draftNo, title, body });
}

/** SHA-256 of a text's UTF-8 bytes, in hex. Plain code: a page on a local network has no `crypto.subtle`. */
export function fingerprintOf(canonical: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(canonical)));
}

/** The words of the file that is published. */
export function publishedFile(draft: CanonicalDraft, { frozenAt }: { frozenAt: number }): string {
  const canonical = canonicalJson(draft);
  const fingerprint = fingerprintOf(canonical);
  return `{"fingerprint":${JSON.stringify(fingerprint)},"frozenAt":${JSON.stringify(new Date(frozenAt).toISOString())},"draft":${canonical}}\n`;
}

/** Reads a published file; null for anything else. */
export function readPublished(file: string): PublishedDraft | null {
  let read: unknown;
  try {
    read = JSON.parse(file);
  } catch {
    return null;
  }
  const { draft, fingerprint, frozenAt } = (read ?? {}) as Partial<Record<keyof PublishedDraft, unknown>>;
  const isDraft = typeof draft === 'object' && draft !== null && (draft as { format?: unknown }).format === canonicalFormat;
  if (!isDraft || typeof fingerprint !== 'string' || typeof frozenAt !== 'string') return null;
  return { draft: draft as CanonicalDraft, fingerprint, frozenAt };
}

/** The fingerprint of what stands in a published file, recomputed: the file is as it was frozen when it is the one it says. */
export function recomputed({ draft }: PublishedDraft): string {
  return fingerprintOf(canonicalJson(draft));
}
