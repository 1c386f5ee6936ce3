// Who may do what: the one table from which the hub's gates, the desk's buttons and the tests' matrix are made.
import { type Role, roles } from './roles.ts';

const everyone: readonly Role[] = roles;
/** All but who keeps the machines running. */
const readers: readonly Role[] = roles.filter((role) => role !== 'keeper');

/**
 * Acts, each with the roles that may do it. A contributor's agency narrows it further, and so does the rule that
 * nobody judges their own work: those are checked where the record is known (谁提供、谁审核、谁负责).
 */
export const rolesOfAct = {
  'account.own': everyone,
  'desk.read': everyone,
  'records.read': readers,
  'records.write': ['contributor'],
  'records.submit': ['contributor'],
  'records.review': ['reviewer', 'approver'],
  'records.approve': ['approver'],
  'records.withdraw': ['approver', 'publisher'],
  'records.emergency': ['approver', 'publisher'],
  'records.comment': ['contributor', 'reviewer', 'approver', 'publisher'],
  'imports.run': ['contributor'],
  'registers.write': ['contributor'],
  'registers.approve': ['approver'],
  'registers.withdraw': ['approver', 'publisher'],
  'release.read': everyone,
  'release.publish': ['publisher'],
  'release.schedule': ['publisher'],
  'terminals.read': everyone,
  'terminals.manage': ['keeper', 'administrator'],
  'settings.read': everyone,
  'venue.write': ['administrator'],
  'tree.write': ['administrator'],
  'synonyms.write': ['administrator', 'publisher'],
  'procedures.write': ['administrator'],
  'accounts.manage': ['administrator'],
  'audit.read': ['auditor', 'administrator'],
  'findings.answer': ['contributor', 'reviewer'],
  'calendar.write': ['administrator'],
  'deadlines.read': readers,
  'deadlines.write': ['publisher', 'administrator'],
  /** Days of exams, auctions and meetings before which something must be public. */
  'events.write': ['contributor', 'publisher'],
  'transfers.send': ['contributor'],
  'transfers.receive': ['publisher'],
  'transfers.read': readers,
  'feeds.manage': ['publisher', 'administrator'],
  'feeds.allow-hosts': ['administrator'],
  'withheld.read': ['reviewer', 'approver', 'auditor'],
  'withheld.write': ['reviewer', 'approver'],
  'withheld.decide': ['approver'],
  'ledgers.read': readers,
  'reports.write': ['publisher', 'administrator'],
  /** The ledger of requests and opinions, names masked. */
  'cases.read': readers,
  /** Opening a case with its names, and working on it. */
  'cases.handle': ['publisher', 'contributor'],
  /** Extensions and refusals need the head of the disclosure office (Art. 33). */
  'cases.decide': ['approver'],
  'cases.settings': ['administrator'],
  /** Export and erasure of what is held of one person. */
  'cases.privacy': ['administrator'],
  /** Wishes, ratings and anonymous words from terminals. */
  'voice.read': readers,
  'voice.handle': ['publisher'],
  'statistics.read': readers,
  'statistics.write': ['publisher', 'administrator'],
  'consultations.write': ['publisher', 'contributor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Act = keyof typeof rolesOfAct;

export const acts = Object.keys(rolesOfAct) as readonly Act[];

/** Whether someone with these roles may do this at all. */
export function isPermitted(held: readonly Role[], act: Act): boolean {
  const allowed: readonly Role[] = rolesOfAct[act];
  return held.some((role) => allowed.includes(role));
}
