// Every failure we can name, in one table: what a machine reads (code, HTTP status, close code of a socket).
// The words a person reads are in i18n/*/errors.ts, which do not compile while one is missing.

/**
 * `status` is the HTTP status. `close` is the WebSocket close code, where the failure can end a socket:
 * 44xx tells a client not to try again, 45xx to try again later.
 */
export const failures = {
  invalid_json: { status: 400 },
  invalid_field: { status: 400 },
  missing_field: { status: 400 },
  unsupported_media_type: { status: 415 },
  request_malformed: { status: 400 },
  request_timeout: { status: 408 },
  headers_too_large: { status: 431 },
  unauthenticated: { status: 401, close: 4401 },
  session_expired: { status: 401, close: 4401 },
  wrong_credentials: { status: 401 },
  forbidden: { status: 403, close: 4403 },
  removed_from_lab: { status: 403, close: 4410 },
  origin_refused: { status: 403 },
  demo_off: { status: 404 },
  demo_loopback_only: { status: 403 },
  not_found: { status: 404, close: 4404 },
  lab_not_found: { status: 404 },
  document_not_found: { status: 404, close: 4404 },
  document_not_open: { status: 403, close: 4403 },
  person_not_found: { status: 404 },
  sub_table_not_found: { status: 404 },
  table_not_open: { status: 409 },
  table_already_open: { status: 409 },
  table_closed: { status: 409 },
  table_full: { status: 409 },
  phase_taken: { status: 409 },
  contribution_not_found: { status: 404 },
  contribution_settled: { status: 409 },
  cluster_not_found: { status: 404 },
  contribution_late: { status: 409 },
  questions_differ: { status: 409 },
  grouping_while_dots: { status: 409 },
  plenary_full: { status: 409 },
  dots_not_open: { status: 409 },
  dots_over_quota: { status: 400 },
  ballot_final: { status: 409 },
  ballot_not_found: { status: 404 },
  other_person: { status: 409 },
  code_unknown: { status: 404 },
  code_closed: { status: 410 },
  setup_link_used: { status: 410 },
  alias_taken: { status: 409 },
  name_taken: { status: 409 },
  id_taken: { status: 409 },
  access_changed: { status: 409 },
  stale: { status: 409 },
  last_facilitator: { status: 409 },
  consent_required: { status: 400 },
  password_too_short: { status: 400 },
  text_too_long: { status: 400 },
  body_too_large: { status: 413 },
  rate_limited: { status: 429 },
  too_many_connections_address: { status: 429, close: 4529 },
  too_many_connections_person: { status: 429, close: 4530 },
  frame_too_large: { status: 413, close: 4413 },
  frame_malformed: { status: 400, close: 4400 },
  update_malformed: { status: 400, close: 4422 },
  update_gap: { status: 409 },
  update_too_far_ahead: { status: 400, close: 4422 },
  update_too_many_structs: { status: 413, close: 4422 },
  update_foreign_author: { status: 403, close: 4423 },
  update_read_only: { status: 403 },
  presence_too_large: { status: 413 },
  generation_changed: { status: 409, close: 4409 },
  too_slow: { status: 503, close: 4508 },
  restarting: { status: 503, close: 4500 },
  store_unavailable: { status: 503, close: 4503 },
  disk_full: { status: 503, close: 4503 },
  document_damaged: { status: 503, close: 4510 },
  proposal_not_found: { status: 404 },
  proposal_not_written: { status: 409 },
  proposal_step_refused: { status: 409 },
  proposal_became_others: { status: 409 },
  gate_not_fulfilled: { status: 409 },
  endorsement_closed: { status: 409 },
  endorsement_kept: { status: 409 },
  lineage_not_found: { status: 404 },
  lineage_advanced: { status: 409 },
  draft_step_refused: { status: 409 },
  freeze_blocked: { status: 409 },
  next_draft_missing: { status: 409 },
  document_frozen: { status: 409, close: 4403 },
  version_not_found: { status: 404 },
  observation_not_found: { status: 404 },
  observation_settled: { status: 409 },
  consultation_not_open: { status: 409 },
  block_not_found: { status: 409 },
  destination_required: { status: 400 },
  response_required: { status: 400 },
  duplicate_of_itself: { status: 400 },
  duplicate_of_duplicate: { status: 409 },
  duplicate_elsewhere: { status: 400 },
  duplicate_has_duplicates: { status: 409 },
  observation_unanswered: { status: 409 },
  csv_columns: { status: 400 },
  csv_encoding: { status: 400 },
  csv_too_long: { status: 413 },
  csv_rows_refused: { status: 400 },
  folio_not_found: { status: 404 },
  not_published: { status: 404 },
  origin_not_found: { status: 404 },
  source_not_found: { status: 404 },
  source_settled: { status: 409 },
  late_writing_not_found: { status: 404 },
  suggestion_gone: { status: 409 },
  suggestions_together: { status: 409 },
  text_too_large_to_read: { status: 413 },
  export_format_unknown: { status: 404 },
  export_too_large: { status: 413 },
  export_busy: { status: 503 },
  export_unfinished: { status: 503 },
  export_unavailable: { status: 503 },
  comments_closed: { status: 409 },
  thread_not_found: { status: 404 },
  comment_not_found: { status: 404 },
  comment_removed: { status: 409 },
  // Details: limit.
  comment_threads_full: { status: 409 },
  comment_replies_full: { status: 409 },
  quote_gone: { status: 409 },
  mention_unknown: { status: 400 },
  // What stops a start: the database cannot be used. Details: file (or the address of the database), and reason or the two schema numbers.
  database_too_new: { status: 503, close: 4503 },
  database_damaged: { status: 503, close: 4503 },
  database_foreign: { status: 503, close: 4503 },
  database_unreachable: { status: 503, close: 4503 },
  folder_in_use: { status: 503 },
  database_in_use: { status: 503 },
  // What keeps a backup from being taken, or from being put back.
  data_in_database: { status: 409 },
  data_folder_empty: { status: 404 },
  backup_inside_data: { status: 409 },
  backup_folder_not_empty: { status: 409 },
  backup_no_room: { status: 503 },
  backup_not_whole: { status: 409 },
  backup_damaged: { status: 409 },
  folder_not_empty: { status: 409 },
  folder_not_movable: { status: 409 },
  internal: { status: 500, close: 4501 },
} as const satisfies Record<string, { status: number; close?: number }>;

export type ErrorCode = keyof typeof failures;

/** Values a sentence can name: `{ limit: 80, field: 'alias' }`. Never personal data, never a stack. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** An expected failure: something a person did or met, to be told in words. Anything else that is thrown is a defect. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return failures[this.code].status;
  }
}

/** The close code a socket ends with for this failure; 4501 (try later) where the table gives none. */
export function closeCodeOf(code: ErrorCode): number {
  const failure: { status: number; close?: number } = failures[code];
  return failure.close ?? failures.internal.close;
}

/** Which failure a close code stands for; undefined for codes that are not ours. Shared codes give the first of the table. */
export function failureOfCloseCode(close: number): ErrorCode | undefined {
  for (const code of Object.keys(failures) as ErrorCode[]) {
    if ('close' in failures[code] && closeCodeOf(code) === close) return code;
  }
  return undefined;
}
