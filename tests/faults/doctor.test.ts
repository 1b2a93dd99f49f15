// `pnpm cocrea doctor`: each kind of damage is found and named, a folder that is well gives no alarm, and nothing is changed by looking.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, test } from 'vitest';
import { findings, type CheckupFinding, type FindingKind } from '@cocrea/shared/domain/checkup.ts';
import { checkup as english } from '@cocrea/shared/i18n/en/checkup.ts';
import { checkup as spanish } from '@cocrea/shared/i18n/es/checkup.ts';
import { fingerprintOf } from '@cocrea/shared/document/canonical.ts';
import { diskFindings } from '@cocrea/server/src/cli/doctor/check-place.ts';
import { examine } from '@cocrea/server/src/cli/doctor/examine.ts';
import { foundDemonstration } from '@cocrea/server/src/labs/found-demonstration.ts';
import { compact } from '@cocrea/server/src/reading/compact.ts';
import { checksumOf } from '@cocrea/server/src/storage/row-format.ts';
import { writeBackup } from '@cocrea/server/src/storage/sqlite/backup/write-backup.ts';
import { openSqlite } from '@cocrea/server/src/storage/sqlite/open.ts';
import type { Storage } from '@cocrea/server/src/storage/storage.ts';
import * as Y from 'yjs';
import { repository, temporaryFolder } from '../support/server.ts';

const now = Date.UTC(2026, 10, 27);
/** What is looked at: a lab with a frozen draft, and texts in every state of their storage. */
let well: string;
beforeAll(async () => {
  well = temporaryFolder();
  const storage = await openSqlite({ file: join(well, 'cocrea.db') });
  await foundDemonstration({ records: storage.records, database: storage.database, now: Date.now }, { withCodes: false });
  await write(storage, 'plain', 5);
  await write(storage, 'compacted', 40);
  await storage.close();
});

/** So many rows; compacted and archived now and then where there are many. */
async function write({ documents }: Storage, documentId: string, rows: number): Promise<void> {
  const doc = new Y.Doc();
  let base: number | null = null;
  for (let seq = 1; seq <= rows; seq += 1) {
    const before = Y.encodeStateVector(doc);
    doc.getText('t').insert(0, `${seq} `);
    if (seq % 5 === 0) doc.getText('t').delete(2, 2);
    const update = Y.encodeStateAsUpdate(doc, before);
    const newClients = [{ clientId: doc.clientID, userId: 'ana' }];
    if (seq === 1) await documents.create({ documentId, generation: 'g', at: 1, firstUpdate: update, clients: newClients });
    else await documents.append([{ documentId, seq, at: seq, updates: [update], newClients }]);
    if (seq % 15 === 0) {
      await documents.writeSnapshot({ documentId, base, seq, at: seq, update: compact([Y.encodeStateAsUpdate(doc)]) });
      await documents.archive(documentId);
      base = seq;
    }
  }
}

async function examined(
  dataDir: string,
  backups: { backupDir: string | null; backupHours: number } = { backupDir: null, backupHours: 24 },
): Promise<CheckupFinding[]> {
  const found: CheckupFinding[] = [];
  // This machine's own disk is nobody's damage here.
  for await (const { part, findings: some } of examine({ dataDir, ...backups, now })) if (part !== 'disk') found.push(...some);
  return found;
}

function folderLike(damage: (database: DatabaseSync, folder: string) => void): string {
  const folder = join(temporaryFolder(), 'data');
  cpSync(well, folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'cocrea.db'), { enableForeignKeyConstraints: false });
  database.exec('PRAGMA journal_mode = DELETE');
  damage(database, folder);
  if (database.isOpen) database.close();
  return folder;
}
const sql = (text: string) => (database: DatabaseSync) => database.exec(text);
/** The first page of a table or index, or the first of the file. */
function overwrite(what: string | null): (database: DatabaseSync, folder: string) => void {
  return (database, folder) => {
    const page = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(what)?.['rootpage'] ?? 1;
    database.close();
    const content = readFileSync(join(folder, 'cocrea.db'));
    const at = (Number(page) - 1) * 4096;
    content.fill(0x58, at, at + 64);
    writeFileSync(join(folder, 'cocrea.db'), content);
  };
}
/** One bit of the data in the middle of a row, as a failing disk would leave it. */
function spoil(table: string, which: string): (database: DatabaseSync) => void {
  return (database) => {
    const row = database.prepare(`SELECT rowid AS place, data FROM ${table} WHERE ${which} LIMIT 1`).get();
    const data = row?.['data'] as Uint8Array;
    data[data.length >> 1] = (data[data.length >> 1] ?? 0) ^ 4;
    database.prepare(`UPDATE ${table} SET data = ? WHERE rowid = ?`).run(data, row?.['place'] ?? null);
  };
}
const unlocked = 'DROP TRIGGER frozen_never_changes; DROP TRIGGER events_never_change; DROP TRIGGER events_never_vanish;';

