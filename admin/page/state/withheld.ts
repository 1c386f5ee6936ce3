// The non-disclosure register fetched for its screens.
import {
  type WithheldQuery,
  withheldDetailSchema,
  withheldListSchema,
} from '#shared/protocol/withheld-api.ts';
import { request } from '../api/client.ts';
import { useLoaded } from './loaded.ts';

export interface WithheldFilter {
  readonly text: string;
  readonly agencyId: string;
  readonly ground: WithheldQuery['ground'] | '';
  readonly state: WithheldQuery['state'] | '';
  readonly due: '0' | '1';
}

export const useWithheldList = (filter: WithheldFilter, cursor: string | null, limit: number) =>
  useLoaded(
    (signal) => {
      const query = new URLSearchParams({ limit: String(limit) });
      for (const [name, value] of Object.entries(filter)) if (value !== '') query.set(name, value);
      if (cursor !== null) query.set('cursor', cursor);
      return request('GET', `/withheld?${query}`, withheldListSchema, { signal });
    },
    [filter.text, filter.agencyId, filter.ground, filter.state, filter.due, cursor, limit],
  );

export const useWithheldEntry = (id: string) =>
  useLoaded((signal) => request('GET', `/withheld/${id}`, withheldDetailSchema, { signal }), [id]);
