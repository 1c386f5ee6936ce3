// Which help belongs to which screen.

/** Addresses that begin like this, the longest first where they overlap, and their topic in the catalogues. */
const topics = [
  ['/admin/records/', 'editor'],
  ['/admin/records', 'records'],
  ['/admin/reviews', 'reviews'],
  ['/admin/tree', 'tree'],
  ['/admin/registers', 'registers'],
  ['/admin/import', 'import'],
  ['/admin/publish/groups', 'groups'],
  ['/admin/publish', 'publish'],
  ['/admin/terminals', 'terminals'],
  ['/admin/cases/new', 'case-entry'],
  ['/admin/cases/', 'case'],
  ['/admin/cases', 'cases'],
  ['/admin/settings/cases', 'case-settings'],
  ['/admin/voice', 'voice'],
  ['/admin/settings/procedures', 'procedures'],
  ['/admin/settings', 'settings'],
  ['/admin', 'today'],
] as const;

export type HelpTopic = (typeof topics)[number][1];

/** The topic of the screen at this address. */
export function helpTopicOf(path: string): HelpTopic {
  return topics.find(([start]) => path.startsWith(start))?.[1] ?? 'today';
}

/** A help text as its paragraphs. */
export const helpParagraphs = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
