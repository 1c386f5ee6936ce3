// Single documents: Word, PDF, web pages, text and Markdown become one clean record each.
import { describe, expect, test } from 'vitest';
import { codesOf, draftsOf, makePdf, makeWord, readOne } from './make-files.ts';

describe('Word', () => {
  test('a notice › number, signature and date are found, articles get anchors, the file is attached', async () => {
    const content = makeWord([
      '关于开展查阅点建设的通知',
      '明府办〔2024〕12号',
      '第一章 总则',
      '第一条 为了建设。',
      '某某区人民政府办公室',
      '2024年1月15日',
    ]);
    const [draft] = draftsOf(await readOne('1. 关于开展查阅点建设的通知.docx', content));
    expect(draft).toMatchObject({
      title: '关于开展查阅点建设的通知',
      docNo: '明府办〔2024〕12号',
      date: '2024-01-15',
      agencyName: '某某区人民政府办公室',
    });
    expect(draft?.bodyHtml).toContain('<h2>第一章 总则</h2><p id="art-1">第一条 为了建设。</p>');
    expect(draft?.attachments).toMatchObject([{ name: '1. 关于开展查阅点建设的通知.docx' }]);
    expect(Buffer.from(draft?.attachments[0]?.content ?? []).equals(Buffer.from(content))).toBe(true);
  });

  test('the operator named an agency › it goes before the signature', async () => {
    const content = makeWord(['正文在此。', '某某区人民政府办公室', '2024年1月15日']);
    expect(draftsOf(await readOne('a.docx', content, { agencyName: '区档案馆' }))[0]?.agencyName).toBe(
      '区档案馆',
    );
  });

  test('as a notice or page › it takes that kind; as a catalogue it is refused', async () => {
    const content = makeWord(['关于停水的公告']);
    expect(draftsOf(await readOne('关于停水的公告.docx', content, { as: 'notices' }))[0]?.details?.type).toBe(
      'notice',
    );
    expect((await readOne('a.docx', content, { as: 'matters' })).error?.code).toBe('ingest.no-header');
  });
});

describe('PDF', () => {
  test('lines that reach the margin go on, indented ones begin anew, page numbers go', async () => {
    const line = (text: string, y: number, x = 72) => ({ text, x, y, size: 12 });
    const file = await readOne(
      'x1.pdf',
      makePdf([
        { text: 'A Title Set Large', x: 200, y: 780, size: 24 },
        line('First words of the first paragraph that run on up to the right hand margin', 740, 96),
        line('and end here.', 722),
        line('Second paragraph.', 704, 96),
        line('- 1 -', 40, 290),
      ]),
    );
    const [draft] = draftsOf(file);
    expect(draft?.title).toBe('A Title Set Large');
    expect(draft?.bodyText.split('\n').slice(1)).toEqual([
      'First words of the first paragraph that run on up to the right hand margin and end here.',
      'Second paragraph.',
    ]);
    expect(draft?.attachments[0]?.mediaType).toBe('application/pdf');
  });
});

