// Transfers fetched for their screens, and what is asked of the hub about them.
import {
  type Transfer,
  type TransferListQuery,
  transferListSchema,
  transferOriginSchema,
  transferSchema,
  transferYearSchema,
  uploadLinkListSchema,
} from '#shared/protocol/transfers-api.ts';
import { chinaDay, shiftMonth } from '#shared/transfers/transfer-month.ts';
import { nothing, request } from '../api/client.ts';
import { useLoaded } from './loaded.ts';

/** What a list is narrowed to; empty words are no choice. */
export interface TransferFilter {
  readonly month: string;
  readonly agencyId: string;
  readonly state: TransferListQuery['state'] | '';
}

export const useTransferList = (filter: TransferFilter, cursor: string | null) =>
  useLoaded(
    (signal) => {
      const query = new URLSearchParams({ limit: '50' });
      for (const [name, value] of Object.entries(filter)) if (value !== '') query.set(name, value);
      if (cursor !== null) query.set('cursor', cursor);
      return request('GET', `/transfers?${query}`, transferListSchema, { signal });
    },
    [filter.month, filter.agencyId, filter.state, cursor],
  );

export const useTransfer = (id: string) =>
  useLoaded((signal) => request('GET', `/transfers/${id}`, transferSchema, { signal }), [id]);

export const useTransferYear = (year: number) =>
  useLoaded(
    (signal) => request('GET', `/transfers/summary?year=${year}`, transferYearSchema, { signal }),
    [year],
  );

export const useUploadLinks = () =>
  useLoaded(
    async (signal) => (await request('GET', '/transfer-links', uploadLinkListSchema, { signal })).links,
    [],
  );

export const useTransferOrigin = (recordId: string | null) =>
  useLoaded(
    async (signal) =>
      recordId === null
        ? null
        : (await request('GET', `/transfers/origin/${recordId}`, transferOriginSchema, { signal })).origin,
    [recordId],
  );

/** Does something with a batch and answers with what it then is. */
export const actOn = (id: string, act: 'send' | 'receive' | 'return' | 'derive-list', body?: unknown) =>
  request('POST', `/transfers/${id}/${act}`, transferSchema, body === undefined ? {} : { body });

export function sendPapers(
  id: string,
  field: 'file' | 'list' | 'scan',
  files: readonly File[],
): Promise<Transfer> {
  const form = new FormData();
  for (const file of files) form.append(field, file, file.name);
  return request('POST', `/transfers/${id}/papers`, transferSchema, { form });
}

export const removeBatch = (id: string) => request('DELETE', `/transfers/${id}`, nothing);

export const paperAddress = (id: string, sha256: string) => `/api/transfers/${id}/papers/${sha256}`;

/** The month that has just ended: what is usually transferred. */
export const usualMonth = () => shiftMonth(chinaDay(Date.now()).slice(0, 7), -1);
