// Three hundred things that are nobody's business, brought in by forms, terminals and the desk: none of it comes out
// again in a release, a statistic, a log, the trail, an error or in plain in the store.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServices } from '#hub/create-services.ts';
import { createHub, type Hub } from '#hub/http/create-hub.ts';
import type { HubServices } from '#hub/http/hub-services.ts';
import { type DataFolder, openDataFolder } from '#hub/open-data-folder.ts';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { publishRelease } from '#hub/publish/publish.ts';
import type { CaseAct } from '#shared/protocol/case-desk-api.ts';
import { releaseWords } from '../support/release-words.ts';
import { idNumberOf, requestOf, submissionIdOf } from '../support/temp-cases.ts';
import { agencyInput, clerk, documentInput } from '../support/temp-desk.ts';

const eachWay = 100;
const name = (index: number) => `欧阳植${String(index).padStart(3, '0')}甲`;
const phone = (index: number) => `1860000${String(1000 + index)}`;
const anyItem = /欧阳植\d{3}甲|1860000\d{4}|3412221990\d{7}[0-9X]/gu;
/** In whatever alphabet a file was read, the items as its bytes. */
const anyBytes = new RegExp(
  `${Buffer.from('欧阳植').toString('latin1')}\\d{3}|1860000\\d{4}|3412221990\\d{7}[0-9X]`,
  'gu',
);
const today = new Date().toISOString().slice(0, 10);

