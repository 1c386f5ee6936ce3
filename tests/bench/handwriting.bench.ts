// Handwriting: how often all common characters are named under each distortion, how fast, and how large the model is.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Bench, BenchRow } from '#scripts/bench.ts';
import { loadHandwritingModel } from '#scripts/make-handwriting-model.ts';
import { measureAccuracy, type WrittenCharacter } from '#tests/support/handwriting/accuracy.ts';
import { loadCommonCharacters, loadRecogniser } from '#tests/support/handwriting/common-characters.ts';
import { type Distortion, further, promised } from '#tests/support/handwriting/distortions.ts';
import { dollarP } from './handwriting/dollar-p.ts';
import type { Timing } from './handwriting/timed-recognition.ts';
import { holdCpuBack } from './search-page/cpu-quota.ts';

/** $P compares with every template at leisure: it is tried on fewer characters. */
const peerCharacters = 12;
const child = fileURLToPath(new URL('./handwriting/timed-recognition.ts', import.meta.url));

type Recognise = Parameters<typeof measureAccuracy>[2];

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

/** Recognises in a process of its own, held back to a quarter of one processor or not at all. */
async function timeRecognition(isHeldBack: boolean): Promise<Timing> {
  const running = spawn(process.execPath, [child], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: running.stdout })[Symbol.asyncIterator]();
  await lines.next();
  const quota = isHeldBack && running.pid !== undefined ? holdCpuBack([running.pid]) : null;
  if (quota) process.stdout.write(`  held back by: ${quota.way}\n`);
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.stdin.write('go\n');
  const { value } = await lines.next();
  await ended;
  quota?.release();
  return JSON.parse(String(value)) as Timing;
}

function accuracyRows(
  names: Readonly<Record<string, Distortion>>,
  characters: readonly WrittenCharacter[],
  recognise: Recognise,
): BenchRow[] {
  return Object.entries(names).flatMap(([name, distort]) => {
    const { top1, top5 } = measureAccuracy(characters, distort, recognise, 4);
    return [
      {
        what: `not among the first five: ${name}`,
        value: (1 - top5) * 100,
        unit: '%',
        peer: null,
        goal: 5,
      },
      { what: `not the first: ${name}`, value: (1 - top1) * 100, unit: '%', peer: null },
    ];
  });
}

/** Both on the same few characters, written with everything at once. */
function peerRows(characters: readonly WrittenCharacter[], recognise: Recognise): BenchRow[] {
  const few = characters.slice(0, peerCharacters);
  const measure = (by: Recognise) => {
    const started = performance.now();
    const { top5 } = measureAccuracy(few, promised['all together'], by, 4);
    return { ms: (performance.now() - started) / few.length, found: top5 * 100 };
  };
  const [ours, peer] = [measure(recognise), measure(dollarP(characters))];
  return [
    {
      what: 'among the first five: all together, few characters',
      value: ours.found,
      unit: '%',
      peer: { what: '$P', value: peer.found },
    },
    { what: 'time of one answer', value: ours.ms, unit: 'ms', peer: { what: '$P', value: peer.ms } },
  ];
}

function timeRows(name: string, { loadMs, recogniseMs }: Timing, goal?: number): BenchRow[] {
  const row = (what: string, value: number, bound?: number): BenchRow => ({
    what: `${what}, ${name}`,
    value,
    unit: 'ms',
    peer: null,
    ...(bound === undefined ? {} : { goal: bound }),
  });
  return [
    row('templates loaded', loadMs),
    row('answer p50', quantile(recogniseMs, 0.5)),
    row('answer p95', quantile(recogniseMs, 0.95), goal),
  ];
}

export const bench: Bench = {
  name: 'handwriting',
  async run() {
    const recogniser = await loadRecogniser();
    const recognise: Recognise = (strokes) => recogniser.recognise(strokes, 10);
    const common = await loadCommonCharacters();
    const model = gzipSync(await loadHandwritingModel(), { level: 9 }).length / 1e6;
    return [
      { what: 'model after gzip', value: model, unit: 'MB', peer: null, goal: 1.2 },
      ...timeRows('full speed', await timeRecognition(false)),
      ...timeRows('quarter speed', await timeRecognition(true), 50),
      ...accuracyRows(promised, common, recognise),
      ...accuracyRows(further, common.slice(0, 1000), recognise),
      ...peerRows(common, recognise),
    ];
  },
};
