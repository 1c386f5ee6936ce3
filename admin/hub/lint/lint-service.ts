// Checking before publication as the hub's HTTP side asks for it: findings, answers, what waits, the review sheet.
import type {
  AnswerFindings,
  RecordFindings,
  ReviewSheet,
  WaitingList,
  WaitingListQuery,
} from '#shared/protocol/lint-api.ts';
import { type Desk, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { answerFindings } from './answer-findings.ts';
import { type LinkAsker, networkAsker } from './check-links.ts';
import { CheckQueue } from './check-queue.ts';
import { checkVersion, loadVersionsToCheck } from './check-version.ts';
import { readAttachments } from './file-findings.ts';
import { checkRecordLinks } from './link-findings.ts';
import { loadFindings } from './record-findings.ts';
import { loadReviewSheet, noReviews, type ReviewSource } from './review-sheet.ts';
import { listWaiting } from './waiting-list.ts';

export interface LintService {
  /** Of the newest version; one nobody has checked is checked soon and `pending` until then. Throws `not-found`. */
  findings(recordId: string): Promise<RecordFindings>;
  /** Checks the newest version anew, and its links where asked. Throws `not-found`. */
  check(recordId: string, options: { readonly links: boolean }): Promise<RecordFindings>;
  /** See `answerFindings` for what it throws. */
  answer(recordId: string, input: AnswerFindings, actor: Actor): Promise<RecordFindings>;
  waiting(query: WaitingListQuery, actor: Actor): Promise<WaitingList>;
  /** Throws `not-found`. */
  sheet(recordId: string, version: number | null): Promise<ReviewSheet>;
  /** Checks these records' newest versions soon. */
  schedule(ids: readonly string[]): void;
  /** Checks every draft nobody has checked yet, in the background. */
  sweep(): void;
  /** Waits until the newest versions of these records are checked. */
  ensure(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export function createLintService(
  desk: Desk,
  log: (line: string, cause?: unknown) => void,
  ports: { readonly reviews?: ReviewSource; readonly links?: LinkAsker } = {},
): LintService {
  const { reviews = noReviews, links = networkAsker } = ports;
  const queue = new CheckQueue(desk, log);
  const checkNow = async (recordId: string): Promise<void> => {
    const [target] = await loadVersionsToCheck(desk.db, [recordId]);
    if (target !== undefined) await readAttachments(desk, target.content.attachments);
    await withTransaction(desk, async (inside) => {
      for (const newest of await loadVersionsToCheck(inside.db, [recordId]))
        await checkVersion(inside, newest);
    });
  };
  return {
    findings: async (recordId) => {
      const view = await loadFindings(desk.db, recordId);
      if (view.state === 'pending') queue.schedule([recordId]);
      return view;
    },
    check: async (recordId, options) => {
      await checkNow(recordId);
      if (options.links) await checkRecordLinks(desk, recordId, links);
      return loadFindings(desk.db, recordId);
    },
    answer: async (recordId, input, actor) => {
      if (input.answer === 'mended') await checkNow(recordId);
      await answerFindings(desk, recordId, input, actor);
      return loadFindings(desk.db, recordId);
    },
    waiting: (query, actor) => {
      queue.sweep();
      return listWaiting(desk.db, query, actor.agencyId);
    },
    sheet: (recordId, version) => loadReviewSheet(desk.db, reviews, recordId, version),
    schedule: (ids) => queue.schedule(ids),
    sweep: () => queue.sweep(),
    ensure: (ids) => queue.ensure(ids),
    close: () => queue.close(),
  };
}
