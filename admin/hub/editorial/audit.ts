// The audit trail: who did what to which thing, added to and never changed.
import type { AuditService } from '../http/hub-services.ts';
import type { Database } from '../store/tables.ts';
import { appendEntry } from './audit-chain.ts';
import { type Desk, instant } from './desk.ts';
import { canonicalJson } from './stored-content.ts';

/** What staff can do that is put on record; the pages give each its words. */
export type AuditAction =
  | 'record.create'
  | 'record.update'
  | 'record.approve'
  | 'record.withdraw'
  | 'record.emergency'
  | 'record.archive'
  | 'record.supersede'
  | 'record.restore'
  | 'record.schedule'
  | 'record.unschedule'
  | 'record.comment'
  | 'record.resolve'
  | 'review.submit'
  | 'review.pass'
  | 'review.return'
  | 'review.recall'
  | 'procedures.update'
  | 'group.create'
  | 'group.update'
  | 'group.remove'
  | 'group.release'
  | 'release.due'
  | 'release.fail'
  | 'agency.create'
  | 'agency.update'
  | 'venue.update'
  | 'hall.update'
  | 'synonyms.update'
  | 'calendar.import'
  | 'deadlines.policy'
  | 'contact.confirm'
  | 'event.add'
  | 'event.change'
  | 'event.remove'
  | 'tree.add'
  | 'tree.change'
  | 'tree.move'
  | 'tree.remove'
  | 'tree.install'
  | 'register.create'
  | 'register.update'
  | 'register.approve'
  | 'register.discard'
  | 'register.withdraw'
  | 'import.run'
  | 'import.approve'
  | 'ledger.add'
  | 'ledger.correct'
  | 'ledger.void'
  | 'score-rules.update'
  | 'bulletin.create'
  | 'bulletin.update'
  | 'bulletin.finalise'
  | 'bulletin.remove'
  | 'annual-report.create'
  | 'annual-report.update'
  | 'annual-report.finalise'
  | 'annual-report.page'
  | 'audit.export'
  | 'backup.make'
  | 'backup.restore'
  | 'feed.create'
  | 'feed.update'
  | 'feed.remove'
  | 'feed.arrive'
  | 'push.token-create'
  | 'push.token-revoke'
  | 'push.arrive'
  | 'release.publish'
  | 'account.create'
  | 'account.password'
  | 'account.invite'
  | 'account.accept'
  | 'account.change'
  | 'account.disable'
  | 'account.enable'
  | 'account.link'
  | 'account.link-withdraw'
  | 'account.unlock'
  | 'account.second-factor-on'
  | 'account.second-factor-off'
  | 'account.recovery-codes'
  | 'account.recovery-code-used'
  | 'account.settings'
  | 'session.end'
  | 'findings.answer'
  | 'transfer.create'
  | 'transfer.change'
  | 'transfer.remove'
  | 'transfer.send'
  | 'transfer.return'
  | 'transfer.receive'
  | 'transfer.withdraw'
  | 'transfer.link'
  | 'transfer.unlink'
  | 'withheld.propose'
  | 'withheld.change'
  | 'withheld.decide'
  | 'withheld.evaluate'
  | 'content-task.create'
  | 'content-task.act'
  | 'case.enter'
  | 'case.view'
  | 'case.file'
  | 'case.act'
  | 'case.paper'
  | 'case.find'
  | 'case.export'
  | 'case.erase'
  | 'case.retention'
  | 'case.settings'
  | 'voice.answer'
  | 'voice.settings'
  | 'consultation.open'
  | 'consultation.change'
  | 'consultation.end'
  | 'consultation.sort'
  | 'consultation.choose'
  | 'consultation.list'
  | 'consultation.draft'
  | 'session.open'
  | 'session.refuse'
  | 'session.revoke';

export interface AuditNote {
  readonly who: string;
  readonly action: AuditAction;
  /** What it was done to, in words people know it by. */
  readonly subject: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Adds one entry; call it inside the transaction of the act, so that neither exists without the other. */
export async function recordAudit(desk: Pick<Desk, 'db' | 'now'>, note: AuditNote): Promise<void> {
  const { who, action, subject } = note;
  const details = canonicalJson(note.details ?? {});
  await appendEntry(desk.db, { at: instant(desk), who, action, subject, details });
}

/** The trail as the hub's HTTP side reads and extends it. */
export function createAuditService(desk: Pick<Desk, 'db' | 'now'>): AuditService {
  return {
    list: ({ before, limit }) => listAudit(desk.db, before, limit),
    append: (entry) => appendEntry(desk.db, { at: instant(desk), ...entry }),
  };
}

async function listAudit(db: Database, before: number | null, limit: number) {
  let query = db.selectFrom('audit_entries').selectAll().orderBy('id', 'desc').limit(limit);
  if (before !== null) query = query.where('id', '<', before);
  return query.execute();
}

/** One subject for many: the first by name and how many more. */
export function subjectOf(titles: readonly string[]): string {
  const first = (titles[0] ?? '').slice(0, 100);
  return titles.length > 1 ? `${first} (+${titles.length - 1})` : first;
}
