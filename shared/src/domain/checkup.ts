// What an examination of a data folder may find. Each kind has its words, with what to do about it, in i18n/*/checkup.ts.

/**
 * `warning`: nothing is lost, and somebody should look. `damage`: something that was stored is not there, or not as it was written.
 */
export const findings = {
  data_missing: 'damage',
  database_unreadable: 'damage',
  database_foreign: 'damage',
  database_pages: 'damage',
  reference_broken: 'damage',
  migration_newer: 'damage',
  migration_differs: 'damage',
  migration_pending: 'warning',
  text_missing: 'damage',
  text_damaged: 'damage',
  history_damaged: 'damage',
  snapshot_damaged: 'warning',
  snapshot_differs: 'damage',
  rows_orphaned: 'warning',
  generation_missing: 'damage',
  chain_broken: 'damage',
  fingerprint_differs: 'damage',
  frozen_text_differs: 'damage',
  frozen_unsealed: 'warning',
  disk_low: 'warning',
  disk_full: 'damage',
  backup_none: 'warning',
  backup_old: 'warning',
} as const satisfies Record<string, 'warning' | 'damage'>;

export type FindingKind = keyof typeof findings;

export interface CheckupFinding {
  readonly kind: FindingKind;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What is examined, in this order. */
export const checkupParts = ['database', 'migrations', 'texts', 'chain', 'frozen', 'disk', 'backups'] as const;
export type CheckupPart = (typeof checkupParts)[number];