describe('web pages, text, Markdown', () => {
  test('a page › scripts, menus and styles go, heading and labels are taken', async () => {
    const file = await readOne(
      'p.html',
      '<!doctype html><html><head><title>甲的通知_某县政府网</title><style>p{}</style></head><body onload="x()"><nav>首页</nav><p>索引号：1/2024-3</p><p>发文机关：某局</p><p>正文一句。<script>x()</script></p><footer>版权</footer></body></html>',
    );
    expect(draftsOf(file)[0]).toMatchObject({
      title: '甲的通知',
      indexNo: '1/2024-3',
      agencyName: '某局',
      attachments: [],
    });
    expect(draftsOf(file)[0]?.bodyHtml).toBe('<p>索引号：1/2024-3</p><p>发文机关：某局</p><p>正文一句。</p>');
  });

  test('text with labelled lines › they become the header and leave the body', async () => {
    const file = await readOne(
      'x.txt',
      '标题: 保密审查制度\n索引号: 13564028/2024-00196\n成文日期: 2024-01-15\n有  效  性: 有效\n正文(摘写):\n原则一。\n原则二。',
    );
    expect(draftsOf(file)[0]).toMatchObject({
      title: '保密审查制度',
      indexNo: '13564028/2024-00196',
      date: '2024-01-15',
      validity: 'in-force',
      bodyText: '原则一。\n原则二。',
    });
  });

  test('text in GB18030 and with wrong bytes › read, and the damage is said', async () => {
    const gbk = Buffer.from([0xb9, 0xd8, 0xd3, 0xda, 0xbc, 0xd7, 0xb5, 0xc4, 0xcd, 0xa8, 0xd6, 0xaa]);
    expect(draftsOf(await readOne('x.txt', gbk))[0]?.title).toBe('关于甲的通知');
    const broken = Buffer.concat([
      Buffer.from('关于甲的通知全文如下。'.repeat(200)),
      Buffer.from([0xff]),
      Buffer.from('完'),
    ]);
    expect(codesOf(await readOne('x.txt', broken))).toContain('ingest.encoding-damaged');
  });

  test('Markdown › headings, lists, tables, emphasis; links that run scripts lose their link', async () => {
    const file = await readOne(
      'x.md',
      '# 甲的说明\n\n一段 **粗** 与 [链接](https://example.cn) 和 [坏](javascript:alert(1))。\n\n3. 三\n4. 四\n\n- 点\n\n> 引\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n---\n\n```\n<b>\n```\n',
    );
    const [draft] = draftsOf(file);
    expect(draft?.title).toBe('甲的说明');
    expect(draft?.bodyHtml).toContain(
      '<ol start="3"><li>三</li><li>四</li></ol><ul><li>点</li></ul><blockquote><p>引</p></blockquote>',
    );
    expect(draft?.bodyHtml).toContain(
      '<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table><hr />',
    );
    expect(draft?.bodyHtml).toContain('&lt;b&gt;');
    expect(draft?.bodyHtml).not.toContain('javascript');
  });

  test('names that say nothing › the first line becomes the title', async () => {
    expect(draftsOf(await readOne('scan0001.txt', '关于乙的公告\n\n内容。'))[0]?.title).toBe('关于乙的公告');
    expect(draftsOf(await readOne('关于丙事项的批复.txt', '内容第一行。'))[0]?.title).toBe(
      '关于丙事项的批复',
    );
  });

  test('a red head › the title under it is found, over two lines, past number and signer', async () => {
    const text =
      '某县人民政府办公室文件\n某政办发〔2023〕15号　　签发人：某某\n\n某县人民政府办公室\n关于做好防汛工作的通知\n\n各乡镇：\n现通知如下。\n\n某县人民政府办公室\n二〇二三年五月十日';
    expect(draftsOf(await readOne('scan.txt', text))[0]).toMatchObject({
      title: '某县人民政府办公室关于做好防汛工作的通知',
      date: '2023-05-10',
      agencyName: '某县人民政府办公室',
    });
  });

  test('a page with a header table and meta elements › several labels of a row are told apart', async () => {
    const page =
      '<html><head><meta name="ArticleTitle" content="甲的通知"><meta content=\'2024-05-06 9:00\' name="PubDate"><meta name="ContentSource" content="某网"></head><body><table><tr><td>索引号：</td><td>1/2024-1</td><td>发布机构：</td><td>某局</td></tr><tr><td>文号：</td><td>某财〔2024〕5号</td><td>成文日期：</td><td>2024-05-05</td></tr></table><p>正文。</p></body></html>';
    expect(draftsOf(await readOne('p.html', page))[0]).toMatchObject({
      title: '甲的通知',
      indexNo: '1/2024-1',
      agencyName: '某局',
      docNo: '某财〔2024〕5号',
      date: '2024-05-05',
      publishedOn: '2024-05-06',
    });
  });
});
