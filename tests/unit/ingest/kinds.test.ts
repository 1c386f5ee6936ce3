// Guides, notices, pages and matters, and .jsonl lines of every kind: values and doubts.
import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { GuideDetails } from '#shared/catalogue/details.ts';
import { codesOf, draftsOf, makeWorkbook, type ReadFile, readOne, refusal, rowsOf } from './make-files.ts';

function kindOf(file: ReadFile): string | null {
  const event = file.events.find(({ type }) => type === 'recognised');
  return event?.type === 'recognised' ? event.as : null;
}

const guideOf = (file: ReadFile): GuideDetails => draftsOf(file)[0]?.details as GuideDetails;

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

  test('forms, places, fees and laws in cells › each part is read, several lines are several places', async () => {
    const rows = [
      [
        '事项名称',
        '办理地点',
        '办理窗口',
        '咨询电话',
        '办理地点2',
        '申请材料',
        '收费',
        '设定依据',
        '受理条件',
        '主项名称',
        '面向自然人主题分类',
      ],
      [
        '结婚登记',
        '登记处\n图书馆东厅',
        '1号窗口\n颁证台',
        '0600-1',
        '巡回点|老街1号||每月第二个周三|0600-2',
        '声明书|1份|原件|窗口|必要|声明书（空表）|声明书（样例）',
        '工本费|某价〔2020〕1号|9元',
        '民法典||第一千零四十六条\n《婚姻登记条例》第四条',
        '1.双方自愿；2.都没有配偶',
        '未分类',
        '婚姻登记',
      ],
    ];
    const nothing = { name: null, address: null, window: null, hours: null, phone: null };
    const file = await readOne('a.xlsx', makeWorkbook({ name: '事项', rows }));
    expect(codesOf(file)).toEqual(['ingest.agency-missing']);
    expect(guideOf(file)).toMatchObject({
      address: '登记处',
      window: '1号窗口',
      phone: '0600-1',
      places: [
        { ...nothing, address: '图书馆东厅', window: '颁证台' },
        { ...nothing, name: '巡回点', address: '老街1号', hours: '每月第二个周三', phone: '0600-2' },
      ],
      materials: [{ blankForm: '声明书（空表）', sampleForm: '声明书（样例）' }],
      fee: null,
      fees: [{ item: '工本费', basis: '某价〔2020〕1号', standard: '9元' }],
      laws: [{ name: '民法典', docNo: null, article: '第一千零四十六条' }],
      basis: ['《婚姻登记条例》第四条'],
      conditions: ['双方自愿', '都没有配偶'],
      group: null,
      subjects: ['婚姻登记'],
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

  test('notices › times to show, and where to object', async () => {
    const file = await readOne(
      'a.csv',
      '公示标题,发布机构,公示开始,公示截止,展示起始,展示截止,异议受理,联系电话\n' +
        '甲公示,某局,2024-01-02,2024-01-10,2024年1月2日9时30分,2024-01-10,区纪委 0600-2,0600-1\n' +
        '乙公示,某局,2024-01-02,2024-01-10,2024-01-12 08:00,2024-01-11,,\n',
    );
    const [first, second] = draftsOf(file);
    expect(first?.shown).toEqual({ from: '2024-01-02T01:30:00.000Z', until: '2024-01-10T16:00:00.000Z' });
    expect(first?.details).toMatchObject({
      startsOn: '2024-01-02',
      endsOn: '2024-01-10',
      objection: '区纪委0600-2',
      contact: '0600-1',
    });
    expect(second).not.toHaveProperty('shown');
    expect(codesOf(file)).toEqual(['ingest.value-not-understood']);
  });

  test('notices › a period that still runs takes its notice with it, one that is over does not', async () => {
    const file = await readOne(
      'a.csv',
      '公示标题,发布机构,公示截止\n甲公示,某局,2199-01-10\n乙公示,某局,2001-01-10\n',
    );
    expect(draftsOf(file).map(({ details }) => details)).toMatchObject([{ withdrawsAtEnd: true }, {}]);
    expect(draftsOf(file)[1]?.details).not.toHaveProperty('withdrawsAtEnd');
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

  test('first lines that say nothing › they are refused, the rest is read', async () => {
    const file = await readOne('a.jsonl', '{}\n{"x":1}\n{"title":"甲","docNo":false,"date":1704384000000}\n');
    expect(rowsOf(file)).toEqual({ accepted: [3], rejected: [1, 2], joined: [] });
    expect(draftsOf(file)[0]).toMatchObject({ docNo: null, date: '2024-01-05' });
  });

  test('a whole array in a .json file › refused with what can be read instead', async () => {
    expect(await refusal('a.json', '[{"title":"甲"},{"title":"乙"}]')).toBe('ingest.unknown-format');
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
