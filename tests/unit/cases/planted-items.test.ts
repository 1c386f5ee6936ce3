// Three hundred things that are nobody's business, sent through every public route, are in no log, error, trail or plain column.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServices } from '#hub/create-services.ts';
import { createHub, type Hub } from '#hub/http/create-hub.ts';
import { type DataFolder, openDataFolder } from '#hub/open-data-folder.ts';
import { caseReceiptSchema } from '#shared/protocol/cases-api.ts';
import { jpeg, jpegExtras } from '../../support/pictures.ts';
import { idNumberOf, submissionIdOf } from '../../support/temp-cases.ts';

const planted = 300;
/** Item `index`, in as many forms as fields: all of them end in the same mark. */
const mark = (index: number) => `植${String(index).padStart(3, '0')}甲`;
const phoneOf = (index: number) => `1860000${String(1000 + index)}`;

/** Texts and files alike are searched as bytes, once. */
const bytesOf = (text: string) => Buffer.from(text).toString('latin1');
const anyItem = new RegExp(
  `${bytesOf('植')}\\d{3}${bytesOf('甲')}|1860000\\d{4}|3412221990\\d{7}[0-9X]`,
  'gu',
);

let dataDir: string;
let folder: DataFolder;
let hub: Hub;
const logged: string[] = [];
const told: string[] = [];
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mingchuang-planted-'));
  folder = await openDataFolder({ dataDir });
  const settings = {
    publicUrl: 'http://localhost:8080',
    distDir: join(dataDir, 'dist'),
    releaseDir: folder.paths.release,
    incomingDir: folder.paths.incoming,
    exportsDir: folder.paths.exports,
  };
  const log = (line: string, cause?: unknown) =>
    void logged.push(
      `${line} ${cause instanceof Error ? `${cause.stack} ${String(cause.cause)}` : String(cause)}`,
    );
  hub = createHub(createServices(folder, settings, log), () => () => undefined);
});
afterAll(async () => {
  await hub.close();
  await folder.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Each visitor comes from an address of their own, so that limits play no part. */
let visitor = 0;
async function send(method: string, path: string, body: unknown, type = 'application/json') {
  visitor += 1;
  const socket = { remoteAddress: `10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}` };
  const bytes = body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body);
  const init = { method, headers: { 'content-type': type }, body: bytes as BodyInit };
  const response = await hub.app.request(path, init, { incoming: { socket } } as never);
  const text = await response.text();
  if (!response.ok || path === '/api/cases') told.push(text);
  return { status: response.status, text };
}

function submission(index: number) {
  const text = mark(index);
  return {
    submissionId: submissionIdOf(index),
    kind: 'request',
    applicant: {
      class: 'person',
      name: text,
      idKind: 'resident',
      idNumber: idNumberOf(index),
      phone: phoneOf(index),
      address: `${text}路`,
      email: `${phoneOf(index)}@example.org`,
      contact: text,
    },
    title: text,
    content: `${text}的内容`,
    wrong: text,
    right: text,
    recordCode: text,
    agencyId: text,
    triedSearch: { query: text, offered: [] },
    wantedForm: 'paper',
    wantedRoute: 'post',
    files: [] as string[],
  };
}

/** What people and programs get wrong, with the item where it does not belong. */
const spoiled = (index: number): readonly unknown[] => {
  const right = { ...submission(index), submissionId: submissionIdOf(index, 'spoilt') };
  const text = mark(index);
  return [
    { ...right, submissionId: text },
    { ...right, kind: text },
    { ...right, [text]: text, content: '' },
    { ...right, content: text.repeat(3000) },
    { ...right, files: text },
    { ...right, files: [text] },
    { ...right, applicant: { ...right.applicant, class: text } },
    { ...right, applicant: { ...right.applicant, idNumber: text } },
    { ...right, applicant: { ...right.applicant, email: text } },
    { ...right, applicant: { ...right.applicant, phone: text } },
    { ...right, applicant: text },
    { ...right, wantedForm: text },
    JSON.stringify(right).slice(0, -5),
    `${text}${JSON.stringify(right)}`,
    [text],
    text,
  ];
};

type Entrance = readonly [method: string, path: string, body: unknown, type?: string];

/** Everything else an item can be sent to, each refused. */
function wrongEntrances(index: number, own: object): readonly [Entrance, ...Entrance[]] {
  const text = mark(index);
  const more = { ...own, submissionId: submissionIdOf(index, 'more'), content: text };
  const foreign = `/api/cases/uploads/${phoneOf(index)}aaaaaaaaaaaaaaaa`;
  const bytes = 'application/octet-stream';
  return [
    ['POST', '/api/cases/progress', { code: text, lastFour: text.slice(0, 4) }],
    ['POST', `/api/cases/progress?${text}=${text}`, { code: phoneOf(index), lastFour: '0000' }],
    ['POST', '/api/cases/completion', more],
    ['POST', '/api/cases/completion', { ...more, submissionId: text }],
    ['POST', '/api/cases/satisfaction', { ...own, score: 5, words: text }],
    ['POST', '/api/cases/satisfaction', { ...own, score: text, words: text }],
    ['POST', '/api/cases/reply-file', { ...own, fileId: text }],
    ['POST', '/api/cases/uploads', { uploadId: text, name: text, bytes: text }],
    ['PUT', `/api/cases/uploads/${encodeURIComponent(text)}?offset=${text}`, text, 'text/plain'],
    ['PUT', `${foreign}?offset=0`, text, bytes],
    ['PUT', `/api/cases/uploads/${encodeURIComponent(text)}?offset=0`, text, bytes],
  ];
}

async function plant(index: number): Promise<void> {
  const text = mark(index);
  const right = submission(index);
  const uploadId = submissionIdOf(index, 'upload');
  const picture = jpeg(jpegExtras(6, `GPS${phoneOf(index)}`));
  if (index % 10 === 0) {
    await send('POST', '/api/cases/uploads', { uploadId, name: `${text}.jpg`, bytes: picture.length });
    await send('PUT', `/api/cases/uploads/${uploadId}?offset=0`, picture, 'application/octet-stream');
    right.files = [uploadId];
  }
  const { status, text: answer } = await send('POST', '/api/cases', right);
  expect(status).toBe(201);
  const { code } = caseReceiptSchema.parse(JSON.parse(answer));
  const lastFour = phoneOf(index).slice(-4);
  const own = { code, lastFour };
  expect((await send('POST', '/api/cases/progress', own)).status).toBe(200);
  const spoilt = spoiled(index)[index % spoiled(index).length];
  expect((await send('POST', '/api/cases', spoilt)).status).toBeGreaterThanOrEqual(400);
  const entrances = wrongEntrances(index, own);
  for (let turn = 0; turn < 3; turn += 1) {
    const [method, path, body, type] = entrances[(index * 3 + turn) % entrances.length] ?? entrances[0];
    expect((await send(method, path, body, type)).status).toBeGreaterThanOrEqual(400);
  }
  if (index % 3 === 0) expect((await send('POST', '/api/cases/withdrawal', own)).status).toBe(200);
}

/** What goes wrong on the hub's own side, where it writes to its log. */
async function breakThings(): Promise<void> {
  const index = planted;
  const keyPath = join(folder.paths.keys, 'cases.key');
  const key = readFileSync(keyPath, 'utf8');
  writeFileSync(keyPath, 'no key');
  expect((await send('POST', '/api/cases', submission(index))).status).toBe(503);
  writeFileSync(keyPath, key);
  await sql`alter table case_events rename to case_events_away`.execute(folder.desk.db);
  expect((await send('POST', '/api/cases', submission(index))).status).toBe(500);
  await sql`alter table case_events_away rename to case_events`.execute(folder.desk.db);
  const uploadId = submissionIdOf(index, 'upload');
  await send('POST', '/api/cases/uploads', { uploadId, name: mark(index), bytes: 9 });
  rmSync(folder.paths.caseFiles, { recursive: true });
  writeFileSync(folder.paths.caseFiles, '');
  const path = `/api/cases/uploads/${uploadId}?offset=0`;
  expect((await send('PUT', path, mark(index), 'application/octet-stream')).status).toBeGreaterThanOrEqual(
    500,
  );
}

/** Every file of the data folder but the keys, byte by byte. */
function rawFiles(dir: string): Buffer {
  return Buffer.concat(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(dir, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path)),
  );
}

it('items through every public route › they are in no log line, error, receipt, trail, column or file', async () => {
  for (let index = 0; index < planted; index += 1) await plant(index);
  const files = rawFiles(dataDir);
  await breakThings();
  expect(logged.length).toBeGreaterThanOrEqual(3);
  expect(told.length).toBeGreaterThan(planted * 4);
  const trail = await folder.desk.db.selectFrom('audit_entries').selectAll().execute();
  const texts = bytesOf([...logged, ...told, JSON.stringify(trail)].join('\n'));
  const uploads = texts.match(/upload-\d{12}/gu) ?? [];
  const found = [...uploads, ...(`${texts}\n${files.toString('latin1')}`.match(anyItem) ?? [])];
  expect(found).toEqual([]);
});
