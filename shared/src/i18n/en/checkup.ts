// What `pnpm cocrea doctor --lang en` says: what was found and what to do.
import type { CheckupWords } from '../es/checkup.ts';

const restore =
  'Stop the server, keep a copy of the folder as it is, and restore the last backup: pnpm cocrea restore <backup> --replace.';

export const checkup = {
  parts: {
    database: 'Database',
    migrations: 'Schema',
    texts: 'Texts, their history and their snapshots',
    chain: 'Chain of events',
    frozen: 'Frozen drafts and their fingerprints',
    disk: 'Room on the disk',
    backups: 'Backups',
  },
  well: 'well',
  verdicts: {
    well: 'All is well.',
    warning: 'Nothing is lost, but something needs looking at.',
    damage: 'There is damage. First copy the folder as it is, then do what each finding says.',
  },
  findings: {
    data_missing: ({ folder }) => ({
      what: `There is no data of Cocrea in ${folder}.`,
      todo: 'Name the data folder: pnpm cocrea doctor <folder>. If the data should be there, restore the last backup.',
    }),
    database_unreadable: ({ file, reason }) => ({ what: `${file} cannot be read (${reason}).`, todo: restore }),
    database_foreign: ({ file }) => ({
      what: `${file} is not a database of Cocrea.`,
      todo: 'Check the setting COCREA_DATA_DIR: it names the folder of another program.',
    }),
    database_pages: ({ reason }) => ({ what: `Pages of the database are damaged (${reason}).`, todo: restore }),
    reference_broken: ({ table, parent, rows }) => ({
      what: `In the table ${table}, ${rows} rows name something in ${parent} that does not exist.`,
      todo: `Another program changed the database. ${restore}`,
    }),
    migration_newer: ({ found, known }) => ({
      what: `The database belongs to a newer version of Cocrea (schema ${found}; this program knows up to ${known}).`,
      todo: 'Update the program. The data is well.',
    }),
    migration_differs: ({ no }) => ({
      what: `Step ${no} of the schema is not the one of this program.`,
      todo: 'Use the version of Cocrea that wrote this data, or a newer one.',
    }),
    migration_pending: ({ found, known }) => ({
      what: `The database belongs to an earlier version (schema ${found}; this program writes ${known}).`,
      todo: 'Take a backup with pnpm cocrea backup and start the server: the first start updates it.',
    }),
    text_missing: ({ document }) => ({ what: `The document ${document} has no text.`, todo: restore }),
    text_damaged: ({ document, seq }) => ({
      what: `The text ${document} cannot be read whole: row ${seq} is damaged or missing. The server does not open it.`,
      todo: restore,
    }),
    history_damaged: ({ document, seq }) => ({
      what: `The text ${document} opens, but its history is not whole: row ${seq} is damaged or missing.`,
      todo: 'Work can go on. The whole history is in the last backup before the damage: keep it, and check the disk.',
    }),
    snapshot_damaged: ({ document, seq }) => ({
      what: `A snapshot of the text ${document} (row ${seq}) is damaged. The text is read from its rows and lacks nothing.`,
      todo: 'The server will write another. Check the disk: this is the first sign that it fails.',
    }),
    snapshot_differs: ({ document, seq }) => ({
      what: `A snapshot of the text ${document} (row ${seq}) does not say what its rows say.`,
      todo: 'Do not start the server. Tell whoever maintains Cocrea, with a copy of the folder: the rows have the right text.',
    }),
    rows_orphaned: ({ count }) => ({
      what: `${count} rows belong to no text.`,
      todo: 'They do no harm. Tell whoever maintains Cocrea: somebody deleted a text outside of the program.',
    }),
    generation_missing: ({ document }) => ({
      what: `The text ${document} does not say of which generation it is, and devices might mix it with another.`,
      todo: 'Stop the server and run: pnpm cocrea restored.',
    }),
    chain_broken: ({ lab, seq }) => ({
      what: `The chain of events of ${lab} is broken at event ${seq}: somebody changed, removed or added it outside of the program.`,
      todo: 'Compare with pnpm cocrea audit verify on the last backup. Keep both folders: they show what was changed.',
    }),
    fingerprint_differs: ({ document, fingerprint }) => ({
      what: `The frozen draft ${document} does not give the fingerprint ${fingerprint} that was published.`,
      todo: `Compare with the published file (pnpm cocrea verify <file>). ${restore}`,
    }),
    frozen_text_differs: ({ document }) => ({
      what: `The text of the frozen draft ${document} is not the one that was frozen.`,
      todo: `What was published is still the frozen one. ${restore}`,
    }),
    frozen_unsealed: ({ document }) => ({
      what: `The text of the frozen draft ${document} is not sealed.`,
      todo: 'Tell whoever maintains Cocrea. Until then do not let people write in it.',
    }),
    disk_low: ({ folder, free }) => ({
      what: `${free} MB are left on the disk of ${folder}.`,
      todo: 'Make room: compaction and backups need it. On a full disk nothing is saved.',
    }),
    disk_full: ({ folder, free }) => ({
      what: `The disk of ${folder} is full (${free} MB).`,
      todo: 'Make room now. What people write waits on their devices and is saved by itself once there is room.',
    }),
    backup_none: ({ folder }) => ({
      what: `There is no whole backup in ${folder}, though the settings ask for them.`,
      todo: 'Look at the terminal of the server, or take one now: pnpm cocrea backup <folder>.',
    }),
    backup_old: ({ folder, hours }) => ({
      what: `The last backup in ${folder} is ${hours} hours old.`,
      todo: 'Check that the server is running and that there is room on that disk; or take one now: pnpm cocrea backup <folder>.',
    }),
  },
} satisfies CheckupWords;