let dataDir: string;
let folder: DataFolder;
let services: HubServices;
let hub: Hub;
const logged: string[] = [];
const refusals: string[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mingchuang-planted-persons-'));
  folder = await openDataFolder({ dataDir });
  const settings = {
    publicUrl: 'http://localhost:8080',
    distDir: join(dataDir, 'dist'),
    releaseDir: folder.paths.release,
    incomingDir: folder.paths.incoming,
    exportsDir: folder.paths.exports,
  };
  services = createServices(folder, settings, (line, cause) => {
    logged.push(
      `${line} ${cause instanceof Error ? `${cause.stack} ${String(cause.cause)}` : String(cause)}`,
    );
  });
  hub = createHub(services, () => () => undefined);
  const { id: agencyId } = await services.venue.createAgency(agencyInput('司法局'), clerk);
  const { id } = await services.records.create(documentInput(agencyId), clerk);
  await services.records.approve([id], clerk);
  await publish();
});
afterAll(async () => {
  await hub.close();
  await folder.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const publish = () =>
  publishRelease(folder.source, {
    ...{ dataDir, publicUrl: 'http://localhost:8080', note: '', who: clerk.name, now: Date.now },
    engine: nodeEngine,
  });

let visitor = 0;
async function post(path: string, fields: Record<string, string>): Promise<string> {
  visitor += 1;
  const socket = { remoteAddress: `10.0.${visitor >> 8}.${visitor & 255}` };
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  const response = await hub.app.request(path, { method: 'POST', body }, { incoming: { socket } } as never);
  return response.text();
}

/** A form filled in, one that is refused, and a look-up with what can be no code. The form gives back what was typed. */
async function byForm(index: number): Promise<void> {
  const person = { who: 'person', name: name(index), idKind: 'resident', idNumber: idNumberOf(index) };
  const rest = {
    phone: phone(index),
    address: `${name(index)}路`,
    content: `${name(index)}的房屋档案`,
    consent: '1',
  };
  const wanted = { wantedForm: 'electronic', wantedRoute: 'online' };
  const submissionId = submissionIdOf(index, 'planted');
  await post('/m/apply', { ...person, ...rest, ...wanted, submissionId });
  await post('/m/voice', {
    kind: 'complaint',
    content: `${name(index)}办事慢`,
    submissionId: submissionIdOf(index, 'voice'),
  });
  refusals.push(await post('/m/progress', { code: 'K7M2', lastFour: phone(index).slice(-2) }));
}

/** Words at a public screen hold no name and no number: what gets past the terminal is refused by the hub. */
async function byTerminal(index: number): Promise<void> {
  const words =
    [`请找${name(index)}先生，电话${phone(index)}`, `身份证${idNumberOf(index)}`][index % 2] ?? '';
  const on = today;
  const items = [
    { kind: 'opinion', id: submissionIdOf(index, 'op'), on, recordId: null, agencyId: null, words },
    {
      kind: 'wish',
      id: submissionIdOf(index, 'wi'),
      on,
      topicId: null,
      words: words.slice(0, 40),
      from: 'keypad',
    },
    {
      ...{ kind: 'queries', id: submissionIdOf(index, 'qu'), on },
      words: [{ words: words.slice(0, 30), sessions: 9, foundNothing: true }],
    },
  ];
  const settled = await services.voice.take(items, { terminalId: 't1', way: 'network' });
  refusals.push(JSON.stringify(settled));
}

/** Taken down at the counter, handled, answered, and nearly published. */
async function byDesk(index: number): Promise<void> {
  const { applicant, submissionId: _, ...request } = requestOf(index + 5000);
  const isVoice = index % 2 === 1;
  const words = `${name(index)}要求公开${phone(index)}的登记`;
  const { id } = await services.caseHandling.enter(
    {
      ...{ ...request, submissionId: submissionIdOf(index, 'desk'), content: words, mayPublish: true },
      applicant: applicant && {
        ...applicant,
        name: name(index),
        phone: phone(index),
        idNumber: idNumberOf(index),
      },
      ...(isVoice ? { kind: 'question', wantedForm: null, wantedRoute: null } : {}),
      ...{ channel: 'counter', receivedOn: today },
    },
    clerk,
  );
  const act = async (what: CaseAct) => {
    const { revision } = await services.caseHandling.detail(id, clerk);
    return services.caseHandling.act(id, revision, what, clerk);
  };
  await act({ act: 'note', note: `已电话告知${name(index)} ${phone(index)}` });
  if (!isVoice) return;
  await act({ act: 'answer', on: today, text: `${name(index)}您好，已办。`, outcome: 'done' });
  const words2 = { title: '办事', question: words, answer: `请联系${name(index)}，${phone(index)}` };
  await act({ act: 'publish', ...words2 }).then(
    () => expect.unreachable('what names a person is not published'),
    (thrown: Error) => refusals.push(`${thrown.message} ${thrown.stack}`),
  );
}

/** Every file of the data folder but keys and the release, byte by byte. */
function rawFiles(): string {
  return readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .map((file) => join(dataDir, file))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path).toString('latin1'))
    .join('\n');
}

it('items by forms, terminals and the desk › come out nowhere', async () => {
  for (let index = 0; index < eachWay; index += 1) {
    await byForm(index);
    await byTerminal(eachWay + index);
    await byDesk(2 * eachWay + index);
  }
  const { total } = await folder.desk.db
    .selectFrom('cases')
    .select((cases) => cases.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  expect(total).toBe(3 * eachWay);
  expect(await folder.desk.db.selectFrom('voice_wishes').select('id').execute()).toEqual([]);
  expect([...`${name(7)} ${phone(7)} ${idNumberOf(7)}`.matchAll(anyItem)]).toHaveLength(3);
  await publish();
  const trail = await folder.desk.db.selectFrom('audit_entries').selectAll().execute();
  const figures = await services.statistics.period({ period: 'year', on: today });
  const texts = [...logged, ...refusals, JSON.stringify(trail), JSON.stringify(figures)].join('\n');
  expect([...texts.matchAll(anyItem)].map(([item]) => item)).toEqual([]);
  expect([...releaseWords(folder.paths.release).matchAll(anyItem)].map(([item]) => item)).toEqual([]);
  expect([...rawFiles().matchAll(anyBytes)].map(([item]) => item)).toEqual([]);
}, 120_000);
