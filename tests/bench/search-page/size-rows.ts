// What building cost and how large the result is, ours beside the peers.
import type { BenchRow } from '#scripts/bench.ts';
import type { KeptRelease } from '../measure/publish-corpus.ts';
import { sectionBytes } from '../measure/section-bytes.ts';
import { engineNames, type StoredEngine } from './stored-engines.ts';

const mb = (bytes: number) => bytes / 1e6;
const plain = (what: string, value: number, unit: string): BenchRow => ({ what, value, unit, peer: null });

export async function sizeRows(release: KeptRelease, engines: readonly StoredEngine[]): Promise<BenchRow[]> {
  const sections = [...(await sectionBytes(release.folder))].sort((a, b) => b[1] - a[1]);
  return [
    { ...plain('ours: build at publish', release.seconds, 's'), goal: 150 },
    { ...plain('ours: memory at publish', release.peakMb, 'MB'), goal: 1_000 },
    { ...plain('ours: bytes of the release', mb(release.bytes), 'MB'), goal: 200 },
    ...sections.map(([name, bytes]) => plain(`ours: of it ${name}`, mb(bytes), 'MB')),
    ...ratioToSqlite(release, engines),
    ...engines.flatMap(peerRows),
  ];
}

function ratioToSqlite(release: KeptRelease, engines: readonly StoredEngine[]): BenchRow[] {
  const built = engines.find(({ name }) => name === 'sqlite' || name === 'ranked')?.built;
  if (!built) return [];
  return [
    { ...plain('bytes ÷ SQLite bigrams with the records', release.bytes / built.bytes, '×'), goal: 0.5 },
    plain('bytes ÷ SQLite bigrams, index alone', release.bytes / (built.indexBytes ?? built.bytes), '×'),
  ];
}

function peerRows({ name, built }: StoredEngine): BenchRow[] {
  // The ranked engine asks the same database as the one that takes the newest.
  if (built === null || name === 'ranked') return [];
  return [
    plain(`${engineNames[name]}: build`, built.seconds, 's'),
    plain(`${engineNames[name]}: memory at build`, built.peakMb, 'MB'),
    plain(`${engineNames[name]}: bytes`, mb(built.bytes), 'MB'),
  ];
}
