// Papers of cases: filled from the case, changed before they are made, kept sealed, and whole as page and as Word file.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paperDocx } from '#hub/cases/papers/paper-docx.ts';
import { type PaperText, paragraphsOf } from '#hub/cases/papers/paper-text.ts';
import { chineseDay, yuanOf } from '#hub/cases/papers/paper-words.ts';
import { readWord } from '#hub/ingest/document/read-word.ts';
import { type CasePaperKind, casePaperKinds } from '#shared/protocol/case-desk-api.ts';
import { type CasesDesk, openCasesDesk, zhang } from '../../support/case-desk.ts';
import { codeOf } from '../../support/error-code.ts';

let desk: CasesDesk;
/** A case in which everything there is a paper for has happened. */
let full: string;

beforeAll(async () => {
  desk = await openCasesDesk();
  desk.on('2024-03-04');
  const settings = await desk.handling.settings();
  const office = { officeName: '公开办', officeAddress: '人民路1号', officePhone: '0571-88888888' };
  await desk.handling.saveSettings({ ...settings, ...office }, desk.head);
  full = await desk.submit();
  await desk.act(full, {
    ...{ act: 'assign', agencyId: desk.agencyId, handler: desk.clerk.accountId, note: '' },
  });
  await desk.act(full, {
    act: 'ask-completion',
    on: '2024-03-04',
    wanted: '写明标段。',
    until: '2024-03-25',
  });
  await desk.act(full, { act: 'complete', on: '2024-03-04', content: '一标段。' });
  for (const [kind, party] of [
    ['third-party', '明渚建设有限公司'],
    ['joint-agency', '住建局'],
  ] as const) {
    await desk.act(full, {
      ...{ act: 'consult', on: '2024-03-04', with: kind, party, question: '是否同意公开？', reachedOn: null },
    });
    await desk.act(full, { act: 'consulted', on: '2024-03-04', party, opinion: 'agrees', note: '' });
  }
  await desk.act(full, { act: 'ask-extension', workingDays: 10, reason: '量大' });
  const extension = { act: 'decide-extension', on: '2024-03-04', isApproved: true, note: '' } as const;
  await desk.act(full, extension, desk.head);
  await desk.act(full, { act: 'fee', on: '2024-03-04', basis: 'page', count: 120, payBy: '2024-04-03' });
  const reply = { act: 'reply', on: '2024-03-04', kind: 'partial', ground: 'third-party' } as const;
  const text = { text: '招标文件见附件。\n<附件>&"一"', leftOut: '单价分析表', recordIds: [], files: [] };
  await desk.act(full, { ...reply, ...text }, desk.head);
});
afterAll(() => desk.close());

const draftOf = (kind: CasePaperKind, id = full) => desk.papers.draft(id, kind, desk.clerk);
async function textOf(kind: CasePaperKind, name: string, id = full): Promise<string> {
  return (await draftOf(kind, id)).fields.find((field) => field.name === name)?.value ?? '';
}
async function read(paperId: string, as: 'html' | 'docx', id = full): Promise<Uint8Array> {
  return (await desk.papers.read(id, paperId, as, desk.clerk)).bytes;
}
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Throws for XML that is not well formed. */
function parsed(xml: string): string {
  const parser = new SaxesParser({ xmlns: true });
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.write(xml).close();
  return text;
}

/** Blanks are told apart by nobody. */
const plain = (text: string) => text.replace(/\s+/gu, '');

/** As the import reads Word files. */
async function wordText(bytes: Uint8Array): Promise<string> {
  const path = join(desk.dir, 'paper.docx');
  writeFileSync(path, bytes);
  return (await readWord({ name: 'paper.docx', bytes: bytes.length, path }, bytes.length)).bodyText;
}

