// The syllables of Mandarin as they are typed (no tones, ü as v), and the ways a run of letters can be cut into them.

/** Every initial with the finals it takes. */
const finalsByInitial: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ei en eng er o ou',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng o ou u',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  y: 'a an ang ao e i in ing o ong ou u uan ue un',
  w: 'a ai an ang ei en eng o u',
};

/** All syllables, in alphabetical order. */
export const syllables: readonly string[] = Object.entries(finalsByInitial)
  .flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final))
  .sort();

const longestSyllable = 6;
const mostWays = 8;
const mostLetters = 40;

const whole = new Set(syllables);
const beginnings = new Set(
  syllables.flatMap((one) => Array.from(one, (_letter, at) => one.slice(0, at + 1))),
);

export function isSyllable(letters: string): boolean {
  return whole.has(letters);
}

/**
 * The ways in which letters are full syllables one after the other, the last of which may be unfinished: `xianf`
 * is [xian, f] and [xi, an, f]. A `'` ends a syllable; `lue` and `nue` are read as `lve` and `nve`. The way that
 * takes the longest syllables first comes first; at most eight are given, none when the letters are no pinyin, or
 * more than forty.
 */
export function splitSyllables(letters: string): string[][] {
  const runs = letters
    .replace(/([ln])ue/g, '$1ve')
    .split("'")
    .filter((run) => run !== '');
  if (runs.length === 0 || letters.length > mostLetters || !/^[a-z']+$/.test(letters)) return [];
  let ways: string[][] = [[]];
  for (const [at, run] of runs.entries()) {
    const further = waysOfRun(run, at === runs.length - 1);
    ways = ways.flatMap((way) => further.map((more) => [...way, ...more])).slice(0, mostWays);
  }
  return ways;
}

/** The ways of one run without separators, from its end forwards so that dead ends are never entered. */
function waysOfRun(run: string, mayBeUnfinished: boolean): string[][] {
  const from: string[][][] = Array.from({ length: run.length + 1 }, () => []);
  from[run.length] = [[]];
  for (let start = run.length - 1; start >= 0; start--) {
    const ways: string[][] = [];
    for (let end = Math.min(run.length, start + longestSyllable); end > start; end--) {
      const piece = run.slice(start, end);
      const fits = whole.has(piece) || (mayBeUnfinished && end === run.length && beginnings.has(piece));
      if (fits) for (const rest of from[end] as string[][]) ways.push([piece, ...rest]);
    }
    from[start] = ways.slice(0, mostWays);
  }
  return from[0] as string[][];
}
