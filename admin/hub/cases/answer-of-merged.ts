// The answer of the case another was merged into, for who asks after the merged one: without anybody else's data.
import type { CaseState } from '#shared/cases/case-kinds.ts';
import type { CaseDesk } from './case-desk.ts';
import type { CaseRow } from './case-events.ts';
import { type CaseWords, keyOfCase, openWords } from './case-words.ts';
import { maskedText } from './handling/mask-words.ts';

/** Cases a merged one is followed through: what it was merged into may have been merged itself. */
const mostSteps = 5;

export interface AnsweringCase {
  readonly row: CaseRow;
  readonly state: CaseState;
  /** Whoever sent both sees what was sent with the answer too. */
  readonly isSamePerson: boolean;
  /** Empty before it was answered; names and numbers of another applicant are masked. */
  readonly answer: string;
}

/** Null for a case that is not merged, and where what it was merged into was erased. */
export async function answerOfMerged(
  cases: Pick<CaseDesk, 'desk' | 'vault'>,
  row: Pick<CaseRow, 'state' | 'merged_into' | 'person_digest'>,
): Promise<AnsweringCase | null> {
  const target = row.state === 'merged' ? await follow(cases, row.merged_into) : null;
  const words = target === null ? null : await wordsOf(cases, target);
  if (target === null || words === null) return null;
  const isSamePerson = row.person_digest !== null && row.person_digest === target.person_digest;
  const answer = isSamePerson ? words.answer : withoutOther(words);
  return { row: target, state: target.state as CaseState, isSamePerson, answer };
}

async function follow({ desk }: Pick<CaseDesk, 'desk'>, first: string | null): Promise<CaseRow | null> {
  let next = first;
  for (let step = 0; next !== null && step < mostSteps; step++) {
    const row = await desk.db.selectFrom('cases').selectAll().where('id', '=', next).executeTakeFirst();
    if (row === undefined) return null;
    if (row.state !== 'merged') return row;
    next = row.merged_into;
  }
  return null;
}

async function wordsOf({ vault }: Pick<CaseDesk, 'vault'>, row: CaseRow): Promise<CaseWords | null> {
  const key = await keyOfCase(vault, row);
  return key === null || row.sealed === null ? null : openWords(vault, key, row.id, row.sealed);
}

/** Shorter values are parts of ordinary words. */
const shortestHidden = 2;

/** Besides what looks like a name or number, everything the other applicant gave of themselves. */
function withoutOther({ answer, applicant }: CaseWords): string {
  const { class: _class, idKind: _idKind, ...given } = applicant ?? {};
  const bare = Object.values(given)
    .filter((value) => value.length >= shortestHidden)
    .reduce((text, value) => text.replaceAll(value, '***'), answer);
  return maskedText(bare, null);
}
