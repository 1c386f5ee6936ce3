// Uploads and jobs: streamed to disk, bounded, cleaned up; previews, runs and publishing one at a time.
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportedFileReport, ImportRequest } from '#hub/http/hub-services.ts';
import { problemSchema, publishJobSchema } from '#shared/protocol/hub-api.ts';
import { type ImportJob, importJobSchema } from '#shared/protocol/import-api.ts';
import { type FakeHub, fakeHub, json, signedIn } from '../unit/hub-http/fake-services.ts';

let fake: FakeHub;
beforeEach(() => {
  fake = fakeHub();
});
afterEach(async () => {
  await fake.hub.close();
  fake.remove();
});

type NamedFile = readonly [name: string, content: string | Uint8Array<ArrayBuffer>];

function form(...files: readonly NamedFile[]): RequestInit {
  const body = new FormData();
  for (const [name, content] of files) body.append('file', new Blob([content]), name);
  return { method: 'POST', body, headers: signedIn() };
}

const send = (path: string, init: RequestInit) => fake.hub.app.request(path, init);
const incoming = () => {
  const folder = fake.services.settings.incomingDir;
  return existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
};

async function upload(...files: readonly NamedFile[]): Promise<ImportJob> {
  const response = await send('/api/imports', form(...files));
  expect(response.status).toBe(201);
  return importJobSchema.parse(await response.json());
}

async function poll(id: string): Promise<ImportJob> {
  const response = await send(`/api/imports/${id}`, { headers: signedIn() });
  return importJobSchema.parse(await response.json());
}

async function until(id: string, state: ImportJob['state']): Promise<ImportJob> {
  for (;;) {
    const job = await poll(id);
    if (job.state === state) return job;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const options = (file: string) =>
  json(
    'PUT',
    { files: [{ file, as: 'documents', columns: { 0: 'title', 2: null } }], agency: null },
    signedIn(),
  );

const report: ImportedFileReport = {
  file: 'a.csv',
  as: 'documents',
  columns: [],
  rows: 2,
  accepted: 1,
  created: 1,
  updated: 0,
  unchanged: 0,
  rejectedCount: 1,
  warningCount: 0,
  rejected: [{ row: 3, column: '标题', code: 'bad-request', details: { reason: '标题' } }],
  warnings: [],
  sample: [],
};

describe('an upload', () => {
  it('when it arrives whole › it lies on disk byte for byte and is named in the job', async () => {
    const content = new Uint8Array(300_000).map((_, index) => (index * 7) % 256);
    let read: Uint8Array | null = null;
    fake.state.importRun = async ({ sources }) => {
      read = await readFile(sources[0]?.path ?? '');
      return [];
    };
    const job = await upload(['名单\r\n--x.csv', content], ['名单\r\n--x.csv', 'b']);
    expect(job.state).toBe('uploaded');
    expect(job.files.map((file) => file.file)).toEqual(['名单--x.csv', '名单--x (2).csv']);
    await send(`/api/imports/${job.id}/options`, options('x'));
    await until(job.id, 'previewed');
    expect(Buffer.from(read ?? []).equals(content)).toBe(true);
    expect(fake.audit[0]).toMatchObject({ who: 'admin', action: 'import.upload' });
  });

  it.each(['../../etc/passwd', '..\\..\\x.csv', '/abs/olute.csv', '\u202egpj.exe', '...', ''])(
    'when the name is %j › it stays a plain name and never a path',
    async (name) => {
      const response = await send('/api/imports', form([name, 'a']));
      if (response.status === 400) return expect(name).toBe('');
      const { files } = importJobSchema.parse(await response.json());
      expect(files[0]?.file).toMatch(/^(?:passwd|x\.csv|olute\.csv|gpj\.exe|file|blob)$/);
      for (const path of incoming()) expect(String(path)).toMatch(/^[\w-]+(?:\/\d+\.upload)?$/);
    },
  );

  it('when a file is over 100 MB › it is refused while it comes in, and nothing is left', async () => {
    const chunk = new Uint8Array(1024 * 1024);
    let sent = 0;
    const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="big.csv"\r\n\r\n';
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent === 0) controller.enqueue(new TextEncoder().encode(head));
        sent += 1;
        if (sent > 110) controller.error(new Error('read too far'));
        else controller.enqueue(chunk);
      },
    });
    const headers = { ...signedIn(), 'content-type': 'multipart/form-data; boundary=b' };
    const response = await send('/api/imports', {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    const problem = problemSchema.parse(await response.json());
    expect(problem).toMatchObject({
      code: 'http.file-too-large',
      details: { name: 'big.csv', limit: '100 MB' },
    });
    expect(incoming()).toEqual([]);
  });

  it('when there are more than 50 files › it is refused, and nothing is left', async () => {
    const files = Array.from({ length: 51 }, (_, index) => [`${index}.csv`, 'a'] as const);
    expect((await send('/api/imports', form(...files))).status).toBe(413);
    expect(incoming()).toEqual([]);
  });

  it.each([
    [
      'cut off',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      'http.upload-broken',
    ],
    ['no multipart at all', 'hello', 'http.upload-broken'],
    [
      'without files',
      '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\nabc\r\n--b--\r\n',
      'http.no-file',
    ],
    ['with endless headers', `--b\r\n${'x: y\r\n'.repeat(9000)}`, 'http.upload-broken'],
    ['empty', '--b--', 'http.no-file'],
  ])('when the body is %s › it explains, and nothing is left', async (_name, body, code) => {
    const headers = { ...signedIn(), 'content-type': 'multipart/form-data; boundary=b' };
    const response = await send('/api/imports', { method: 'POST', headers, body });
    expect(problemSchema.parse(await response.json()).code).toBe(code);
    expect(incoming()).toEqual([]);
  });

  it('when it is not multipart › it answers 415', async () => {
    expect((await send('/api/imports', json('POST', {}, signedIn()))).status).toBe(415);
  });
});

