// Runs of digits as people write long numbers: unbroken, in groups, digit by digit, or across a line break.

/** Digits that may be one number, with their place in the text. */
export interface DigitRun {
  /** Digits without what parts them; the last may be X. */
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** Lengths of the groups it is written in. */
  readonly groups: readonly number[];
  readonly hasLineBreak: boolean;
}

interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Digits with at most two parting characters between; a cell's border parts numbers. */
const run = /\d+(?:[ \-._·*]{0,2}\n?[ \-._·]{0,2}\d+|[ \-._·]{0,2}\n?[ \-._·]{0,2}[xX](?![0-9A-Za-z×]))*/gu;
/** Longer than any number that is looked for. */
const longest = 20;
const mostGroups = 20;

/** Every way to join neighbouring groups of every run, longest first for each beginning. */
export function* digitRuns(text: string): Generator<DigitRun> {
  for (const match of text.matchAll(run)) {
    if (match[0].length < 7) continue;
    const groups = groupsOf(match[0], match.index);
    for (let first = 0; first < groups.length; first++) yield* runsFrom(text, groups, first);
  }
}

function* runsFrom(text: string, groups: readonly Group[], first: number): Generator<DigitRun> {
  const begin = groups[first];
  if (begin === undefined) return;
  const found: DigitRun[] = [];
  let digits = '';
  for (let last = first; last < Math.min(groups.length, first + mostGroups); last++) {
    const group = groups[last];
    if (group === undefined) break;
    digits += group.digits;
    if (digits.length > longest) break;
    const lengths = groups.slice(first, last + 1).map((one) => one.digits.length);
    const hasLineBreak = text.slice(begin.start, group.end).includes('\n');
    found.push({ digits, start: begin.start, end: group.end, groups: lengths, hasLineBreak });
  }
  yield* found.reverse();
}

function groupsOf(text: string, offset: number): Group[] {
  const groups: Group[] = [];
  for (const match of text.matchAll(/\d+[xX]?|[xX]/gu)) {
    groups.push({
      digits: match[0].toUpperCase(),
      start: offset + match.index,
      end: offset + match.index + match[0].length,
    });
  }
  return groups;
}
