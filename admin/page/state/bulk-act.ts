// Approving and withdrawing many records at once, and what came of it.
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import { bulkAnswerSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';

export type BulkWhat = 'approve' | 'withdraw';
export type BulkOutcome = z.infer<typeof bulkAnswerSchema> & { readonly what: BulkWhat };

/** Asks the hub to approve or withdraw these records. */
export async function actOnRecords(what: BulkWhat, ids: readonly string[]): Promise<BulkOutcome> {
  return { what, ...(await request('POST', `/records/${what}`, bulkAnswerSchema, { body: { ids } })) };
}

export interface BulkAct {
  readonly outcome: BulkOutcome | null;
  readonly error: unknown;
  readonly isBusy: boolean;
  /** True when the hub answered. */
  readonly run: (what: BulkWhat, ids: readonly string[]) => Promise<boolean>;
}

export function useBulkAct(): BulkAct {
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (what: BulkWhat, ids: readonly string[]) => {
    setBusy(true);
    setError(null);
    setOutcome(null);
    try {
      setOutcome(await actOnRecords(what, ids));
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { outcome, error, isBusy, run };
}
