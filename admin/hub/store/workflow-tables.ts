// The tables of the way to the public as Kysely sees them.
import type { ReviewState, ReviewStep } from '#shared/protocol/workflow-api.ts';

export interface ProcedureTable {
  id: string;
  title: string;
  /** Steps in order, separated by blanks. */
  steps: string;
  sort_order: number;
}

/** Nodes that have a procedure of their own; what lies below follows them. */
export interface ProcedureNodeTable {
  node_id: string;
  procedure_id: string;
}

/** One passage of a version through its procedure; at most one of a record is open. */
export interface ReviewTable {
  id: string;
  record_id: string;
  version: number;
  /** The version approved before, 0 for none: whoever wrote a later one is an author of what is reviewed. */
  base_version: number;
  state: ReviewState;
  /** Steps in order, separated by blanks. */
  steps: string;
  /** The step it waits at; null when it is over. */
  step: ReviewStep | null;
  submitted_by: string;
  submitted_at: string;
  note: string;
  closed_at: string | null;
}

export interface ReviewStepTable {
  review_id: string;
  position: number;
  step: ReviewStep;
  decision: 'pass' | 'return';
  who: string;
  display_name: string;
  at: string;
  opinion: string;
}

export interface ReviewCommentTable {
  id: string;
  record_id: string;
  version: number;
  place: string;
  quote: string;
  text: string;
  who: string;
  at: string;
  resolved_at: string | null;
  resolved_by: string | null;
}

/** A version that becomes approved and public by itself. */
export interface RecordScheduleTable {
  record_id: string;
  version: number;
  at: string;
  who: string;
  made_at: string;
}

/** A publish the hub owes because something became public by itself or at once; kept until it is done. */
export interface PublishOrderTable {
  id: string;
  at: string;
  who: string;
  note: string;
  done_at: string | null;
  /** Code of what went wrong last; null while nothing has. */
  problem: string | null;
  tries: number;
}

export interface ReleaseGroupTable {
  id: string;
  title: string;
  at: string | null;
  created_by: string;
  created_at: string;
  /** When its versions were approved together. */
  released_at: string | null;
  /** The publish that carries them. */
  order_id: string | null;
}

export interface ReleaseGroupItemTable {
  group_id: string;
  record_id: string;
  version: number;
  position: number;
}

/** What became of records whose time is over. */
export interface RecordFateTable {
  record_id: string;
  fate: 'superseded' | 'archived';
  successor_id: string | null;
  reason: string;
  who: string;
  at: string;
}

/** Who put something into a revision of a register. */
export interface RegisterRevisionAuthorTable {
  register_id: string;
  version: number;
  who: string;
}

/** These tables by name. */
export interface WorkflowTables {
  procedures: ProcedureTable;
  procedure_nodes: ProcedureNodeTable;
  reviews: ReviewTable;
  review_steps: ReviewStepTable;
  review_comments: ReviewCommentTable;
  record_schedules: RecordScheduleTable;
  publish_orders: PublishOrderTable;
  release_groups: ReleaseGroupTable;
  release_group_items: ReleaseGroupItemTable;
  record_fates: RecordFateTable;
  register_revision_authors: RegisterRevisionAuthorTable;
}
