// Thousands of visits one after the other, on a terminal left to itself: what page and process hold before and after each
// fresh start it makes of its page, near the beginning and at the end.
import { attractAfterVisitMs } from '#kiosk/state/attract-watch.ts';
import { manyVisits, mostVisits, shortQuietMs } from '#kiosk/state/fresh-start.ts';
import type { Bench, BenchRow } from '#scripts/bench.ts';
import { buildPages } from '#scripts/build.ts';
import { startHub } from '../support/hub.ts';
import { median } from './measure/figures.ts';
import { type BareBrowser, startBareBrowser } from './soak/bare-browser.ts';
import { hallPauses, readingMs } from './soak/hall.ts';
import { type Held, measureHeld } from './soak/held-memory.ts';
import { openTerminal, type SoakedTerminal } from './soak/soaked-terminal.ts';

/** Sessions in all: `MINGCHUANG_SOAK_SESSIONS`, or 5,000. */
const sessions = Number(process.env.MINGCHUANG_SOAK_SESSIONS ?? 5_000);
/** Seconds between two visits on average: `MINGCHUANG_SOAK_PAUSE`, or 30. */
const meanPauseMs = Number(process.env.MINGCHUANG_SOAK_PAUSE ?? 30) * 1_000;
/** After these everything that is loaded once has been loaded, and caches are full. */
const warmUp = Math.min(500, Math.floor(sessions / 3));
/** What is held is told whenever so many sessions are over. */
const tellEvery = 250;
/** So long, really, a browser takes to give back what the page before held. */
const restMs = 15_000;
/** Growth a promise allows, in percent. */
const mostGrowth = 10;
const words = [
  '低保',
  '预算',
  '医保',
  '学区',
  '征地',
  '公租房',
  '渚政规',
  '2026',
  '养老',
  '没有这样的词赑屃',
  '招聘',
  '停水',
];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Moment = 'every' | 'before' | 'after';

interface Reading extends Held {
  /** Sessions over. */
  readonly after: number;
  readonly moment: Moment;
}

const momentWords: Readonly<Record<Moment, string>> = {
  every: '',
  before: 'before a fresh start',
  after: 'after a fresh start',
};

function tell({
  after,
  moment,
  heapMb,
  workersMb,
  processMb,
  privateMb,
  untidyMb,
  browserMb,
  nodes,
}: Reading) {
  const mb = (value: number) => value.toFixed(value < 20 ? 1 : 0);
  process.stdout.write(
    `  ${String(after).padStart(5)} ${momentWords[moment].padEnd(20)} heap ${mb(heapMb)} + ${mb(workersMb)}, ` +
      `process ${mb(processMb)} (its own ${mb(privateMb)}, uncollected ${mb(untidyMb)}), ` +
      `browser ${mb(browserMb)} MB, ${nodes} nodes\n`,
  );
}

interface Soak {
  readonly readings: readonly Reading[];
  readonly problems: readonly string[];
}

async function soak(browser: BareBrowser, terminal: SoakedTerminal): Promise<Soak> {
  const readings: Reading[] = [];
  const problems: string[] = [];
  const read = async (after: number, moment: Moment) => {
    const reading = { ...(await measureHeld(browser)), after, moment };
    readings.push(reading);
    tell(reading);
  };
  const pauses = hallPauses(1, meanPauseMs);
  let visits = 0;
  for (let number = 0; number < sessions; number += 1) {
    const found = await terminal.play({ first: number, count: 1, readingMs, words });
    for (const problem of found) process.stdout.write(`  ${problem}\n`);
    problems.push(...found);
    visits += 1;
    const pauseMs = pauses.next().value;
    // In a pause this long the waiting screen comes and stands; where none came in time, the next visit is the last.
    const isLong = visits >= manyVisits && pauseMs > attractAfterVisitMs + shortQuietMs;
    const mayBeginAnew = isLong || visits === mostVisits - 1;
    if (mayBeginAnew) await read(number + 1, 'before');
    else if ((number + 1) % tellEvery === 0) await read(number + 1, 'every');
    if (!(await terminal.leaveAlone(pauseMs))) continue;
    visits = 0;
    await pause(restMs);
    await read(number + 1, 'after');
  }
  return { readings, problems };
}

/** Readings swing by a few percent with what the last visitors opened: the middle of so many stands for them. */
const heldAgainst = 3;

function growthRows(readings: readonly Reading[], moment: Moment): BenchRow[] {
  const alike = readings.filter((reading) => reading.moment === moment && reading.after >= warmUp);
  if (alike.length < 2) return [];
  const middle = (of: readonly Reading[], key: keyof Held) => median(of.map((reading) => reading[key]));
  const rows = (what: string, key: keyof Held): BenchRow[] => {
    const early = middle(alike.slice(0, heldAgainst), key);
    const late = middle(alike.slice(-heldAgainst), key);
    const peer = { what: `after ${alike[0]?.after} and more`, value: early };
    return [
      {
        what: `${what}, ${momentWords[moment]}, ${alike.at(-1)?.after} visits`,
        value: late,
        unit: 'MB',
        peer,
      },
      { what: `growth of ${what}`, value: (late / early - 1) * 100, unit: '%', peer: null, goal: mostGrowth },
    ];
  };
  return [
    ...rows('heap of the page', 'heapMb'),
    ...rows("the workers' heaps", 'workersMb'),
    ...rows('memory of the process', 'processMb'),
    ...rows('the process’s own', 'privateMb'),
  ];
}

async function run(): Promise<readonly BenchRow[]> {
  await buildPages({ isQuiet: true });
  const [hub, browser] = await Promise.all([startHub(), startBareBrowser()]);
  try {
    const { readings, problems } = await soak(browser, await openTerminal(browser, `${hub.url}/`));
    const starts = readings.filter(({ moment }) => moment === 'after').length;
    const count = (what: string, value: number) => ({ what, value, unit: '', peer: null });
    return [
      ...growthRows(readings, 'before'),
      ...growthRows(readings, 'after'),
      count('fresh starts', starts),
      { ...count('errors and sessions stuck', problems.length), goal: 0 },
    ];
  } finally {
    await browser.close();
    await hub.stop();
  }
}

export const bench: Bench = { name: 'soak', run };
