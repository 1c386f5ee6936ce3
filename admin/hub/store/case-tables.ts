// The tables of cases as Kysely sees them. What people wrote of themselves is in `sealed` columns only.
import type { Generated } from 'kysely';

/** A request, correction, opinion … at its present state; `case_events` tells how it came there. */
export interface CaseTable {
  id: string;
  kind: string;
  /** Number in the ledger, e.g. `依申请〔2026〕12号`. */
  number: string;
  /** Keyed digest of the receipt code: the store alone opens no case. */
  code_digest: string;
  /** Keyed digest of code and the phone's last four digits; null where no phone was given. */
  phone_digest: string | null;
  /** Made by who sent it; the same submission is one case. Null for what staff entered. */
  submission_id: string | null;
  channel: string;
  state: string;
  agency_id: string | null;
  /** Id of the account that handles it. */
  handler_id: string | null;
  applicant_class: string | null;
  /** Hand-off code, id and version of the record it is about. */
  record_id: string | null;
  record_version: number | null;
  /** Which consultation it answers. */
  consultation_id: string | null;
  /** The day of receipt in law (Art. 31). */
  received_on: string;
  due_on: string | null;
  reply_kind: string | null;
  ground: string | null;
  replied_on: string | null;
  outcome: string | null;
  satisfaction: number | null;
  wanted_form: string | null;
  wanted_route: string | null;
  may_publish: number;
  /** Keyed digests by which the same person or the same words are found again; null once erased. */
  person_digest: string | null;
  words_digest: string | null;
  merged_into: string | null;
  /** What the public reads of it: reviewed, nothing personal. JSON of title, question, answer. */
  published_json: string | null;
  published_at: string | null;
  content_record_id: string | null;
  /** The case's own key, wrapped by the key file; without it every `sealed` of the case is noise. Null once erased. */
  wrapped_key: string | null;
  /** CaseWords sealed with the case's key; null once erased. */
  sealed: string | null;
  revision: number;
  created_at: string;
  updated_at: string;
  settled_on: string | null;
  erased_at: string | null;
}

/** Append-only but for erasure, which empties `sealed`. */
export interface CaseEventTable {
  id: Generated<number>;
  case_id: string;
  kind: string;
  at: string;
  on_day: string;
  who: string;
  facts_json: string;
  sealed: string | null;
}

/** A file of an applicant or of the office; its bytes lie encrypted in a file of their own. */
export interface CaseFileTable {
  id: string;
  /** Null while nothing was submitted with it; such files are swept after a day. */
  case_id: string | null;
  origin: 'applicant' | 'office';
  media_type: string;
  bytes: number;
  received_bytes: number;
  is_complete: number;
  wrapped_key: string;
  sealed_name: string;
  created_at: string;
  /** When a piece last arrived. */
  touched_at: string;
  /** How many pieces an unfinished upload has: with `received_bytes` they tell where the next one is written. */
  pieces: Generated<number>;
}

export interface CasePaperTable {
  id: string;
  case_id: string;
  kind: string;
  number: string;
  made_at: string;
  who: string;
  sealed: string | null;
}

/** One row, `id` 1, once staff have changed the settings. */
export interface CaseSettingsTable {
  id: number;
  settings_json: string;
  updated_at: string;
  updated_by: string;
}

/** A later submission to a case (a completion) that was taken: sent again it is the same. */
export interface CaseSubmissionTable {
  submission_id: string;
  case_id: string;
  at: string;
}

/** The last number given in the ledger, per family of kinds and year. */
export interface CaseNumberTable {
  family: string;
  year: number;
  last: number;
}

export interface CaseTables {
  cases: CaseTable;
  case_events: CaseEventTable;
  case_files: CaseFileTable;
  case_papers: CasePaperTable;
  case_settings: CaseSettingsTable;
  case_submissions: CaseSubmissionTable;
  case_numbers: CaseNumberTable;
}
