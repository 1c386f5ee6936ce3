// The fixed sections of a disclosure platform: where each lies in the tree, and what belongs to it.
import type { PageSection } from './details.ts';
import type { CatalogueRecord } from './record.ts';

/** Nodes of the sections; staff may name them as they like, their ids stay. */
export const sectionNodes = {
  'disclosure-guide': 'guide',
  rules: 'rules',
  proactive: 'proactive',
  'annual-report': 'annual-reports',
} as const;

/** Sections that are lists of pages; 法定主动公开内容 is a part of the tree. */
export const listedSections = ['disclosure-guide', 'rules', 'annual-report'] as const;
export type ListedSection = (typeof listedSections)[number];

/** Pages of one section asked for at once. */
export const mostSectionRecords = 100;

/** The two questions whose answers together are a section: all pages, and all that hangs on its node. */
export function sectionFilters(section: ListedSection) {
  return [{ kind: ['page'] }, { node: [sectionNodes[section]] }] as const;
}

const sectionOf = ({ details }: CatalogueRecord): PageSection | null =>
  details?.type === 'page' ? details.section : null;

/**
 * What belongs to a section among what was found, each record once, the newest first: pages that say so, and anything
 * on its node that says nothing else.
 */
export function recordsOfSection(
  section: ListedSection,
  found: readonly CatalogueRecord[],
): CatalogueRecord[] {
  const isOwn = (record: CatalogueRecord) => {
    const said = sectionOf(record);
    if (said !== null) return said === section;
    return record.kind !== 'matter' && record.nodeId === sectionNodes[section];
  };
  const own = new Map(found.filter(isOwn).map((record) => [record.id, record]));
  return [...own.values()].sort((a, b) => ((dateOf(a) ?? '') < (dateOf(b) ?? '') ? 1 : -1));
}

const dateOf = (record: CatalogueRecord) => record.date ?? record.publishedOn;

/** The year a report is about: the one its title names, else the one before it was made. */
export function reportYear(record: CatalogueRecord): string | null {
  const named = /((?:19|20)\d{2})\s*年?/u.exec(record.title.normalize('NFKC'))?.[1];
  if (named !== undefined) return named;
  const made = Number(dateOf(record)?.slice(0, 4));
  return Number.isInteger(made) && made > 0 ? String(made - 1) : null;
}

/** Reports by the year they are about, the latest first; those of no year last. */
export function reportsByYear(
  reports: readonly CatalogueRecord[],
): (readonly [year: string | null, reports: readonly CatalogueRecord[]])[] {
  const years = Map.groupBy(reports, reportYear);
  return [...years].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? 1 : -1));
}
