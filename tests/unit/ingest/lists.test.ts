// Lists of documents, guides, notices and pages, from spreadsheets and .jsonl: columns, values, doubts.
import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fieldOfHeading, importFields } from '#hub/ingest/import-fields.ts';
import type { GuideDetails } from '#shared/catalogue/details.ts';
import { codesOf, draftsOf, makeWorkbook, type ReadFile, readOne, rowsOf } from './make-files.ts';

function kindOf(file: ReadFile): string | null {
  const event = file.events.find(({ type }) => type === 'recognised');
  return event?.type === 'recognised' ? event.as : null;
}

function columnsOf(file: ReadFile): (string | null)[] {
  const event = file.events.find(({ type }) => type === 'recognised');
  return event?.type === 'recognised' ? event.columns.map(({ field }) => field) : [];
}

const guideOf = (file: ReadFile): GuideDetails => draftsOf(file)[0]?.details as GuideDetails;

describe('document list', () => {
  test('every column of the header › when headings have blanks and other names › it is understood', async () => {
    const file = await readOne(
      'a.csv',
      ' 信息 名称 ,信息索取号,发文字号,发文机关,生成日期,发布日期,主题分类,体裁,有 效 性,废止日期,主题词,内容概述,正文,栏目\n' +
        '关于甲的通知,000014349/2017-00110,甲〔2017〕 47 号,某某办公室,2017年05月15日,2017-06-08 10:20,综合政务,通知,现行有效,无,公开;目录 清单,概述文字,"第一段\n第二段",法定主动公开内容 / 规范性文件\n',
    );
    expect(kindOf(file)).toBe('documents');
    expect(columnsOf(file)).toEqual([
      'title',
      'indexNo',
      'docNo',
      'agency',
      'date',
      'publishedOn',
      'topic',
      'genre',
      'validity',
      'expiresOn',
      'keywords',
      'summary',
      'body',
      'treePath',
    ]);
    expect(codesOf(file)).toEqual([]);
    expect(draftsOf(file)[0]).toMatchObject({
      kind: 'document',
      title: '关于甲的通知',
      indexNo: '000014349/2017-00110',
      docNo: '甲〔2017〕47号',
      agencyName: '某某办公室',
      date: '2017-05-15',
      publishedOn: '2017-06-08',
      validity: 'in-force',
      expiresOn: null,
      keywords: ['公开', '目录', '清单'],
      bodyHtml: '<p>第一段</p><p>第二段</p>',
      treePath: ['法定主动公开内容', '规范性文件'],
    });
  });

  test('rows above the header and a remark below › they are no records', async () => {
    const file = await readOne(
      'a.csv',
      '某县文件清单,,\n单位：某局,,\n标题,文号,发文机关\n甲,一号1号,某局\n标题,文号,发文机关\n乙,二号2号,某局\n注：共两件,,\n',
    );
    expect(rowsOf(file)).toEqual({ accepted: [4, 6], rejected: [], joined: [] });
  });

  test('a row without a title › it is refused; the others are not', async () => {
    const file = await readOne('a.csv', '标题,文号\n,甲〔2024〕1号\n乙,\n');
    expect(rowsOf(file)).toEqual({ accepted: [3], rejected: [2], joined: [] });
    expect(codesOf(file)[0]).toBe('ingest.title-missing');
  });

  test('an impossible date and an unknown validity › kept out, with row and column', async () => {
    const file = await readOne('a.csv', '标题,成文日期,有效性,发文机关\n甲,2024-02-30,大概,某局\n');
    const [event] = file.events.filter(({ type }) => type === 'accepted');
    expect(event).toMatchObject({
      draft: { date: null, validity: 'unknown' },
      warnings: [
        { row: 2, column: '成文日期', code: 'ingest.date-impossible' },
        { row: 2, column: '有效性', code: 'ingest.validity-unknown' },
      ],
    });
  });

  test('agency › the row names it, else the operator does', async () => {
    const file = await readOne('a.csv', '标题,发文机关\n甲,某局\n乙,\n', { agencyName: '操作员所选' });
    expect(draftsOf(file).map(({ agencyName }) => agencyName)).toEqual(['某局', '操作员所选']);
  });

  test('columns corrected by hand › fields move, ignored columns stay out', async () => {
    const file = await readOne('a.csv', '标题,备用名,文号\n甲,乙,丙〔2024〕1号\n', {
      as: 'documents',
      columns: { 1: 'title', 2: null },
    });
    expect(draftsOf(file)[0]).toMatchObject({ title: '乙', docNo: null });
  });

  test('no heading we know › when columns are assigned by hand › the first row is the header', async () => {
    const file = await readOne('a.csv', '甲列,乙列\n名字,某局\n', {
      as: 'documents',
      columns: { 0: 'title', 1: 'agency' },
    });
    expect(draftsOf(file)[0]).toMatchObject({ title: '名字', agencyName: '某局' });
  });

  test('HTML in a cell › it is sanitised', async () => {
    const file = await readOne('a.csv', '标题,正文\n甲,"<p onclick=""x"">好<script>alert(1)</script></p>"\n');
    expect(draftsOf(file)[0]?.bodyHtml).toBe('<p>好</p>');
  });

  test('attachments named in a list › a warning says they did not come along', async () => {
    expect(codesOf(await readOne('a.csv', '标题,发文机关,附件\n甲,某局,表.docx\n'))).toEqual([
      'ingest.attachments-ignored',
    ]);
  });

  test('header but no rows › it says so', async () => {
    expect((await readOne('a.csv', '标题,文号\n')).error?.code).toBe('ingest.no-rows');
  });
});

