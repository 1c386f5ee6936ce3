// What the desk asks of the hub about reviews: one function an act, each answering what the hub said.

import type * as z from 'zod';
import { bulkAnswerSchema } from '#shared/protocol/hub-api.ts';
import { type RecordReview, type ReviewStep, recordReviewSchema } from '#shared/protocol/workflow-api.ts';
import { nothing, request } from '../api/client.ts';

export type BulkAnswer = z.infer<typeof bulkAnswerSchema>;
/** A version somebody decides about: the hub refuses when a newer one came meanwhile. */
export interface VersionItem {
  readonly recordId: string;
  readonly version: number;
}

const bulk = (path: string, body: unknown): Promise<BulkAnswer> =>
  request('POST', path, bulkAnswerSchema, { body });

export const loadReview = (id: string, signal?: AbortSignal): Promise<RecordReview> =>
  request('GET', `/records/${id}/review`, recordReviewSchema, signal ? { signal } : {});

export const submitVersions = (items: readonly VersionItem[], note: string) =>
  bulk('/reviews', { items, note });

export const recallVersions = (items: readonly VersionItem[]) => bulk('/reviews/recall', { items });

export const decideVersions = (
  items: readonly VersionItem[],
  decision: 'pass' | 'return',
  opinion: string,
  step?: ReviewStep,
) => bulk('/reviews/decide', { items, decision, opinion, ...(step ? { step } : {}) });

export const actOnIds = (what: 'approve' | 'withdraw', ids: readonly string[]) =>
  bulk(`/records/${what}`, { ids });

export const archiveRecord = (id: string, reason: string) =>
  request('POST', `/records/${id}/archive`, nothing, { body: { reason } });

export const supersedeRecord = (id: string, successorId: string, reason: string) =>
  request('POST', `/records/${id}/supersede`, nothing, { body: { successorId, reason } });

export const restoreRecord = (id: string) => request('POST', `/records/${id}/restore`, nothing);

export const publishInEmergency = (id: string, version: number, reason: string) =>
  request('POST', `/records/${id}/emergency`, nothing, { body: { version, reason } });

export const scheduleVersion = (id: string, version: number, at: string) =>
  request('POST', `/records/${id}/schedule`, nothing, { body: { version, at } });

export const unscheduleVersion = (id: string) => request('DELETE', `/records/${id}/schedule`, nothing);

export interface NewComment {
  readonly version: number;
  readonly place: string;
  readonly quote: string;
  readonly text: string;
}

export const addComment = (id: string, comment: NewComment) =>
  request('POST', `/records/${id}/comments`, nothing, { body: comment });

export const resolveComment = (id: string, comment: string) =>
  request('POST', `/records/${id}/comments/${comment}/resolve`, nothing);
