// The tables of consultations as Kysely sees them. What the public reads of one is in its notice; this is the desk's part.
import type { Generated } from 'kysely';
import type { ConsultationKind, Verdict } from '#shared/consultations/consultation.ts';

export interface ConsultationTables {
  consultations: ConsultationTable;
  consultation_events: ConsultationEventTable;
  consultation_replies: ConsultationReplyTable;
}

export interface ConsultationTable {
  id: string;
  kind: ConsultationKind;
  /** The notice that carries it, and the record put out where that is another one. */
  record_id: string;
  draft_id: string | null;
  /** Kept for the records that will answer it. */
  summary_id: string;
  participants_id: string;
  revision: number;
  created_at: string;
  created_by: string;
}

export interface ConsultationEventTable {
  id: string;
  consultation_id: string;
  at: string;
  who: string;
  act: string;
  note: string;
}

/** A case that answers a consultation; `seq` is the order of arrival, by which seats of a hearing go. */
export interface ConsultationReplyTable {
  seq: Generated<number>;
  case_id: string;
  consultation_id: string;
  /** Index into the points; null for the whole. */
  point: number | null;
  verdict: Verdict | null;
  /** Staff's own words, which are published: what was said, and why it is taken up or not. */
  gist: string;
  reason: string;
  sorted_at: string | null;
  sorted_by: string | null;
  is_chosen: number;
}