const damages: readonly (readonly [FindingKind, object, (database: DatabaseSync, folder: string) => void])[] = [
  ['database_unreadable', { file: expect.stringContaining('cocrea.db') as string }, overwrite(null)],
  ['database_pages', { reason: expect.stringMatching(/./) as string }, overwrite('join_codes')],
  [
    'reference_broken',
    { table: 'join_codes', parent: 'labs', rows: 1 },
    sql("INSERT INTO join_codes VALUES ('x', 'ZZZZZZ', 'no-lab', 'observer', NULL, 1, NULL)"),
  ],
  ['migration_newer', { found: 999 }, sql("INSERT INTO schema_migrations VALUES (999, 'the future', 'x', 1)")],
  ['migration_differs', { no: 2 }, sql("UPDATE schema_migrations SET checksum = 'other' WHERE no = 2")],
  ['migration_pending', {}, sql('DELETE FROM schema_migrations WHERE no = (SELECT max(no) FROM schema_migrations)')],
  [
    'text_missing',
    { document: 'compromiso-11.borrador-2' },
    sql(
      "DELETE FROM yjs_documents WHERE id = 'compromiso-11.borrador-2'; DELETE FROM yjs_updates WHERE document_id = 'compromiso-11.borrador-2'",
    ),
  ],
  ['text_damaged', { document: 'plain', seq: 3 }, spoil('yjs_updates', "document_id = 'plain' AND seq = 3")],
  [
    'text_damaged',
    { document: 'compacted', seq: 38 },
    sql("DELETE FROM yjs_updates WHERE document_id = 'compacted' AND seq = 38"),
  ],
  ['history_damaged', { document: 'compacted', seq: 1 }, spoil('yjs_history', "document_id = 'compacted'")],
  ['snapshot_damaged', { document: 'compacted', seq: 30 }, spoil('yjs_snapshots', "document_id = 'compacted' AND seq = 30")],
  [
    'snapshot_differs',
    { document: 'compacted', seq: 30 },
    (database) => {
      const other = new Y.Doc();
      other.getText('t').insert(0, 'other words');
      const data = Y.encodeStateAsUpdate(other);
      database
        .prepare("UPDATE yjs_snapshots SET data = ?, checksum = ? WHERE document_id = 'compacted' AND seq = 30")
        .run(data, checksumOf(data));
    },
  ],
  [
    'rows_orphaned',
    { count: 1 },
    sql("INSERT INTO yjs_updates (document_id, seq, at, data, checksum) VALUES ('nobody’s', 1, 1, x'00', 0)"),
  ],
  ['generation_missing', { document: 'plain' }, sql("UPDATE yjs_documents SET generation = '' WHERE id = 'plain'")],
  ['chain_broken', { lab: 'compromiso-11', seq: 5 }, sql(`${unlocked} UPDATE events SET subject_id = 'other' WHERE seq = 5`)],
  ['chain_broken', { lab: 'compromiso-11', seq: 8 }, sql(`${unlocked} DELETE FROM events WHERE seq = 7`)],
  [
    'fingerprint_differs',
    { document: 'compromiso-11.borrador-1' },
    sql(`${unlocked} UPDATE draft_versions SET canonical = replace(canonical, 'a', 'e') WHERE kind = 'frozen'`),
  ],
  [
    'frozen_text_differs',
    { document: 'compromiso-11.borrador-1' },
    (database) => {
      database.exec(unlocked);
      const row = database.prepare("SELECT canonical FROM draft_versions WHERE kind = 'frozen'").get();
      const canonical = String(row?.['canonical']).replace(/("text":"[^"]{10})/, '$1 y algo más ');
      database
        .prepare("UPDATE draft_versions SET canonical = ?, fingerprint = ? WHERE kind = 'frozen'")
        .run(canonical, fingerprintOf(canonical));
    },
  ],
  [
    'frozen_unsealed',
    { document: 'compromiso-11.borrador-1' },
    sql("UPDATE yjs_documents SET sealed = 0 WHERE id = 'compromiso-11.borrador-1'"),
  ],
];

