// The linter's entrance: sections of one document in, findings out, each told once.
import type { Finding, Section } from './finding.ts';
import { excerptOf, maskedBeginning } from './mask-excerpt.ts';
import type { LintContext, Objection, Rule } from './rule.ts';
import type { RuleId } from './rule-table.ts';
import { findLocalPaths, findPrivateLinks } from './rules/addresses.ts';
import { findDwellings } from './rules/dwellings.ts';
import { findMarks } from './rules/marks.ts';
import { findNamedLists } from './rules/named-lists.ts';
import { findNumberPlates, findPassports, findPrivateEmails } from './rules/papers.ts';
import { findPersonNumbers } from './rules/person-numbers.ts';
import { findDraftWording, findImpossibleDates, findPlaceholders } from './rules/wording.ts';
import { SectionText } from './section-text.ts';

const textRules: readonly Rule[] = [
  findPersonNumbers,
  findPassports,
  findNumberPlates,
  findPrivateEmails,
  findDwellings,
  findNamedLists,
  findMarks,
  findDraftWording,
  findPlaceholders,
  findImpossibleDates,
  findPrivateLinks,
  findLocalPaths,
];

/** Findings of one document at most; a list of ten thousand numbers is known from its first hundreds. */
export const mostFindings = 500;

/** Reads every section with every rule. The same value in the same part is told once, with how often it stands there. */
export function lintSections(sections: readonly Section[]): Finding[] {
  const context = contextOf(sections);
  const found = new Map<string, Finding>();
  const add = (finding: Finding): void => {
    const key = `${finding.rule}\n${finding.place.part}\n${finding.place.file ?? ''}\n${finding.place.label ?? ''}\n${finding.identity}`;
    const before = found.get(key);
    if (before !== undefined) found.set(key, { ...before, count: before.count + finding.count });
    else if (found.size < mostFindings) found.set(key, finding);
  };
  for (const section of sections) {
    const own = findingOfHiding(section);
    if (own !== null) add(own);
    const text = new SectionText(section);
    for (const rule of textRules)
      for (const objection of rule(text, context)) add(findingOf(text, objection));
  }
  return [...found.values()];
}

function findingOf(text: SectionText, objection: Objection): Finding {
  const { rule, severity, value } = objection;
  const place = text.place(objection);
  return { rule, severity, place, excerpt: excerptOf(text.text, objection, rule), count: 1, identity: value };
}

const aboutLines = 6;
const aboutCharacters = 400;

function contextOf(sections: readonly Section[]): LintContext {
  const titles = sections.filter(({ part }) => part === 'title' || part === 'file-name' || part === 'sheet');
  const body = sections.find(({ part, hiding }) => part === 'body' && hiding === null);
  const opening = body?.lines.slice(0, aboutLines).map(({ text }) => text.slice(0, 100)) ?? [];
  const about = [...titles.map((title) => title.lines[0]?.text ?? title.label ?? ''), ...opening].join('\n');
  return {
    about: about.slice(0, aboutCharacters),
    asksForOpinions: /(?:公开)?征求[^\n]{0,60}意见(?!稿)|征集[^\n]{0,30}意见|听证会|意见征集/u.test(about),
  };
}

/** Parts whose mere presence is a finding, with the rule that says so. */
function findingOfHiding(section: Section): Finding | null {
  const rule = ruleOfPart(section);
  if (rule === null) return null;
  const words = section.lines.map(({ text }) => text).join(' ');
  if (words.trim() === '') return null;
  const { part, label, file } = section;
  const first = section.lines.find(({ text }) => text.trim() !== '');
  return {
    rule,
    severity: rule === 'metadata' ? 'hint' : 'must-answer',
    place: {
      part,
      ...(label === undefined ? {} : { label }),
      ...(file === undefined ? {} : { file }),
      ...(first?.page === undefined ? {} : { page: first.page }),
      ...(first?.paragraph === undefined ? {} : { paragraph: first.paragraph }),
      ...(first?.row === undefined ? {} : { cell: `A${first.row}` }),
    },
    excerpt: maskedBeginning(words),
    count: 1,
    identity: words.replace(/\s+/gu, ' ').slice(0, 2000),
  };
}

function ruleOfPart({ part, hiding }: Section): RuleId | null {
  if (hiding === 'covered') return 'covered-text';
  if (hiding !== null) return 'hidden-text';
  if (part === 'comment') return 'comment';
  if (part === 'change') return 'tracked-change';
  return part === 'metadata' ? 'metadata' : null;
}
