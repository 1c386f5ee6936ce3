// The audit trail, fetched a page at a time from the newest back.
import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod';
import { auditListSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';

export type AuditEntry = z.infer<typeof auditListSchema>['entries'][number];

const pageSize = 100;

export interface AuditPages {
  /** Null before the first page. */
  readonly entries: readonly AuditEntry[] | null;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
}

export function useAuditTrail(): AuditPages {
  const [entries, setEntries] = useState<readonly AuditEntry[] | null>(null);
  const [hasMore, setMore] = useState(true);
  const [isLoading, setLoading] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const loadMore = async () => {
    const last = entries?.at(-1);
    const query = new URLSearchParams({ limit: String(pageSize) });
    if (last) query.set('before', String(last.id));
    setLoading(true);
    setError(null);
    try {
      const page = (await request('GET', `/audit?${query}`, auditListSchema)).entries;
      setEntries([...(entries ?? []), ...page]);
      setMore(page.length === pageSize);
    } catch (failure) {
      setError(failure);
    }
    setLoading(false);
  };
  useEffect(() => void loadMore(), []);
  return { entries, hasMore, isLoading, error, loadMore: () => void (!isLoading && loadMore()) };
}
