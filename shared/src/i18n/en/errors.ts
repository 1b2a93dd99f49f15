// What went wrong, in English.
import type { ErrorCode, ErrorDetails } from '../../errors.ts';
import { gateRefused } from './gate-words.ts';

const most = ({ limit }: ErrorDetails): string => (limit === undefined ? '' : ` (at most ${limit})`);
const field = ({ field }: ErrorDetails): string => (field === undefined ? 'A field' : `The field “${field}”`);
const wait = ({ seconds }: ErrorDetails): string =>
  seconds === undefined ? 'Wait a moment and try again.' : `Try again in ${seconds} s.`;

/** What cannot be used is a database at an address, or a file in a folder. */
const isAddress = (file: ErrorDetails[string] | undefined): boolean => String(file).startsWith('postgres');
const place = (details: ErrorDetails): string =>
  isAddress(details.file) ? 'database in COCREA_DATABASE_URL' : 'folder in COCREA_DATA_DIR';

export const errors = {
  invalid_json: () => 'What was sent could not be read as JSON. Reload the page and try again.',
  invalid_field: (details) => `${field(details)} does not have the expected form. Check it and send it again.`,
  missing_field: (details) =>
    details.field === undefined
      ? 'Something is missing. Fill it in and send it again.'
      : `The field “${details.field}” is missing. Fill it in and send it again.`,
  unsupported_media_type: () => 'This server takes JSON only. Send the request as application/json.',
  request_malformed: () => 'What arrived is no HTTP request that can be read. Check the program that sent it.',
  request_timeout: () => 'The request took too long to arrive whole. Check the connection and send it again.',
  headers_too_large: () => 'The address or the headers of the request are too long. Shorten them and send it again.',
  unauthenticated: () => 'You have to come in first: with your six-character code, or with your name and password.',
  session_expired: () => 'Your session has ended. Come in again; what you wrote is still on this device.',
  wrong_credentials: () => 'Name and password do not match. Check them and try again.',
  forbidden: () => 'Your role in this lab does not allow this. If you need it, ask the facilitator.',
  removed_from_lab: () =>
    'You are no longer part of this lab. What you wrote is kept; if this is a mistake, talk to the facilitator.',
  origin_refused: () =>
    'The request came from another page and was refused. Open Cocrea at its own address and repeat what you were doing.',
  demo_off: () => 'Demonstration entry is switched off on this server. Come in with a code or with your account.',
  demo_loopback_only: () =>
    'Demonstration entry only works on the computer the server runs on. From another device, come in with a code.',
  not_found: () => 'There is nothing at this address. Check it, or go back to the start.',
  lab_not_found: () => 'There is no such lab. Check the address, or go back to the start.',
  document_not_found: () => 'There is no such document. Go back to the list of documents.',
  document_not_open: () => 'This document is not open yet. The page of the lab says when it will be.',
  person_not_found: () => 'That person is not in this lab. Reload the list.',
  sub_table_not_found: () => 'There is no such sub-table in this lab. Reload the page and choose another.',
  table_not_open: () => 'This table is not open yet. Your contribution is kept here and sent when it opens.',
  table_already_open: () => 'Somebody else has opened this table. Reload the page to see it.',
  table_closed: () => 'This table has closed. What is written now is kept among the late contributions.',
  table_full: ({ limit }) =>
    `This table is full${limit === undefined ? '' : `: it has ${limit === 1 ? 'one seat' : `${limit} seats`}`}. Ask the facilitator for one more seat, or for the code of another table.`,
  phase_taken: () => 'Somebody else has moved this table to another phase. The screen shows which one; move it again if need be.',
  contribution_not_found: () => 'There is no such contribution at this table. Reload the list.',
  contribution_settled: () => 'The table has validated or withdrawn this contribution, and it can no longer be changed.',
  other_person: () =>
    'Somebody else signed in on this device after you wrote this. Your words are kept here and are only sent in your name: sign in again.',
  access_changed: ({ role }) =>
    `That technical access was given another role in the lab (${role}). Give it back in the list of people, or ask for an access with another name (--name).`,
  cluster_not_found: () => 'That set of contributions is no longer on the board. The screen shows the latest.',
  contribution_late: () => 'This contribution came late and stands apart. Take it into the board first.',
  questions_differ: () => 'Only contributions to the same question are grouped. Choose those of one column.',
  grouping_while_dots: () =>
    'While dots are being given nothing is grouped or ungrouped, so that nobody loses theirs. Do it when the vote is over.',
  plenary_full: ({ limit }) =>
    `This table has already chosen ${limit ?? 'all its'} contributions for the plenary. Take the mark off one to put it here.`,
  dots_not_open: () => 'No dots are given at this table now. The facilitator opens the vote.',
  dots_over_quota: ({ limit }) =>
    `Those are more dots than there are${limit === undefined ? '' : `: ${limit}`}. Take some back and send again.`,
  ballot_final: () => 'Your dots were counted without your name, and so they cannot be changed.',
  ballot_not_found: () => 'That count is no longer there. The screen shows the latest.',
  code_unknown: () => 'That code does not open any lab. Check the six characters; 0, 1, 2, 5 and 8 are never used.',
  code_closed: () => 'That code has been closed. Ask the facilitator for the current one.',
  setup_link_used: () =>
    'This link has been used or is not valid. Sign in, or create an account with “pnpm cocrea admin create”.',
  alias_taken: ({ suggestion }) =>
    suggestion === undefined
      ? 'Somebody in the lab already has that name. Choose another, for instance with your surname.'
      : `Somebody in the lab already has that name. You can use “${suggestion}” or another.`,
  name_taken: () => 'There is already an account with that name. Choose another.',
  id_taken: () => 'That identifier is already in use for something else. Try again with a new one.',
  stale: () => 'Somebody changed this while you were looking at it. Reload to see the latest and repeat your change.',
  last_facilitator: () => 'This is the last facilitator of the lab. Give the role to somebody else first.',
  consent_required: () => 'The privacy notice has changed or was not read. Read it, decide on each consent and send again.',
  password_too_short: ({ minimum }) =>
    minimum === undefined
      ? 'The password is too short. Write a longer one.'
      : `The password needs at least ${minimum} characters.`,
  text_too_long: (details) =>
    `${field(details)} is too long${details.limit === undefined ? '' : `: ${details.limit} characters fit`}. Shorten it and send it again.`,
  body_too_large: ({ limit }) =>
    `What was sent is too large${limit === undefined ? '' : `: up to ${limit} bytes are accepted`}. Send it in smaller parts.`,
  rate_limited: (details) => `There were too many attempts in a row. ${wait(details)}`,
  too_many_connections_address: (details) =>
    `There are too many connections from this network${most(details)}. Close the tabs you do not use, or tell whoever runs the server.`,
  too_many_connections_person: (details) =>
    `You have Cocrea open too many times${most(details)}. Close the tabs or devices you do not use and reload.`,
  frame_too_large: (details) =>
    `A change is too large to send at once${details.limit === undefined ? '' : ` (at most ${details.limit} bytes)`}. Your text is still on this device; paste it in parts.`,
  frame_malformed: () =>
    'The server did not understand a message of this program. Reload the page; what you wrote is still on this device.',
  update_malformed: () =>
    'A change arrived damaged and was not saved. Copy what you wrote last, reload the page and paste it again.',
  update_gap: () => 'An earlier change was missing. It is being asked for again; keep writing.',
  update_too_far_ahead: (details) => `A change has an impossible numbering${most(details)} and was not saved. Reload the page.`,
  update_too_many_structs: (details) =>
    `A change has too many parts at once${most(details)} and was not saved. Paste it in smaller pieces.`,
  update_foreign_author: () => 'A change came in somebody else’s name and was not saved. Reload the page and write it again.',
  update_read_only: () => 'You can read this document but not write in it. Your change was not saved on the server.',
  presence_too_large: (details) =>
    `What your screen shows to the others is too large${most(details)}. They do not see it; your text is saved all the same.`,
  generation_changed: () =>
    'The document was rebuilt while you were away. What you have on this device is kept apart: you can copy it.',
  too_slow: () => 'The connection is too slow to keep up with the others. It will reconnect by itself; your text is safe here.',
  restarting: () => 'The server is restarting. Keep writing: we save here and send when it is back.',
  store_unavailable: () =>
    'The server cannot save right now. Keep writing: what is new stays on this device and will be sent later.',
  disk_full: () =>
    'The disk of the server is full and nothing can be saved. What is new stays on this device; tell whoever runs the server.',
  document_damaged: () =>
    'This document is damaged on the server and stays closed so that nothing is lost. Tell whoever runs the server.',
  database_too_new: (details) =>
    `The database ${details.file} belongs to a newer version of Cocrea (schema ${details.found}; this program knows up to ${details.known}). Update the program or use another ${place(details)}. Nothing was changed.`,
  database_damaged: ({ file, reason }) =>
    `The database ${file} is damaged (${reason}). Keep a copy of the folder as it is and restore the last backup. Nothing was changed.`,
  database_foreign: (details) =>
    `${isAddress(details.file) ? 'The database' : 'The file'} ${details.file} is not ${isAddress(details.file) ? 'one' : 'a database'} of this program (${details.reason}). Use another ${place(details)}. Nothing was changed.`,
  database_unreachable: ({ file, reason }) =>
    isAddress(file)
      ? `The database ${file} cannot be opened (${reason}). Check that the PostgreSQL server is running, that the database exists, and that the user and the password of the setting COCREA_DATABASE_URL are good.`
      : `${file} cannot be opened or written (${reason}). Check that the folder exists, that this user may write in it and that there is space, or change COCREA_DATA_DIR.`,
  folder_in_use: ({ folder }) =>
    `Another Cocrea server already has the folder ${folder} open. Close it, or use another folder with the setting COCREA_DATA_DIR.`,
  database_in_use: ({ file, others }) =>
    others === 'together'
      ? `The database ${file} is already used by Cocrea servers that work together. Give this one the same setting COCREA_REDIS_URL as they have, or use another database with the setting COCREA_DATABASE_URL.`
      : `Another Cocrea server already uses the database ${file} and lets in no other. Close it, or use another one with the setting COCREA_DATABASE_URL. For several to work together, all need the same setting COCREA_REDIS_URL.`,
  data_in_database: ({ file }) =>
    `The data is not in a folder but in the database ${file} (COCREA_DATABASE_URL). Copy and restore it with PostgreSQL's own tools: pg_dump and pg_restore. Nothing was done.`,
  data_folder_empty: ({ folder }) =>
    `There is no data of Cocrea in the folder ${folder}. Say which it is with the setting COCREA_DATA_DIR. Nothing was done.`,
  backup_inside_data: ({ folder, data }) =>
    `The backup cannot go to ${folder}, which is inside the data folder ${data}: both would be lost together. Choose a folder on another disk.`,
  backup_folder_not_empty: ({ folder }) =>
    `The folder ${folder} is not empty. Choose a new one: a backup is never written over something else.`,
  backup_no_room: ({ folder, needed, free }) =>
    `There is no room for the backup in ${folder}: it needs ${needed} MB and ${free} MB are left. Make room or choose another disk. Nothing was done.`,
  backup_not_whole: ({ folder }) =>
    `There is no whole backup in ${folder}: it lacks the file SHA256SUMS or manifest.json, which are written last. Use another backup.`,
  backup_damaged: ({ file }) =>
    `The file ${file} is not the one that was copied: its SHA-256 fingerprint differs. Use another backup. Nothing was changed.`,
  folder_not_empty: ({ folder }) =>
    `The folder ${folder} already has data. With --replace it is kept aside under another name and the backup takes its place. Nothing was changed.`,
  folder_not_movable: ({ folder, reason }) =>
    `The folder ${folder} cannot be kept aside (${reason}). If it is a disk or a volume, restore into a folder inside it with --data and use that in COCREA_DATA_DIR. Nothing was changed.`,
  proposal_not_found: () => 'There is no such proposal in this lab. Go back to the list of proposals.',
  proposal_not_written: () =>
    'What is filled in of this proposal does not change any more: it was submitted or has an outcome. If it comes back with observations, it opens again.',
  proposal_step_refused: () => 'The proposal has moved on and this step cannot be taken. Reload to see where it is.',
  proposal_became_others: () => 'This proposal was merged or split and stays as it was. Work on the one that came of it.',
  gate_not_fulfilled: gateRefused,
  endorsement_closed: () => 'A proposal is endorsed once it is submitted and until it has an outcome.',
  endorsement_kept: () => 'The proposal was validated with your endorsement, which can no longer be taken back.',
  lineage_not_found: () => 'There is no such merge or split. Reload the page.',
  draft_step_refused: () => 'This draft cannot take that step from where it stands. The screen shows its state now.',
  freeze_blocked: ({ count }) =>
    count === undefined
      ? 'Something is still missing before it can be frozen. The list says what.'
      : count === 1
        ? 'One response is missing before it can be frozen. The list says which.'
        : `${count} responses are missing before it can be frozen. The list says which.`,
  next_draft_missing: () => 'There is no next draft to begin: this is the last of the process.',
  document_frozen: () => 'This draft was frozen and does not change any more. What you wrote is still on this device.',
  version_not_found: () => 'That version does not exist in this document. Reload the list of versions.',
  observation_not_found: () => 'That observation does not exist in this lab. Check the folio.',
  observation_settled: () => 'This observation was answered and published; its answer does not change any more.',
  consultation_not_open: () => 'The consultation of this draft is not open. The page of the draft says its dates.',
  block_not_found: () => 'That paragraph is no longer in the draft. Choose another and try again.',
  destination_required: () => 'Say in which paragraph of the draft it stands: this disposition needs at least one.',
  response_required: () => 'The response is missing: tell whoever observed why.',
  duplicate_of_itself: () => 'An observation cannot be a duplicate of itself. Choose another.',
  duplicate_of_duplicate: ({ folio }) =>
    folio === undefined
      ? 'That observation is a duplicate of another already. Choose the original.'
      : `That observation is a duplicate of ${folio} already. Choose that one.`,
  duplicate_has_duplicates: ({ folio }) =>
    `${folio === undefined ? 'Another observation' : folio} is a duplicate of this one. Answer it apart before you mark this one as a duplicate.`,
  observation_unanswered: () => 'This observation has no answer yet. Once it has, you can say whether you are satisfied.',
  duplicate_elsewhere: () => 'An observation can only be a duplicate of another of the same draft.',
  csv_columns: ({ missing }) =>
    missing === undefined
      ? 'The file does not have the expected columns. Download the template and compare them.'
      : `The file lacks columns: ${missing}. Download the template and compare them.`,
  csv_encoding: () => 'The file could not be read as text. Save it as CSV UTF-8 and upload it again.',
  csv_too_long: (details) => `The file has too many rows${most(details)}. Divide it and upload it in parts.`,
  csv_rows_refused: ({ count }) =>
    `${count === undefined ? 'Some' : count} rows cannot be taken. The list says which and why; none was stored.`,
  folio_not_found: () => 'There is nothing with that folio. Check it: it looks like B1-OBS-0042 or M5-A-0031.',
  not_published: () => 'This has not been published yet.',
  origin_not_found: () => 'That origin is no longer on the paragraph. The screen shows those it has.',
  source_not_found: () => 'That contribution, proposal or observation does not exist in this lab. Reload the page.',
  source_settled: () => 'It was given a destination already. The screen shows which; take it away first to change it.',
  late_writing_not_found: () => 'That late contribution does not exist in this lab. Reload the page.',
  suggestion_gone: () => 'That suggestion was decided or changed already. The list shows how it stands now.',
  suggestions_together: () => 'Those suggestions do not stand alone: decide all of that block together.',
  comments_closed: () => 'The draft is frozen or no longer written: its comments can only be read.',
  thread_not_found: () => 'That thread of comments does not exist. Reload the page.',
  comment_not_found: () => 'That comment does not exist. Reload the page.',
  comment_removed: () => 'That comment was removed already and cannot be changed.',
  comment_threads_full: ({ limit }) =>
    `This text already has ${limit ?? 'all'} the threads of comments it takes. Reply in one that is there; what you wrote is still here.`,
  comment_replies_full: ({ limit }) =>
    `This thread already has ${limit ?? 'all'} the replies it takes. Begin another on the same words; what you wrote is still here.`,
  quote_gone: () =>
    'The words you want to comment on are no longer in the text, or have not reached the server yet. Choose others; what you wrote is still here.',
  mention_unknown: () => 'One of the people you mention is not in this lab. Take the mention out and send it again.',
  lineage_advanced: () =>
    'What came of it was submitted, merged or split already, so it cannot be undone. Send it back with observations and try again.',
  text_too_large_to_read: ({ megabytes }) =>
    `This text${megabytes === undefined ? '' : ` (${megabytes} MB with its history)`} is too large to be read with the memory the server has for that. Nothing is lost. Ask whoever runs the server to raise COCREA_READER_MEMORY_MB.`,
  export_format_unknown: ({ formats }) =>
    `It cannot be downloaded in that format${formats === undefined ? '' : `. Choose one of these: ${formats}`}.`,
  export_too_large: ({ limit }) =>
    `The text is too long for that format${limit === undefined ? '' : ` (at most ${limit} characters)`}. Download it as Markdown or CSV, or ask whoever runs the server to raise COCREA_EXPORT_CHARACTERS.`,
  export_busy: (details) => `The server is preparing many files. ${wait(details)}`,
  export_unfinished: () => 'The file could not be finished. Try again, or download it in another format.',
  export_unavailable: () => 'This server cannot prepare PDF on the machine it runs on. Download it in another format.',
  internal: () => 'Something failed on the server and was noted. Try again; if it happens again, tell whoever runs it.',
} satisfies Record<ErrorCode, (details: ErrorDetails) => string>;
