// How an application may be answered (Art. 36–40), and which row of Table 2 of the annual report each answer counts in.
import type { WithholdingGround } from '../catalogue/withholding-grounds.ts';
import type { ResultRow } from '../reports/annual-form.ts';

/**
 * Art. 36 (1) already public · (2) provided, or told when · Art. 37 partial · 36 (3) refused with its ground · 36 (4)
 * not held or does not exist · 36 (5) not ours · 38 to be made or processed · 30 unclear after completion · 36 (6)
 * repeated · 36 (7) to be asked for under another law · 39 petition in disguise, publication · 35 excessive · 40
 * confirmation of what was received before · not completed in time · fee not paid in time.
 */
export const replyKinds = [
  'already-public',
  'provided',
  'partial',
  'refused',
  'not-held',
  'not-ours',
  'to-be-made',
  'unclear',
  'repeated',
  'special-law',
  'petition',
  'publication',
  'excessive',
  'confirmation',
  'not-completed',
  'not-paid',
  'other-result',
] as const;
export type ReplyKind = (typeof replyKinds)[number];

const rowsOfGround: Readonly<Record<WithholdingGround, ResultRow>> = {
  'state-secret': 'state-secret',
  'forbidden-by-law': 'forbidden',
  'security-stability': 'security',
  'third-party': 'third-party',
  'internal-affairs': 'internal',
  process: 'process',
  'enforcement-file': 'enforcement',
};

/** The row of Table 2 a reply is counted in, once; `ground` is asked for where the reply refuses. */
export function resultRowOf(reply: ReplyKind, ground: WithholdingGround | null): ResultRow {
  switch (reply) {
    case 'already-public':
    case 'provided':
      return 'granted';
    case 'refused':
      return ground === null ? 'other-result' : rowsOfGround[ground];
    case 'not-ours':
      return 'not-held';
    case 'special-law':
      return 'inquiry';
    default:
      return reply;
  }
}

/** Replies that must give reasons the applicant can read. */
export const reasonedReplies: readonly ReplyKind[] = replyKinds.filter(
  (kind) => kind !== 'already-public' && kind !== 'provided',
);
