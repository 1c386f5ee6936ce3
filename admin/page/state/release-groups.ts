// Release groups: reading them, making and changing one, letting it go.
import type * as z from 'zod';
import {
  type ReleaseGroup,
  type releaseGroupInputSchema,
  releaseGroupListSchema,
  releaseGroupSchema,
} from '#shared/protocol/workflow-api.ts';
import { nothing, request } from '../api/client.ts';
import { useLoaded } from './loaded.ts';
import type { VersionItem } from './review-calls.ts';

export type GroupInput = z.infer<typeof releaseGroupInputSchema>;

export const loadGroups = async (signal?: AbortSignal): Promise<readonly ReleaseGroup[]> =>
  (await request('GET', '/release-groups', releaseGroupListSchema, signal ? { signal } : {})).groups;

export const useGroups = () => useLoaded(loadGroups, []);

/** A new group, or an existing one changed. */
export function saveGroup(id: string | null, input: GroupInput): Promise<ReleaseGroup> {
  const [method, path] = id === null ? (['POST', ''] as const) : (['PUT', `/${id}`] as const);
  return request(method, `/release-groups${path}`, releaseGroupSchema, { body: input });
}

export const removeGroup = (id: string) => request('DELETE', `/release-groups/${id}`, nothing);
export const releaseGroup = (id: string) =>
  request('POST', `/release-groups/${id}/release`, releaseGroupSchema);

/** What the hub needs to keep a group as it is. */
export const inputOf = ({ title, at, items }: ReleaseGroup): GroupInput => ({
  title,
  at,
  items: items.map(({ recordId, version }) => ({ recordId, version })),
});

/** The group with these versions as well; a newer version of a record takes the place of the older one. */
export function withItems(group: GroupInput, added: readonly VersionItem[]): GroupInput {
  const fresh = new Map(added.map(({ recordId, version }) => [recordId, version]));
  const kept = group.items.filter(({ recordId }) => !fresh.has(recordId));
  return { ...group, items: [...kept, ...[...fresh].map(([recordId, version]) => ({ recordId, version }))] };
}

export const withoutItem = (group: GroupInput, recordId: string): GroupInput => ({
  ...group,
  items: group.items.filter((item) => item.recordId !== recordId),
});

/** Open groups by their time, those without one last; then what is done, newest first. */
export function inOrder(groups: readonly ReleaseGroup[]): readonly ReleaseGroup[] {
  const rank = ({ state }: ReleaseGroup) => (state === 'released' ? 1 : 0);
  const time = ({ at }: ReleaseGroup) => at ?? '9999';
  return [...groups].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    return rank(a) === 0
      ? time(a).localeCompare(time(b))
      : (b.releasedAt ?? b.createdAt).localeCompare(a.releasedAt ?? a.createdAt);
  });
}

export const waitingItems = ({ items }: ReleaseGroup) => items.filter(({ isReady }) => !isReady).length;