describe('quotes in delimited text', () => {
  const titles = async (text: string) => draftsOf(await readOne('a.csv', text)).map(({ title }) => title);

  test('line breaks and doubled quotes inside cells › they belong to the cell', async () => {
    expect(await titles('标题,文号\n"甲""乙""\n丙",一\n丁,二\n')).toEqual(['甲"乙"丙', '丁']);
  });

  test('a quote without a partner › it swallows nothing', async () => {
    const file = await readOne(
      'a.csv',
      `标题,文号\n"甲,一\n${Array.from({ length: 50 }, (_, index) => `乙${index},"二"`).join('\n')}\n`,
    );
    expect(rowsOf(file).accepted).toHaveLength(51);
    expect(codesOf(file)).toContain('ingest.unclosed-quote');
  });

  test('quotes inside a plain cell › they are ordinary characters', async () => {
    expect(await titles('标题,文号\n关于"甲"的通知,一\n')).toEqual(['关于"甲"的通知']);
  });
});

describe('guide list', () => {
  test('the columns of an item look-up › when they are in English › codes become types, the link is kept', async () => {
    const file = await readOne(
      'a.csv',
      'department,main_item,name,taskType,itemCode,areaCode,deptCode,link\n区教科体局,未分类,学生资助政策咨询,20,512C-1,511602,083,https://example.cn/a?b=1\n',
    );
    expect(kindOf(file)).toBe('guides');
    expect(draftsOf(file)[0]).toMatchObject({
      title: '学生资助政策咨询',
      agencyName: '区教科体局',
      topic: null,
    });
    expect(guideOf(file)).toMatchObject({
      itemType: '公共服务',
      itemCode: '512C-1',
      onlineUrl: 'https://example.cn/a?b=1',
    });
  });

  test('lists in cells › one entry a line, parts by bars', async () => {
    const rows = [
      [
        '事项名称',
        '实施主体',
        '受理条件',
        '申请材料',
        '办理流程',
        '常见问答',
        '到现场次数',
        '法定时限',
        '收费',
      ],
      [
        '低保申请',
        '某局',
        '条件一\n条件二',
        '身份证|1|复印件|申请人自备|必要\n照片|2|原件||否',
        '受理|窗口|1日|受理单\n审核',
        '问：要多久？\n答：十日。',
        '最多1次',
        '30个工作日',
        '不收费',
      ],
    ];
    const file = await readOne('a.xlsx', makeWorkbook({ name: '事项', rows }));
    expect(guideOf(file)).toMatchObject({
      conditions: ['条件一', '条件二'],
      materials: [
        { name: '身份证', copies: '1', form: '复印件', source: '申请人自备', required: true },
        { name: '照片', copies: '2', form: '原件', source: null, required: false },
      ],
      steps: [
        { name: '受理', person: '窗口', limit: '1日', result: '受理单' },
        { name: '审核', person: null },
      ],
      questions: [{ question: '要多久？', answer: '十日。' }],
      visits: 1,
      statutoryLimit: '30个工作日',
      fee: '不收费',
    });
  });

  test('objects in .jsonl › English and Chinese keys', async () => {
    const line = JSON.stringify({
      kind: 'guide',
      title: '低保申请',
      agency: '某局',
      materials: [{ name: '身份证', required: false }, { 名称: '照片', 份数: 2, 必要性: '必要' }, '户口簿'],
      steps: [{ name: '受理', limit: '1日' }],
      questions: [{ question: '问', answer: '答' }],
      conditions: ['一', '二'],
      visits: 0,
      onlineUrl: 'javascript:alert(1)',
    });
    const file = await readOne('a.jsonl', line);
    expect(guideOf(file)).toMatchObject({
      materials: [
        { name: '身份证', required: false },
        { name: '照片', copies: '2', required: true },
        { name: '户口簿', required: true },
      ],
      visits: 0,
      onlineUrl: null,
    });
    expect(codesOf(file)).toEqual(['ingest.value-not-understood']);
  });
});

