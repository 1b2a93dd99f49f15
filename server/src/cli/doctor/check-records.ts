// Whether the events of each lab are the ones that were written, and whether every frozen draft still is what was frozen.
import { bodyOf } from '@cocrea/shared/document/body.ts';
import { fingerprintOf, type CanonicalDraft } from '@cocrea/shared/document/canonical.ts';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import type { CheckupFinding } from '@cocrea/shared/domain/checkup.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import { documentOf } from '../../reading/compact.ts';
import { createQueryBuilder } from '../../storage/query-builder.ts';
import type { RecordStore } from '../../storage/record-store.ts';
import type { Connection, SQLInputValue } from '../../storage/sqlite/connection.ts';
import { documentOperations } from '../../storage/sqlite/document-operations.ts';
import { unpackStoredRows } from '../../storage/stored-rows.ts';
import { verifyChain } from '../../storage/verify-chain.ts';
import { unpackRows } from '../../storage/whole-document.ts';

export async function checkChain(connection: Connection): Promise<CheckupFinding[]> {
  const records: Pick<RecordStore, 'read'> = {
    read: async <Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) =>
      connection.statement(sql).all(...(parameters as readonly SQLInputValue[])) as Row[],
  };
  const database = createQueryBuilder('sqlite');
  const found: CheckupFinding[] = [];
  for (const { id } of connection.statement('SELECT id FROM labs UNION SELECT lab_id FROM events ORDER BY 1').all()) {
    const verdict = await verifyChain({ records, database }, String(id));
    if (!verdict.holds) found.push({ kind: 'chain_broken', details: { lab: verdict.broken.labId, seq: verdict.broken.seq } });
  }
  return found;
}

export function checkFrozen(connection: Connection): CheckupFinding[] {
  const versions = connection
    .statement(
      `SELECT document_id, draft_versions.seq, fingerprint, canonical, sealed FROM draft_versions
       LEFT JOIN yjs_documents ON yjs_documents.id = document_id WHERE kind = 'frozen' ORDER BY document_id, draft_versions.seq`,
    )
    .all();
  return versions.flatMap((row): CheckupFinding[] => {
    const [document, fingerprint, canonical] = [row['document_id'], row['fingerprint'], row['canonical']].map(String) as [
      string,
      string,
      string,
    ];
    if (fingerprintOf(canonical) !== fingerprint) return [{ kind: 'fingerprint_differs', details: { document, fingerprint } }];
    const found: CheckupFinding[] = [];
    if (row['sealed'] === 0) found.push({ kind: 'frozen_unsealed', details: { document } });
    const stands = bodyAt(connection, document, Number(row['seq']));
    const { body } = JSON.parse(canonical) as CanonicalDraft;
    // Words, not attributes: what a later version of the schema adds to a paragraph is no change of it.
    if (stands !== null && wordsOf(stands) !== wordsOf(body)) found.push({ kind: 'frozen_text_differs', details: { document } });
    return found;
  });
}

/** Null where its rows cannot be read, which is another finding. */
function bodyAt(connection: Connection, documentId: string, seq: number): DocumentJson | null {
  try {
    const rows = unpackStoredRows(documentOperations(connection).readHistory({ documentId, fromSeq: 1, toSeq: seq }));
    return bodyOf(documentOf(unpackRows(rows).flatMap(({ updates }) => updates)));
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function wordsOf(node: DocumentJson): string {
  const { text, content } = node as { text?: string; content?: readonly DocumentJson[] };
  return text ?? (content ?? []).map(wordsOf).join('\n');
}
