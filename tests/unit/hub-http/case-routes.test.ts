// Routes of the handling desk: files that never lie unsealed on disk, papers that may do nothing, answers nobody keeps.
import { existsSync, readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { CaseHandling, CasePapers } from '#hub/cases/case-ports.ts';
import { printPolicy } from '#hub/http/content-security-policy.ts';
import { caseFileBounds } from '#shared/protocol/cases-api.ts';
import { fakeHub, goodToken, signedIn } from './fake-services.ts';

const fake = fakeHub();
afterAll(() => fake.remove());
const received: { readonly name: string; readonly bytes: Uint8Array }[] = [];
const bytes = new TextEncoder().encode('%PDF');

/** Only what these tests ask for; everything else is answered by the fakes. */
function give<Key extends 'caseHandling' | 'casePapers'>(
  key: Key,
  some: Partial<Key extends 'caseHandling' ? CaseHandling : CasePapers>,
): void {
  Object.defineProperty(fake.services, key, { value: some });
}
give('caseHandling', {
  addFile: async (_id, file) => {
    received.push(file);
    return { id: 'f1' };
  },
  file: async () => ({ name: '身份证 "正面".pdf', mediaType: 'application/pdf', bytes }),
  enter: async () => ({
    id: 'c1',
    receipt: { kind: 'request', number: '1号', code: 'AAAA', receivedOn: '2026-11-20', needsPhone: true },
  }),
});
give('casePapers', {
  read: async (_id, _paper, as) => ({
    name: `答复书 1号.${as}`,
    bytes: new TextEncoder().encode('<p>x</p>'),
  }),
});

const send = (form: FormData) =>
  fake.hub.app.request('/api/cases/c1/files', { method: 'POST', headers: signedIn(goodToken), body: form });
function formOf(size: number): FormData {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(size)], '../../答复附件.pdf'));
  return form;
}

describe('a file of the office › when it is sent', () => {
  it('it reaches the vault through memory alone, under a name without folders', async () => {
    const answer = await send(formOf(5000));
    expect([answer.status, await answer.json()]).toEqual([201, { id: 'f1' }]);
    expect(received.map((file) => [file.name, file.bytes.length])).toEqual([['答复附件.pdf', 5000]]);
    const { incomingDir } = fake.services.settings;
    expect(existsSync(incomingDir) ? readdirSync(incomingDir) : []).toEqual([]);
  });

  it('too large, or none at all › it is refused and kept nowhere', async () => {
    expect((await send(formOf(caseFileBounds.bytes + 1))).status).toBe(413);
    expect((await send(new FormData())).status).toBe(400);
    expect(received).toHaveLength(1);
  });
});

describe('what names people › when it is read at the desk', () => {
  it.each([
    ['/api/cases/c1/files/f1', 'application/pdf'],
    [
      '/api/cases/c1/papers/p1?as=docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
  ])('%s › it is a download nobody in between keeps', async (path, mediaType) => {
    const answer = await fake.hub.app.request(path, { headers: signedIn(goodToken) });
    expect(answer.headers.get('content-type')).toBe(mediaType);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''/u,
    );
  });

  it('a paper to print may run nothing but the button that prints it', async () => {
    const answer = await fake.hub.app.request('/api/cases/c1/papers/p1', { headers: signedIn(goodToken) });
    expect(answer.headers.get('content-security-policy')).toBe(printPolicy);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });
});
