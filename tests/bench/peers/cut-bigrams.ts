// How peers are given Chinese text: cut beforehand into pairs of neighbours, with runs of letters and digits whole.

const runs = /\p{Script=Han}+|[a-z0-9]+/gu;

/** Terms of a text in their order; a Chinese character that stands alone is its own term. */
export function cutBigrams(text: string): string[] {
  const terms: string[] = [];
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(runs)) {
    if (run.length === 1 || /[a-z0-9]/.test(run)) terms.push(run);
    else for (let at = 0; at + 1 < run.length; at++) terms.push(run.slice(at, at + 2));
  }
  return terms;
}

/** A query in FTS5's language: every word a phrase, of which the last term may go on where it is no pair. */
export function ftsQuery(text: string): string | null {
  const phrases: string[] = [];
  for (const word of text.split(/\s+/)) {
    const terms = cutBigrams(word);
    const last = terms.at(-1);
    if (last === undefined) continue;
    const mayGoOn = last.length === 1 || /[a-z0-9]/.test(last);
    phrases.push(`"${terms.join(' ')}"${mayGoOn ? ' *' : ''}`);
  }
  return phrases.length === 0 ? null : phrases.join(' AND ');
}

/** What MiniSearch is built and loaded with; both times the same. */
export const miniOptions = {
  fields: ['text'],
  tokenize: cutBigrams,
  processTerm: (term: string) => term,
} as const;

/** What FlexSearch is built and loaded with. */
export const flexOptions = {
  tokenize: 'strict',
  encode: cutBigrams,
  resolution: 3,
  fastupdate: false,
} as const;

/** MiniSearch cannot hold more. */
export const miniRecords = 100_000;
