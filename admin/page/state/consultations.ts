// Consultations fetched for their screens, and the drafts of their forms.
import {
  type ConsultationPlan,
  consultationDetailSchema,
  consultationListSchema,
  type Reply,
  replyListSchema,
} from '#shared/protocol/consultations-api.ts';
import { request } from '../api/client.ts';
import { useLoaded } from './loaded.ts';
import { type PagedList, usePagedList } from './paged-list.ts';

export const useConsultationList = () =>
  useLoaded((signal) => request('GET', '/consultations', consultationListSchema, { signal }), []);

export const useConsultation = (id: string) =>
  useLoaded((signal) => request('GET', `/consultations/${id}`, consultationDetailSchema, { signal }), [id]);

export interface ReplyFilter {
  /** A place in the list of points, `whole`, or empty for all. */
  readonly point: string;
  readonly verdict: string;
  /** With names and phones; the hub puts that on record. */
  readonly isOpen: boolean;
}

const pageSize = 50;

export const useReplies = (id: string, filter: ReplyFilter): PagedList<Reply> =>
  usePagedList(
    `${id} ${JSON.stringify(filter)}`,
    async (cursor, signal) => {
      const offset = Number(cursor ?? '0');
      const { point, verdict, isOpen } = filter;
      const query = new URLSearchParams({ offset: String(offset), limit: String(pageSize) });
      query.set('open', isOpen ? '1' : '0');
      if (point !== '') query.set('point', point);
      if (verdict !== '') query.set('verdict', verdict);
      const path = `/consultations/${id}/replies?${query}`;
      const { total, replies } = await request('GET', path, replyListSchema, { signal });
      const read = offset + replies.length;
      return { total, items: replies, next: replies.length > 0 && read < total ? String(read) : null };
    },
    { isKept: true, idOf: ({ caseId }) => caseId },
  );

/** A plan before anything is filled in. */
export function emptyPlan(today: string): ConsultationPlan {
  return {
    kind: 'comment',
    startsOn: today,
    endsOn: '',
    affectsBusiness: false,
    points: [],
    ways: { post: null, email: null, phone: null, place: null },
    objection: '',
    hearing: null,
  };
}

export const emptyHearing = { on: '', at: '09:00', place: '', seats: 20, conditions: '' } as const;
