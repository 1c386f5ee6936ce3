// The tables of the non-disclosure register as Kysely sees them.
import type { WithholdingGround } from '#shared/catalogue/withholding-grounds.ts';
import type { WithheldEvent, WithheldState } from '#shared/protocol/withheld-api.ts';

export interface WithheldTables {
  withheld_entries: WithheldEntryTable;
  withheld_events: WithheldEventTable;
}

export interface WithheldEntryTable {
  id: string;
  number_year: number;
  number_seq: number;
  agency_id: string;
  title: string;
  title_key: string;
  doc_no: string;
  index_no: string;
  formed_on: string | null;
  ground: WithholdingGround;
  reason: string;
  until: string | null;
  review_every_months: number;
  state: WithheldState;
  revision: number;
  proposed_by: string;
  proposed_at: string;
  decided_by: string | null;
  decided_at: string | null;
  decision_note: string;
  next_review_on: string | null;
  record_id: string | null;
}

export interface WithheldEventTable {
  id: string;
  entry_id: string;
  at: string;
  who: string;
  act: WithheldEvent['act'];
  note: string;
}
