// The shape of one rule: it reads a section and points at what it objects to.
import type { Severity } from './finding.ts';
import type { RuleId } from './rule-table.ts';
import type { Match, SectionText } from './section-text.ts';

/** One objection. `value` is what the same thing elsewhere would be known by. */
export interface Objection extends Match {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly value: string;
}

/** What the rules know about the whole document while they read one section of it. */
export interface LintContext {
  /** Title and headings, where words such as 低保 say what a list is about. */
  readonly about: string;
  /** The document asks for opinions on a draft: saying so is its purpose. */
  readonly asksForOpinions: boolean;
}

export type Rule = (text: SectionText, context: LintContext) => Iterable<Objection>;
