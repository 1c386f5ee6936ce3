// A case opened for work: its row, its events, where it stands, and its words where they are still held.
import { type Act, isPermitted } from '#shared/accounts/acts.ts';
import type { ActFacts } from '#shared/cases/case-acts.ts';
import type { CaseKind } from '#shared/cases/case-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Actor } from '../../http/actor.ts';
import type { CaseDesk } from '../case-desk.ts';
import {
  type CaseRow,
  loadClockSource,
  loadEvents,
  type Standing,
  type StoredEvent,
  standingOf,
} from '../case-events.ts';
import { type CaseWords, keyOfCase, openNote, openWords } from '../case-words.ts';

export interface OpenedCase extends Standing {
  readonly row: CaseRow;
  readonly events: readonly StoredEvent[];
  /** Null once erased. */
  readonly key: Uint8Array | null;
  readonly words: CaseWords | null;
}

/** Somebody bound to one agency knows of no other agency's cases. Throws `not-found`. */
export async function findCase(
  { desk }: Pick<CaseDesk, 'desk'>,
  id: string,
  actor: Pick<Actor, 'agencyId'>,
): Promise<CaseRow> {
  const row = await desk.db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined || !isWithin(row, actor)) throw new AppError('not-found', { what: id.slice(0, 60) });
  return row;
}

export const isWithin = (row: Pick<CaseRow, 'agency_id'>, { agencyId }: Pick<Actor, 'agencyId'>): boolean =>
  agencyId === null || row.agency_id === agencyId;

/** Throws `not-found`, or `cases.key-missing`. */
export async function openCase(caseDesk: CaseDesk, id: string, actor: Actor): Promise<OpenedCase> {
  const row = await findCase(caseDesk, id, actor);
  const events = await loadEvents(caseDesk.desk.db, id);
  const standing = standingOf(await loadClockSource(caseDesk.desk.db), row, events);
  return { row, events, ...standing, ...(await wordsOfRow(caseDesk, row)) };
}

/** The key and words of a row; null once erased. */
export async function wordsOfRow({ vault }: Pick<CaseDesk, 'vault'>, row: CaseRow) {
  const key = await keyOfCase(vault, row);
  const words = key === null || row.sealed === null ? null : openWords(vault, key, row.id, row.sealed);
  return { key, words };
}

/** The note of an event; empty where there is none or it was erased. */
export function noteOf(
  { vault }: Pick<CaseDesk, 'vault'>,
  { row, key }: OpenedCase,
  event: StoredEvent,
): string {
  return event.sealed === null || key === null ? '' : openNote(vault, key, row.id, event.sealed);
}

export function actFactsOf({ row, course }: Pick<OpenedCase, 'row' | 'course'>): ActFacts {
  return {
    kind: row.kind as CaseKind,
    course,
    mayPublish: row.may_publish === 1,
    hasContent: row.content_record_id !== null,
    isErased: row.erased_at !== null,
  };
}

/** Throws `http.not-permitted` unless one of the roles may do this. */
export function requireRight(actor: Pick<Actor, 'roles'>, act: Act): void {
  if (!isPermitted(actor.roles, act)) throw new AppError('http.not-permitted');
}
