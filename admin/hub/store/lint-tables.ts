// The linter's tables: checks of versions and of files, what they found, and people's answers.
import type { Severity } from '#shared/lint/finding.ts';
import type { RuleId } from '#shared/lint/rule-table.ts';

/** What can be said about a finding. */
export type FindingAnswer = 'false-alarm' | 'intended' | 'mended';

/** One version as it was last checked. */
export interface LintRunTable {
  record_id: string;
  version: number;
  /** Number of the rule set; see shared/lint/rule-table.ts. */
  rules: number;
  at: string;
  /** Findings that must be answered and are not. */
  open: number;
  hints: number;
}

export interface LintFindingTable {
  record_id: string;
  version: number;
  /** The same for the same thing in another version of the record. */
  fingerprint: string;
  /** Place in the order they are shown. */
  place: number;
  rule: RuleId;
  severity: Severity;
  /** A Place (see shared/lint/finding.ts); `file` begins with the attachment's name. */
  place_json: string;
  excerpt: string;
  count: number;
}

/** The newest answer to a finding, whatever version it was given for; earlier ones are in the audit trail. */
export interface LintAnswerTable {
  record_id: string;
  fingerprint: string;
  answer: FindingAnswer;
  reason: string;
  who: string;
  at: string;
  version: number;
  rule: RuleId;
  excerpt: string;
}

/** What was found in the bytes of an attachment, once for every record that carries it. */
export interface LintFileTable {
  sha256: string;
  rules: number;
  at: string;
  findings_json: string;
}
