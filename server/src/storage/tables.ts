// The tables as Kysely knows them: one interface a table, columns as the migrations make them. Times are milliseconds since 1970.
import type { Generated } from 'kysely';

export interface Tables {
  labs: { id: string; name: string; facts: string; demo: number; created_at: number };
  sub_tables: { id: string; lab_id: string; no: number; theme: string; questions: string; notes_document_id: string };
  people: {
    id: string;
    name: string;
    /** `foldName(name)` for accounts, which sign in by it; null for people known only by their device. Unique. */
    account_name: string | null;
    password_hash: string | null;
    institution: string | null;
    actor_kind: string;
    color: number;
    created_at: number;
    version: Generated<number>;
  };
  memberships: {
    lab_id: string;
    person_id: string;
    role: string;
    sub_table_id: string | null;
    /** `foldName` of the name within the lab, unique among those present: two people never look alike. Null once removed. */
    folded_name: string | null;
    joined_at: number;
    removed_at: number | null;
    /** Seq of the last event seen at the last visit, and when that was. */
    visited_seq: number | null;
    visited_at: number | null;
  };
  consents: {
    person_id: string;
    lab_id: string;
    notice_version: string;
    attendance: number;
    image: number;
    contact: number;
    at: number;
  };
  sessions: {
    /** SHA-256 of the secret in the cookie or bearer token, hex; the secret itself is stored nowhere. */
    secret_hash: string;
    person_id: string;
    kind: 'cookie' | 'token';
    created_at: number;
    seen_at: number;
    expires_at: number;
  };
  setup_links: { secret_hash: string; created_at: number; used_at: number | null };
  join_codes: {
    id: string;
    code: string;
    lab_id: string;
    role: string;
    sub_table_id: string | null;
    created_at: number;
    closed_at: number | null;
  };
  documents: {
    id: string;
    lab_id: string;
    kind: 'draft' | 'sub_table_notes' | 'free_note' | 'sub_table_result' | 'proposal';
    title: string;
    draft_no: number | null;
    state: string | null;
    opens: string | null;
    participants_invited: number;
    sub_table_id: string | null;
    created_at: number;
    version: Generated<number>;
  };
  events: {
    lab_id: string;
    seq: number;
    at: number;
    actor_id: string | null;
    type: string;
    subject_id: string;
    data: string;
    command_id: string;
    previous_hash: string;
    hash: string;
  };
  table_sessions: {
    sub_table_id: string;
    lab_id: string;
    phase: string;
    mode: string;
    open_until: number | null;
    facilitator_id: string;
    note_taker_id: string | null;
    clock_ends_at: number | null;
    clock_left: number | null;
    minutes: number;
    seats: number;
    dots: number;
    anonymous_dots: number;
    dots_closed_at: number | null;
    opened_at: number;
    closed_at: number | null;
    result_document_id: string | null;
    version: Generated<number>;
  };
  seats: {
    sub_table_id: string;
    /** Of the person; of the seat itself for somebody without a phone. */
    id: string;
    paper_name: string | null;
    institution: string | null;
    actor_kind: string | null;
    circle: number | null;
    added_at: number;
  };
  clusters: {
    id: string;
    sub_table_id: string;
    question: number;
    agreement: string | null;
    minority_view: string | null;
    plenary: Generated<number>;
    position: number;
    validated_at: number | null;
    version: Generated<number>;
  };
  contributions: {
    id: string;
    lab_id: string;
    sub_table_id: string;
    no: number;
    question: number;
    text: string;
    language: string;
    author_id: string;
    circle: number | null;
    on_behalf_of: string | null;
    way: string;
    cluster_id: string;
    marks: Generated<string>;
    state: string;
    late: number;
    written_at: number;
    received_at: number;
    version: Generated<number>;
  };
  ballots: {
    id: string;
    sub_table_id: string;
    voter_id: string | null;
    label: string | null;
    counted_people: number | null;
    cast_at: number;
  };
  ballot_dots: { ballot_id: string; cluster_id: string; dots: number };
  anonymous_dots: { sub_table_id: string; cluster_id: string; dots: number };
  proposals: {
    /** Also of the document that holds its prose and its title. */
    id: string;
    lab_id: string;
    state: string;
    typology: string | null;
    indicator: Generated<string>;
    baseline: Generated<string>;
    target: Generated<string>;
    /** JSON of a FlexDate and of a Responsible. */
    date: string | null;
    responsible: string | null;
    created_at: number;
    version: Generated<number>;
    /** Rises with each endorsement given or taken back: what a validation is based on besides the record. */
    support_version: Generated<number>;
  };
  proposal_authors: { proposal_id: string; person_id: string; no: number };
  /** Contributions are kept by another room: their ids are all that is known of them here. */
  proposal_sources: { proposal_id: string; contribution_id: string };
  proposal_endorsements: {
    proposal_id: string;
    person_id: string;
    institution: string;
    actor_kind: string;
    at: number;
    withdrawn_at: number | null;
  };
  /** What a step came with that is no event's to keep: words are not in the log. */
  proposal_steps: { proposal_id: string; command_id: string; event_type: string; reason: string | null; blocks: string };
  proposal_lineages: {
    id: string;
    lab_id: string;
    kind: 'merge' | 'split';
    actor_id: string;
    at: number;
    undone_at: number | null;
  };
  proposal_lineage_members: { lineage_id: string; proposal_id: string; part: 'from' | 'into'; no: number };
  proposal_gates: { lab_id: string; kinds: string; threshold: number; version: number };
  yjs_documents: {
    id: string;
    generation: string;
    created_at: number;
    last_seq: number;
    updated_at: number;
    newest_row: number;
    /** 1 for a text that is frozen: it takes no row any more. */
    sealed: Generated<number>;
  };
  suggestion_forks: {
    id: string;
    lab_id: string;
    draft_id: string;
    author_id: string;
    body_seq: number;
    created_at: number;
    version: Generated<number>;
  };
  comment_threads: {
    id: string;
    lab_id: string;
    document_id: string;
    author_id: string;
    block_id: string;
    quote: string;
    quote_unique: string;
    anchor_start: string;
    anchor_end: string;
    state: Generated<string>;
    created_at: number;
    settled_by: string | null;
    settled_at: number | null;
  };
  comments: {
    id: string;
    lab_id: string;
    thread_id: string;
    no: number;
    author_id: string;
    text: string;
    /** JSON of the ids of those named. */
    mentions: Generated<string>;
    at: number;
    edited_at: number | null;
    removed_at: number | null;
    removed_by: string | null;
    removed_reason: string | null;
    version: Generated<number>;
  };
  suggestion_decisions: {
    id: string;
    lab_id: string;
    fork_id: string;
    actor_id: string;
    decision: string;
    reason: string | null;
    count: number;
    row_seq: number;
    at: number;
    undone_at: number | null;
  };
  drafts: {
    document_id: string;
    lab_id: string;
    frozen_version_id: string | null;
    consultation_from: number | null;
    consultation_to: number | null;
    consultation_was_to: number | null;
    prolonged_because: string | null;
    published_at: number | null;
    version: Generated<number>;
  };
  draft_versions: {
    id: string;
    lab_id: string;
    document_id: string;
    seq: number;
    kind: 'automatic' | 'insurance' | 'named' | 'frozen';
    name: string | null;
    actor_id: string | null;
    at: number;
    fingerprint: string | null;
    canonical: string | null;
  };
  mass_deletions: {
    id: string;
    lab_id: string;
    document_id: string;
    person_id: string;
    seq: number;
    last_seq: number;
    at: number;
    last_at: number;
    characters: number;
    gone: number;
    deletion: Uint8Array;
    settled_as: string | null;
    settled_by: string | null;
    settled_at: number | null;
    restored_before: number | null;
    restored_at_seq: number | null;
  };
  observations: {
    id: string;
    lab_id: string;
    document_id: string;
    no: number;
    block_id: string;
    quote: string;
    quote_from: number;
    quote_to: number;
    kind: string;
    proposed_text: string | null;
    justification: string;
    author_id: string;
    actor_kind: string;
    institution: string | null;
    on_behalf_of: string | null;
    show_name: number;
    way: string;
    late: number;
    written_at: number;
    received_at: number;
    state: string;
    group_id: string | null;
    disposition: string | null;
    duplicate_of: string | null;
    response: string | null;
    /** JSON of Destination[]. */
    destinations: Generated<string>;
    decided_by: string | null;
    decided_at: number | null;
    answered_at: number | null;
    satisfaction: Generated<string>;
    satisfaction_reason: string | null;
    satisfaction_at: number | null;
    version: Generated<number>;
  };
  reply_templates: {
    id: string;
    lab_id: string;
    title: string;
    text: string;
    removed_at: number | null;
    version: Generated<number>;
  };
  block_origins: {
    id: string;
    lab_id: string;
    document_id: string;
    block_id: string;
    source_kind: string;
    source_id: string | null;
    reason: string | null;
    added_by: string;
    added_at: number;
    removed_at: number | null;
  };
  contribution_outcomes: {
    contribution_id: string;
    lab_id: string;
    outcome: string;
    reason: string | null;
    decided_by: string;
    decided_at: number;
  };
  late_writings: {
    id: string;
    lab_id: string;
    document_id: string;
    no: number;
    block_id: string | null;
    before: string;
    text: string;
    author_id: string;
    written_at: number;
    received_at: number;
    state: string;
    reason: string | null;
    decided_by: string | null;
    decided_at: number | null;
    version: Generated<number>;
  };
}
