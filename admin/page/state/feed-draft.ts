// A feed source while it is set up: what the form holds, and what is sent of it.
import type { FeedSource, FeedSourceInput, FeedTarget } from '#shared/protocol/feeds-api.ts';

/** A new source, or a saved one taken up again. */
export function draftOf(source: FeedSource | null, agencyId: string): FeedSourceInput {
  if (source === null) {
    return {
      ...{ title: '', url: '', agencyId, kind: 'document', nodeId: null },
      ...{ mapping: { itemsPath: null, fields: {}, article: null }, allowedHosts: [] },
      ...{ intervalMinutes: 60, isWhole: false, isActive: true },
    };
  }
  const { title, url, kind, nodeId, mapping, allowedHosts, intervalMinutes, isWhole, isActive } = source;
  return {
    ...{ title, url, agencyId: source.agencyId, kind, nodeId, mapping, allowedHosts },
    ...{ intervalMinutes, isWhole, isActive },
  };
}

/** How staff see where a target is taken from: found by the hub, nowhere, or a field by name. */
export const automatic = 'auto';
export const leftOut = 'none';
const fieldStart = 'field:';

export const fieldChoice = (path: string): string => fieldStart + path;

export function choiceOf({ mapping }: FeedSourceInput, target: FeedTarget): string {
  const told = mapping.fields[target];
  if (told === undefined) return automatic;
  return told === null ? leftOut : fieldChoice(told);
}

export function withChoice(draft: FeedSourceInput, target: FeedTarget, choice: string): FeedSourceInput {
  const { [target]: _before, ...others } = draft.mapping.fields;
  const told = choice === leftOut ? null : choice.slice(fieldStart.length);
  const fields = choice === automatic ? others : { ...others, [target]: told };
  return { ...draft, mapping: { ...draft.mapping, fields } };
}

/** As it goes to the hub: blank lines of hosts are none. */
export function inputOf(draft: FeedSourceInput): FeedSourceInput {
  const hosts = draft.allowedHosts.map((host) => host.trim()).filter((host) => host !== '');
  const { article } = draft.mapping;
  const isNamed = article !== null && article.name.trim() !== '';
  return { ...draft, allowedHosts: hosts, mapping: { ...draft.mapping, article: isNamed ? article : null } };
}
