// Deadlines at the desk: figures, lists, explanations, exports, and what staff say about contact details.
import type { DeadlinePolicy } from '#shared/calendar/rule-due.ts';
import { AppError, type Language } from '#shared/errors/app-error.ts';
import type {
  DeadlineQuery,
  DeadlineSummary,
  DueExplanation,
  Escalation,
  Owed,
  StaleItem,
  StaleQuery,
} from '#shared/protocol/deadlines-api.ts';
import { recordAudit, subjectOf } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/hub-services.ts';
import type { DeadlineKind } from '../store/deadline-tables.ts';
import { listEscalation, listOwed, listStale } from './deadline-lists.ts';
import { loadPolicy, savePolicy } from './deadline-policy.ts';
import { loadHorizon, loadSummary } from './deadline-summary.ts';
import { explainDeadline } from './explain-deadline.ts';
import { refreshDeadlines } from './refresh-deadlines.ts';
import { touchRecords } from './touched-records.ts';

/** What was just saved is in the lists at once; more than this is worked down in the background. */
const mostAtOnce = 300;

interface Page<T> {
  readonly total: number;
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Whoever belongs to one agency sees that agency's part of every list. */
export interface DeadlineService {
  summary(actor: Pick<Actor, 'agencyId'>): Promise<DeadlineSummary>;
  /** Throws `store.bad-cursor`. */
  owed(query: DeadlineQuery, actor: Pick<Actor, 'agencyId'>): Promise<Page<Owed>>;
  escalation(actor: Pick<Actor, 'agencyId'>): Promise<Escalation['rows']>;
  /** Throws `store.bad-cursor`. */
  stale(query: StaleQuery, actor: Pick<Actor, 'agencyId'>): Promise<Page<StaleItem>>;
  /** Throws `not-found`. */
  explain(
    of: { readonly subject: string; readonly kind: DeadlineKind },
    actor: Pick<Actor, 'agencyId'>,
    language: Language,
  ): Promise<DueExplanation>;
  policy(): Promise<DeadlinePolicy>;
  savePolicy(policy: DeadlinePolicy, actor: Actor): Promise<void>;
  /** Puts on record that the contact details of these records and agencies are still right. */
  confirmContacts(ids: readonly string[], actor: Actor): Promise<void>;
  /** Works out everything that was touched; returns how many records are left. */
  refresh(): Promise<number>;
}

export function createDeadlineService(desk: Desk): DeadlineService {
  const fresh = async () => void (await refreshDeadlines(desk, { most: mostAtOnce }));
  const scoped = <T extends { agencyId?: string | undefined }>(
    query: T,
    actor: Pick<Actor, 'agencyId'>,
  ): T => (actor.agencyId === null ? query : { ...query, agencyId: actor.agencyId });
  return {
    summary: async (actor) => {
      await fresh();
      return loadSummary(desk, actor.agencyId ?? undefined);
    },
    owed: async (query, actor) => {
      await fresh();
      return listOwed(desk.db, scoped(query, actor), await loadHorizon(desk));
    },
    escalation: async (actor) => {
      await fresh();
      return listEscalation(desk.db, actor.agencyId ?? undefined, await loadHorizon(desk));
    },
    stale: async (query, actor) => {
      await fresh();
      return listStale(desk.db, scoped(query, actor), (await loadHorizon(desk)).today);
    },
    explain: async ({ subject, kind }, actor, language) => {
      const { agencyId, ...explanation } = await explainDeadline(desk.db, subject, kind, language);
      if (actor.agencyId !== null && actor.agencyId !== agencyId)
        throw new AppError('not-found', { what: subject });
      return explanation;
    },
    policy: () => loadPolicy(desk.db),
    savePolicy: (policy, actor) => savePolicy(desk, policy, actor),
    confirmContacts: (ids, actor) => confirmContacts(desk, ids, actor),
    refresh: () => refreshDeadlines(desk),
  };
}

function confirmContacts(desk: Desk, ids: readonly string[], actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const records = await inside.db
      .selectFrom('records')
      .select(['id', 'title'])
      .where('id', 'in', ids)
      .execute();
    const agencies = await inside.db
      .selectFrom('agencies')
      .select(['id', 'name'])
      .where('id', 'in', ids)
      .execute();
    const found = [...records, ...agencies.map(({ id, name }) => ({ id, title: name }))];
    if (found.length === 0) throw new AppError('not-found', { what: ids[0] ?? '' });
    const row = { at: instant(desk), who: actor.name };
    for (const { id } of found) {
      await inside.db
        .insertInto('contact_checks')
        .values({ subject_id: id, ...row })
        .onConflict((conflict) => conflict.column('subject_id').doUpdateSet(row))
        .execute();
    }
    await touchRecords(
      inside.db,
      records.map(({ id }) => id),
    );
    const subject = subjectOf(found.map(({ title }) => title));
    await recordAudit(inside, {
      who: actor.name,
      action: 'contact.confirm',
      subject,
      details: { ids: [...ids] },
    });
  });
}
