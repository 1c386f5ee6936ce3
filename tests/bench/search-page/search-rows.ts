// The figures of a search bench as rows: every ratio is the median of the ratios of single rounds, every percentile one of
// the questions of all rounds.
import type { BenchRow } from '#scripts/bench.ts';
import { median, percentile, tails } from '../measure/figures.ts';
import { queryKindNames, queryKinds } from '../queries/queries.ts';
import type { EngineRound } from './measure-engine.ts';
import { engineNames, type PeerEngine } from './stored-engines.ts';

type EngineName = PeerEngine | 'ours';

/** Rounds by engine, in the order measured: round n of one engine ran beside round n of the others. */
export type Rounds = ReadonlyMap<EngineName, readonly EngineRound[]>;

type Figure = (round: EngineRound) => number;

const cold: Figure = ({ coldMs }) => coldMs;
const mixed =
  (share: number): Figure =>
  ({ times }) =>
    percentile(times.mixed, share);

const kindsWithoutPinyin = queryKinds.filter((kind) => kind !== 'initials');
/** Of the questions a peer without pinyin can answer at all: to find nothing takes no time. */
const p95WithoutPinyin: Figure = ({ times }) =>
  percentile(
    kindsWithoutPinyin.flatMap((kind) => times[kind]),
    0.95,
  );

/** What ours is promised to be, as a share of a peer's figure in the same round. */
const ratioGoals: readonly (readonly [
  what: string,
  figure: Figure,
  peer: PeerEngine,
  goal: number | null,
])[] = [
  ['first result', cold, 'scan', 0.2],
  ['first result', cold, 'flexsearch', 1 / 60],
  ['p50', mixed(0.5), 'scan', 0.35],
  ['p95', mixed(0.95), 'scan', 0.25],
  ['p99', mixed(0.99), 'scan', 0.35],
  ['p95', mixed(0.95), 'sqlite', 1],
  ['p95 without initials', p95WithoutPinyin, 'sqlite', null],
  ['p95', mixed(0.95), 'ranked', 1 / 8],
];

const slowedGoals: typeof ratioGoals = [
  ['first result', cold, 'scan', 0.15],
  ['p95', mixed(0.95), 'scan', 0.3],
];

function ratioRows(rounds: Rounds, goals: typeof ratioGoals, when: string): BenchRow[] {
  const ours = rounds.get('ours') ?? [];
  return goals.flatMap(([what, figure, peer, goal]) => {
    const theirs = rounds.get(peer);
    if (theirs === undefined) return [];
    const ratios = ours.map((round, at) => figure(round) / figure(theirs[at] as EngineRound));
    const name = `${what}${when} ÷ ${engineNames[peer]}`;
    const told = goal === null ? {} : { goal: Number(goal.toFixed(4)) };
    return [{ what: name, value: median(ratios), unit: '×', peer: null, ...told }];
  });
}

/** Ours beside the scan, or a peer by itself. */
function engineRows(rounds: Rounds, name: EngineName, when: string): BenchRow[] {
  const own = rounds.get(name) ?? [];
  const scan = name === 'ours' ? rounds.get('scan') : undefined;
  const row = (what: string, figureOf: (rounds: readonly EngineRound[]) => number): BenchRow => ({
    what: `${engineNames[name]}: ${what}${when}`,
    value: figureOf(own),
    unit: 'ms',
    peer: scan === undefined ? null : { what: 'scan', value: figureOf(scan) },
  });
  const rows = [row('first result', (all) => median(all.map(cold)))];
  if (name === 'floor') return rows;
  const areKindsTold = when === '' && (name === 'ours' || name === 'scan');
  for (const kind of areKindsTold ? (['mixed', ...queryKinds] as const) : (['mixed'] as const)) {
    const kindName = kind === 'mixed' ? kind : queryKindNames[kind];
    for (const [tail, share] of tails) {
      rows.push(
        row(`${tail}, ${kindName}`, (all) =>
          percentile(
            all.flatMap(({ times }) => times[kind]),
            share,
          ),
        ),
      );
    }
  }
  return rows;
}

function memoryRows(rounds: Rounds): BenchRow[] {
  const memoryOf = (name: EngineName, figure: (round: EngineRound) => number | null) =>
    median((rounds.get(name) ?? []).map((round) => figure(round) ?? Number.NaN));
  const workers = memoryOf('ours', ({ workerMb }) => workerMb);
  const flex = memoryOf('flexsearch', ({ workerMb }) => workerMb);
  const ratio = {
    what: 'memory of the worker ÷ FlexSearch',
    value: workers / flex,
    unit: '×',
    peer: null,
    goal: 0.1,
  };
  const held = [...rounds.keys()].filter((name) => name !== 'floor');
  const rows = held.flatMap((name): BenchRow[] => [
    {
      what: `${engineNames[name]}: memory of the worker`,
      value: memoryOf(name, ({ workerMb }) => workerMb),
      unit: 'MB',
      peer: null,
      ...(name === 'ours' ? { goal: 24 } : {}),
    },
    {
      what: `${engineNames[name]}: resident memory of its process`,
      value: memoryOf(name, ({ rendererMb }) => rendererMb),
      unit: 'MB',
      peer: null,
    },
  ]);
  return rounds.has('flexsearch') ? [ratio, ...rows] : rows;
}

/** Everything about time and memory, ours first. */
export function searchRows(plain: Rounds, slowed: Rounds): BenchRow[] {
  const slower = ', slowed';
  return [
    ...ratioRows(plain, ratioGoals, ''),
    ...ratioRows(slowed, slowedGoals, slower),
    ...[...plain.keys()].flatMap((name) => engineRows(plain, name, '')),
    ...[...slowed.keys()].flatMap((name) => engineRows(slowed, name, slower)),
    ...memoryRows(plain),
  ];
}