describe('doctor finds', () => {
  test.each(damages)('%s %j', async (kind, details, damage) => {
    const found = await examined(folderLike(damage));
    expect(found).toContainEqual({ kind, details: expect.objectContaining(details) as object });
    // Damaged pages may lie under anything; every other damage is one finding and no false alarm beside it.
    if (kind !== 'database_pages') expect(found.map((one) => one.kind)).toEqual([kind]);
  });

  test('data_missing and database_foreign', async () => {
    const folder = temporaryFolder();
    expect(await examined(folder)).toEqual([{ kind: 'data_missing', details: { folder } }]);
    const other = new DatabaseSync(join(folder, 'cocrea.db'));
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    expect(await examined(folder)).toEqual([{ kind: 'database_foreign', details: { file: join(folder, 'cocrea.db') } }]);
  });

  test('disk_low and disk_full', () => {
    const free = (bytes: number, size = 1) => diskFindings('/data', { free: bytes, size }).map(({ kind }) => kind);
    expect([free(1e9), free(4e8), free(1e9, 2e9), free(4e7)]).toEqual([[], ['disk_low'], ['disk_low'], ['disk_full']]);
  });

  test('backup_none and backup_old', async () => {
    const backupDir = temporaryFolder();
    expect(await examined(well, { backupDir, backupHours: 6 })).toEqual([
      { kind: 'backup_none', details: { folder: backupDir } },
    ]);
    const taken = async (hoursAgo: number): Promise<void> => {
      rmSync(join(backupDir, 'cocrea-2026-11-26T00-00-00Z'), { recursive: true, force: true });
      const folder = join(backupDir, 'cocrea-2026-11-26T00-00-00Z');
      await writeBackup({ dataDir: well, folder, now: () => now - hoursAgo * 3_600_000 });
    };
    await taken(13);
    expect(await examined(well, { backupDir, backupHours: 6 })).toEqual([
      { kind: 'backup_old', details: { folder: backupDir, hours: 13 } },
    ]);
    await taken(11);
    expect(await examined(well, { backupDir, backupHours: 6 })).toEqual([]);
  });

  test('every kind of finding is looked for above, and has words in both languages', () => {
    const others = ['data_missing', 'database_foreign', 'disk_low', 'disk_full', 'backup_none', 'backup_old'];
    expect(new Set([...damages.map(([kind]) => kind), ...others])).toEqual(new Set(Object.keys(findings)));
    for (const kind of Object.keys(findings) as FindingKind[]) {
      for (const { what, todo } of [spanish.findings[kind]({}), english.findings[kind]({})]) {
        expect(what.length).toBeGreaterThan(15);
        expect(todo.length).toBeGreaterThan(15);
      }
    }
  });
});

describe('doctor gives no alarm', () => {
  const fingerprints = (folder: string): object =>
    Object.fromEntries(
      readdirSync(folder).map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
    );

  test('on a folder that is well, and changes nothing of it', async () => {
    const before = fingerprints(well);
    expect(await examined(well)).toEqual([]);
    expect(fingerprints(well)).toEqual(before);
  });

  test('while somebody writes and compacts, however often it looks', async () => {
    const dataDir = temporaryFolder();
    cpSync(well, dataDir, { recursive: true });
    const storage = await openSqlite({ file: join(dataDir, 'cocrea.db') });
    let writing = true;
    const written = (async () => {
      let no = 0;
      for (; writing; no += 1) await write(storage, `busy-${no}`, 40);
      return no;
    })();
    for (let times = 0; times < 5; times += 1) expect(await examined(dataDir)).toEqual([]);
    writing = false;
    expect(await written).toBeGreaterThan(0);
    // As a killed server leaves it: the newest is in the log beside the file.
    const killed = temporaryFolder();
    for (const end of ['', '-wal'])
      writeFileSync(join(killed, `cocrea.db${end}`), readFileSync(join(dataDir, `cocrea.db${end}`)));
    expect(await examined(killed)).toEqual([]);
    await storage.close();
  });
});

describe('the command', () => {
  const doctor = (...words: string[]): Promise<{ code: number; stdout: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, COCREA_DATA_DIR: well };
      execFile(process.execPath, [join(repository, 'server/src/cli/cocrea.ts'), 'doctor', ...words], { env }, (error, stdout) =>
        resolve({ code: Number(error?.code ?? 0), stdout }),
      );
    });

  test('ends with 0, 1 or 2, and says in either language what to do', async () => {
    const warned = folderLike(spoil('yjs_snapshots', "document_id = 'compacted' AND seq = 30"));
    const damaged = folderLike(spoil('yjs_updates', "document_id = 'plain' AND seq = 3"));
    const [fine, warning, damage] = [await doctor(), await doctor(warned), await doctor(damaged, '--lang', 'en')];
    expect([fine.code, warning.code, damage.code]).toEqual([0, 1, 2]);
    expect(fine.stdout).toContain('Todo está bien.');
    expect(warning.stdout).toContain('→ El servidor escribirá otro. Revise el disco');
    expect(damage.stdout).toContain('The text plain cannot be read whole: row 3');
    expect(damage.stdout).toContain('→ Stop the server');
  });
});
