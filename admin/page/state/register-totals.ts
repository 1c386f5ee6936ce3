// A register's total rows and figures as the desk asks the hub about them.
import {
  figureFaultsSchema,
  type TotalLine,
  type TotalSums,
  totalSumsSchema,
} from '#shared/protocol/registers-api.ts';
import { nothing, request } from '../api/client.ts';
import { useLoaded } from './loaded.ts';
import type { OpenedRegister } from './registers.ts';

const typingPauseMs = 250;

/** A total row in the dialog. */
export interface TotalDraft {
  /** The row it stands behind, `''` above the first; undefined at the end, or where it stands already. */
  readonly after: string | undefined;
  readonly cells: Readonly<Record<string, string>>;
}

export const noSums: TotalSums = { sums: [] };

/** What does not add up in a register as it stands; asked again whenever it was changed. */
export const useFigureFaults = ({ id, updatedAt }: Pick<OpenedRegister, 'id' | 'updatedAt'>) =>
  useLoaded(
    (signal) => request('GET', `/registers/${id}/faults`, figureFaultsSchema, { signal }),
    [id, updatedAt],
  );

/** What each figure of a total should come to, once typing pauses; nothing while its name is none of a total. */
export const useTotalSums = (registerId: string, total: TotalLine | null, draft: TotalDraft) =>
  useLoaded(
    async (signal) => {
      await pause(typingPauseMs, signal);
      const body = { ...draft, key: total?.key ?? null };
      try {
        return await request('POST', `/registers/${registerId}/total-sums`, totalSumsSchema, {
          body,
          signal,
        });
      } catch {
        // What is wrong with the draft is said when it is saved.
        return noSums;
      }
    },
    [registerId, total?.key, JSON.stringify(draft)],
  );

export function saveTotal(registerId: string, total: TotalLine | null, body: TotalDraft): Promise<unknown> {
  return total === null
    ? request('POST', `/registers/${registerId}/totals`, nothing, { body })
    : request('PUT', `/registers/${registerId}/totals/${total.key}`, nothing, { body });
}

export function removeTotal(registerId: string, { key }: TotalLine): Promise<unknown> {
  return request('DELETE', `/registers/${registerId}/totals/${key}`, nothing);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