describe('notices, pages and matters', () => {
  test('notices › level, period in one cell, contact', async () => {
    const file = await readOne(
      'a.csv',
      '公示标题,发布机构,公告级别,公示期,联系电话\n甲公示,某局,紧急,2024年1月2日至1月10日,0600-1\n',
    );
    expect(kindOf(file)).toBe('notices');
    expect(draftsOf(file)[0]?.details).toEqual({
      type: 'notice',
      level: 'emergency',
      startsOn: '2024-01-02',
      endsOn: '2024-01-10',
      contact: '0600-1',
    });
  });

  test('pages › section by code, by word, or out of the title', async () => {
    const file = await readOne(
      'a.jsonl',
      '{"title":"甲","section":"rules"}\n{"title":"乙","section":"公开指南"}\n{"title":"某区2024年政府信息公开年度报告","kind":"page"}',
    );
    expect(kindOf(file)).toBe('pages');
    expect(draftsOf(file).map(({ details }) => details)).toEqual(
      ['rules', 'disclosure-guide', 'annual-report'].map((section) => ({ type: 'page', section })),
    );
  });

  test('matters in .jsonl › codes and words for the same things', async () => {
    const common = { agency: '某局', elements: '内容', basis: '《条例》', deadline: '每季度' };
    const file = await readOne(
      'a.jsonl',
      [
        {
          ...common,
          field: '救灾',
          levels: ['甲', '乙'],
          channels: ['website', 'archive'],
          audience: ['everyone'],
          mode: ['proactive'],
          tiers: ['county'],
        },
        {
          领域: '救灾',
          一级事项: '甲',
          二级事项: '丙',
          公开内容: '内容',
          公开渠道: '■政府网站',
          公开主体: '某局',
          公开方式: '主动',
          公开层级: '乡级',
        },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    );
    const details = draftsOf(file).map((draft) => draft.details);
    expect(details[0]).toMatchObject({
      field: '救灾',
      levels: ['甲', '乙'],
      channels: ['website', 'archive'],
      audience: ['everyone'],
      mode: ['proactive'],
      tiers: ['county'],
      deadline: { every: 'quarter' },
    });
    expect(details[1]).toMatchObject({
      levels: ['甲', '丙'],
      channels: ['website'],
      mode: ['proactive'],
      tiers: ['township'],
    });
  });
});

describe('.jsonl', () => {
  test('broken lines, lists and blank lines › each is judged alone', async () => {
    const file = await readOne(
      'a.jsonl',
      '\ufeff{"标题":"甲","发文机关":"某局"}\n{broken\n\n[1]\n{"标题":"乙","发文机关":"某局"}\r\n',
    );
    expect(rowsOf(file)).toEqual({ accepted: [1, 5], rejected: [2, 4], joined: [] });
    expect(codesOf(file)).toEqual(['ingest.line-not-json', 'ingest.line-not-json']);
  });

  test('packed with gzip, or in GB18030 › it is read all the same', async () => {
    const line = '{"title":"甲的通知","issuer":"某局","date":"2025","history":["一","二"],"unknown":{"a":1}}';
    const [draft] = draftsOf(await readOne('a.jsonl.gz', gzipSync(strToU8(line))));
    expect(draft).toMatchObject({ title: '甲的通知', date: '2025', summary: '一；二' });
    const gbk = Buffer.concat([
      Buffer.from('{"title":"'),
      Buffer.from([0xbc, 0xd7, 0xcd, 0xa8, 0xd6, 0xaa]),
      Buffer.from('","docNo":"1"}'),
    ]);
    expect(draftsOf(await readOne('a.jsonl', gbk))[0]?.title).toBe('甲通知');
  });

  test('keys that only look like ours › prototype names do no harm', async () => {
    const file = await readOne(
      'a.jsonl',
      '{"title":"甲","__proto__":{"x":1},"constructor":"y","agency":"某局"}',
    );
    expect(draftsOf(file)).toHaveLength(1);
  });
});

describe('fields', () => {
  test('each kind › names are unique, labels are given in both languages', () => {
    for (const fields of Object.values(importFields)) {
      expect(new Set(fields.map(({ field }) => field)).size).toBe(fields.length);
      for (const { zh, en } of fields) expect(zh.length * en.length).toBeGreaterThan(0);
    }
  });

  test('headings › brackets, width and stars do not matter', () => {
    expect(fieldOfHeading('documents', ' * 文号（字号）：')).toBe('docNo');
    expect(fieldOfHeading('matters', '公开内容\n(要素)')).toBe('elements');
    expect(fieldOfHeading('documents', '公开方式：主动公开')).toBeNull();
  });
});