describe('an import job', () => {
  it('when previewed and run › it goes through its states and then holds no files', async () => {
    const requests: ImportRequest[] = [];
    fake.state.importRun = async (request) => {
      requests.push(request);
      return [report];
    };
    const job = await upload(['a.csv', 'x']);
    await send(`/api/imports/${job.id}/options`, options('a.csv'));
    const previewed = await until(job.id, 'previewed');
    expect(previewed.files[0]?.rejected[0]?.message).toContain('标题');
    await send(`/api/imports/${job.id}/run`, json('POST', { approve: true }, signedIn()));
    await until(job.id, 'done');
    expect(requests.map(({ isDryRun, approve }) => [isDryRun, approve])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(requests[0]?.sources[0]).toMatchObject({ as: 'documents', columns: { 0: 'title', 2: null } });
    expect(incoming()).toEqual([]);
  });

  it('when another one is under way › it answers 409', async () => {
    fake.state.importRun = ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const [first, second] = [await upload(['a.csv', 'x']), await upload(['b.csv', 'x'])];
    await send(`/api/imports/${first.id}/options`, options('a.csv'));
    const response = await send(`/api/imports/${second.id}/options`, options('b.csv'));
    expect(response.status).toBe(409);
    expect(problemSchema.parse(await response.json()).code).toBe('http.job-running');
  });

  it('when deleted while running › the work is told to stop, and job and files are gone', async () => {
    let isStopped = false;
    fake.state.importRun = ({ signal }) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          isStopped = true;
          reject(signal.reason);
        }),
      );
    const job = await upload(['a.csv', 'x']);
    await send(`/api/imports/${job.id}/options`, options('a.csv'));
    const removed = await send(`/api/imports/${job.id}`, { method: 'DELETE', headers: signedIn() });
    expect(removed.status).toBe(204);
    expect(isStopped).toBe(true);
    expect(incoming()).toEqual([]);
    expect((await send(`/api/imports/${job.id}`, { headers: signedIn() })).status).toBe(404);
  });

  it('when the work fails inside › it says so without inner text, and can be previewed again', async () => {
    fake.state.importRun = async () => {
      throw new Error('secret path');
    };
    const job = await upload(['a.csv', 'x']);
    await send(`/api/imports/${job.id}/options`, options('a.csv'));
    const failed = await until(job.id, 'failed');
    expect(failed.problem?.code).toBe('internal');
    expect(JSON.stringify(failed)).not.toContain('secret');
    fake.state.importRun = async () => [report];
    await send(`/api/imports/${job.id}/options`, options('a.csv'));
    await until(job.id, 'previewed');
  });

  it('when it is run before a preview › it answers 409', async () => {
    const job = await upload(['a.csv', 'x']);
    const response = await send(`/api/imports/${job.id}/run`, json('POST', { approve: false }, signedIn()));
    expect(response.status).toBe(409);
  });

  it('when more than twenty are left lying › the oldest make room', async () => {
    const first = await upload(['a.csv', 'x']);
    for (let count = 0; count < 20; count += 1) await upload(['b.csv', 'x']);
    expect((await send(`/api/imports/${first.id}`, { headers: signedIn() })).status).toBe(404);
    expect(readdirSync(fake.services.settings.incomingDir)).toHaveLength(20);
  });
});

