// Guides as they are browsed: by department, by subject, and by whom they are for.
import { type AudienceGroup, guideAudience } from './guide-parts.ts';
import type { CatalogueRecord } from './record.ts';
import type { TreeNode } from './venue.ts';

/** A guide as a list shows it. */
export interface ShelvedGuide {
  readonly id: string;
  /** Its hand-off code. */
  readonly code: string;
  readonly title: string;
  readonly agencyId: string;
  readonly itemType: string | null;
  /** The item it is a part of; null where it stands alone. */
  readonly group: string | null;
  /** Never empty: `''` where nothing says. */
  readonly subjects: readonly string[];
  readonly audience: readonly AudienceGroup[];
}

export interface GuideShelf {
  readonly guides: readonly ShelvedGuide[];
  /** There are more than a shelf holds; they are found by searching. */
  readonly isCut: boolean;
}

/** Guides a shelf holds at most. */
export const mostShelved = 3_000;

/** Subjects as the guide has them; else its topic, else the place in the catalogue it hangs on. */
function subjectsOf(record: CatalogueRecord, tree: readonly TreeNode[]): readonly string[] {
  const own = record.details?.type === 'guide' ? (record.details.subjects ?? []) : [];
  if (own.length > 0) return own;
  return [record.topic ?? tree.find(({ id }) => id === record.nodeId)?.title ?? ''];
}

/** A record of kind guide as it stands on a shelf. */
export function shelve(record: CatalogueRecord, tree: readonly TreeNode[]): ShelvedGuide {
  const details = record.details?.type === 'guide' ? record.details : null;
  return {
    id: record.id,
    code: record.code,
    title: record.title,
    agencyId: record.agencyId,
    itemType: details?.itemType ?? null,
    group: details?.group ?? null,
    subjects: subjectsOf(record, tree),
    audience: guideAudience(details?.audience ?? null),
  };
}

export interface GuideGroup {
  readonly title: string;
  readonly guides: readonly ShelvedGuide[];
}

const byTitle = (a: ShelvedGuide, b: ShelvedGuide) => a.title.localeCompare(b.title, 'zh-CN');

/** Guides under the names `namesOf` gives them, the fullest name first and the nameless last. */
export function groupGuides(
  guides: readonly ShelvedGuide[],
  namesOf: (guide: ShelvedGuide) => readonly string[],
): GuideGroup[] {
  const groups = new Map<string, ShelvedGuide[]>();
  for (const guide of guides) {
    for (const name of namesOf(guide)) groups.set(name, [...(groups.get(name) ?? []), guide]);
  }
  return [...groups]
    .map(([title, members]) => ({ title, guides: members.toSorted(byTitle) }))
    .sort((a, b) => Number(a.title === '') - Number(b.title === '') || b.guides.length - a.guides.length);
}

/** A main item of this many parts is named over them; of fewer, each part is found by its own name. */
const namedFrom = 3;

/** The main items large enough to be named, with their parts. */
function mainItems(guides: readonly ShelvedGuide[]): ReadonlyMap<string, readonly ShelvedGuide[]> {
  const all = Map.groupBy(guides, ({ group }) => group ?? '');
  return new Map([...all].filter(([title, parts]) => title !== '' && parts.length >= namedFrom));
}

/** The guides of one department by subject; all parts of a main item lie under the subject most of them have. */
export function groupOfAgency(guides: readonly ShelvedGuide[]): GuideGroup[] {
  const subjectOf = new Map<string, string>();
  for (const [title, parts] of mainItems(guides)) {
    const [most] = groupGuides(parts, ({ subjects }) => subjects.slice(0, 1));
    subjectOf.set(title, most?.title ?? '');
  }
  return groupGuides(guides, ({ group, subjects }) => {
    const shared = group === null ? undefined : subjectOf.get(group);
    return shared === undefined ? subjects.slice(0, 1) : [shared];
  });
}

/** The guides of a group: those that stand alone under no title, then the parts of each main item under its name. */
export function partsOfGroup(guides: readonly ShelvedGuide[]): GuideGroup[] {
  const items = mainItems(guides);
  const alone = guides.filter(({ group }) => group === null || !items.has(group));
  const named = [...items].map(([title, parts]) => ({ title, guides: parts }));
  return [...(alone.length > 0 ? [{ title: '', guides: alone }] : []), ...named];
}