describe('the papers of a case › filled from it', () => {
  it.each<[CasePaperKind, string, string[]]>([
    ['receipt', 'body', ['当面提交', '依申请〔2024〕1号', '2024年3月4日']],
    ['completion-notice', 'body', ['第三十条', '写明标段。', '2024年3月25日前补正']],
    ['reasons-notice', 'body', ['第三十五条', '十五个工作日']],
    ['extension-notice', 'body', ['第三十三条', '延长答复期限10个工作日', '2024年4月16日前']],
    ['third-party-letter', 'addressee', ['明渚建设有限公司']],
    ['third-party-letter', 'body', ['第三十二条', '是否同意公开？', '至2024年3月25日止']],
    ['third-party-confirmation', 'signer', ['明渚建设有限公司（签名或者盖章）']],
    ['joint-agency-opinion', 'body', ['第三十四条', '视为同意公开']],
    [
      'fee-notice',
      'body',
      ['提供的信息共120页', '第31页至第100页，每页10元', '第101页至第120页，每页20元', '1,100元'],
    ],
    ['reply', 'body', ['第十五条', '第三十七条', '招标文件见附件。', '单价分析表', '六十日内']],
    ['register-sheet', 'completion', ['2024年3月4日告知补正，2024年3月4日收到补正']],
    ['register-sheet', 'identity', ['居民身份证　11010519491231002X']],
  ])('%s › its %s says what the case and the regulation say', async (kind, name, words) => {
    const text = await textOf(kind, name);
    for (const one of words) expect(text).toContain(one);
  });

  it('letters to third parties do not name who asks; the others speak to a person or an organisation', async () => {
    for (const kind of ['third-party-letter', 'third-party-confirmation', 'joint-agency-opinion'] as const)
      expect(JSON.stringify((await draftOf(kind)).fields)).not.toContain('张晓梅');
    expect(await textOf('receipt', 'body')).not.toContain('（单位）');
    const firm = {
      ...zhang,
      class: 'business',
      organisation: '明渚商贸公司',
      creditCode: '91350100M000100Y43',
    } as const;
    const id = await desk.submit({ applicant: { ...firm, legalRepresentative: '王某', contact: '李某' } });
    expect(await textOf('receipt', 'body', id)).toContain('你单位');
    expect(await textOf('receipt', 'addressee', id)).toBe('明渚商贸公司');
  });

  it('a paper that tells what has not happened is not there to be made', async () => {
    const id = await desk.submit();
    const there = ['register-sheet', 'receipt', 'reasons-notice'];
    for (const kind of casePaperKinds)
      expect(await codeOf(draftOf(kind, id))).toBe(there.includes(kind) ? 'done' : 'cases.paper-unfit');
    expect(await codeOf(desk.papers.draft(id, 'receipt', desk.head))).toBe('http.not-permitted');
  });
});

describe('a paper › when it is made with what was changed', () => {
  it('it is numbered within its case, sealed in the store, and on record without its words', async () => {
    const edits = { body: '改过的正文。', addressee: '李四平', constructor: 'x' };
    const { id } = await desk.papers.make(full, 'reply', edits, desk.clerk);
    const html = decode(await read(id, 'html'));
    expect(html).toContain('改过的正文。');
    expect(html).toContain('李四平：');
    expect(html).not.toContain('style="');
    const row = await desk.desk.db
      .selectFrom('case_papers')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.number).toBe('依申请〔2024〕1号-1');
    expect(JSON.stringify(row)).not.toMatch(/改过的正文|李四平/u);
    const second = await desk.papers.make(full, 'reply', {}, desk.clerk);
    const papers = (await desk.handling.detail(full, desk.clerk)).papers;
    expect(papers.map(({ number }) => number)).toEqual(['依申请〔2024〕1号-1', '依申请〔2024〕1号-2']);
    expect(decode(await read(second.id, 'html'))).toContain('&lt;附件&gt;&amp;&quot;一&quot;');
    const trail = await desk.desk.db.selectFrom('audit_entries').selectAll().execute();
    expect(trail.map(({ action }) => action)).toContain('case.paper');
    expect(JSON.stringify(trail)).not.toMatch(/改过的正文|李四平/u);
    expect(await codeOf(read(id, 'html', await desk.submit()))).toBe('not-found');
  });
});

describe('a paper as a Word file › read back', () => {
  it.each(casePaperKinds.filter((kind) => kind !== 'transfer-notice'))(
    '%s › every part is well formed and every word of it is there',
    async (kind) => {
      const { id } = await desk.papers.make(full, kind, {}, desk.clerk);
      const bytes = await read(id, 'docx');
      for (const [path, part] of Object.entries(unzipSync(bytes)))
        expect(() => parsed(decode(part)), path).not.toThrow();
      const text = plain(await wordText(bytes));
      for (const { value } of (await draftOf(kind)).fields.filter(({ name }) => name !== 'number'))
        for (const paragraph of paragraphsOf(value)) expect(text).toContain(plain(paragraph));
    },
  );

  it('characters no XML holds do not break it', () => {
    const value = 'a\u0000b\u000bc\ufffe_x0041_\ud800';
    const text: PaperText = {
      ...{ kind: 'reply', layout: 'letter' },
      fields: [{ name: 'body', label: '', value, isLong: true }],
    };
    const parts = unzipSync(paperDocx(text, Date.UTC(1970, 0, 1)));
    expect(parsed(decode(parts['word/document.xml'] ?? new Uint8Array()))).toContain('_x0041_');
  });
});

describe('days and amounts › in official words', () => {
  it('a day is written out, and money without needless cents', () => {
    expect([chineseDay('2024-03-05'), chineseDay(null), chineseDay('无')]).toEqual([
      '2024年3月5日',
      '',
      '无',
    ]);
    expect([yuanOf(110_000), yuanOf(150)]).toEqual(['1,100元', '1.50元']);
  });
});