describe('an attachment', () => {
  it('when uploaded › it is kept by its hash and comes back as a download that can’t run', async () => {
    const response = await send('/api/attachments', form(['申请表 (空).html', '<script>1</script>']));
    expect(response.status).toBe(201);
    const { sha256, mediaType } = (await response.json()) as { sha256: string; mediaType: string };
    expect(mediaType).toBe('application/octet-stream');
    expect(incoming()).toEqual([]);
    const back = await send(`/api/attachments/${sha256}?name=${encodeURIComponent('申请表 (空).html')}`, {
      headers: signedIn(),
    });
    expect(await back.text()).toBe('<script>1</script>');
    expect(back.headers.get('content-type')).toBe('application/octet-stream');
    expect(back.headers.get('content-disposition')).toBe(
      `attachment; filename="_.html"; filename*=UTF-8''%E7%94%B3%E8%AF%B7%E8%A1%A8%20%28%E7%A9%BA%29.html`,
    );
    expect(back.headers.get('content-security-policy')).toContain('sandbox');
  });
});

describe('a publish job', () => {
  const job = async () =>
    publishJobSchema.parse(await (await send('/api/publish/job', { headers: signedIn() })).json());
  const start = () => send('/api/publish', json('POST', { note: '' }, signedIn()));

  it('when under way › its progress shows, a second one is refused, and the end is told', async () => {
    let finish = () => {};
    fake.state.publish = async ({ onProgress }) => {
      onProgress({ step: 'building', done: 3, total: 9 });
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return {
        version: 4,
        records: 9,
        byKind: { document: 9, guide: 0, notice: 0, matter: 0, page: 0, register: 0, entry: 0 },
        files: 1,
        bytes: 1,
        newFiles: 1,
        newBytes: 1,
      };
    };
    expect((await job()).state).toBe('idle');
    expect((await start()).status).toBe(202);
    expect(await job()).toMatchObject({ state: 'running', step: 'building', done: 3, total: 9 });
    expect((await start()).status).toBe(409);
    finish();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await job()).toMatchObject({ state: 'done', result: { version: 4 } });
  });

  it('when cancelled › it ends as failed and says it was cancelled', async () => {
    fake.state.publish = ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    await start();
    expect((await send('/api/publish/job', { method: 'DELETE', headers: signedIn() })).status).toBe(204);
    expect((await job()).problem?.code).toBe('http.job-cancelled');
  });
});
