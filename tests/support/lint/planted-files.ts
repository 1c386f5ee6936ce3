// Plants leaks in files of every kind: each file holds calm text and one leak, and says what must be found in it.
import { strToU8 } from 'fflate';
import type { RuleId } from '#shared/lint/rule-table.ts';
import { calmLines, leakMakers, type TextLeak } from './leak-texts.ts';
import { type RandomPeople, randomPeople } from './random-people.ts';
import { lines as pdfLines, writePdf } from './write-pdf.ts';
import {
  brokenParagraph,
  deleted,
  inserted,
  paragraph,
  pictureWithWords,
  styledParagraph,
  textBox,
  wordTable,
  writeWord,
} from './write-word.ts';
import { writeWorkbook } from './write-workbook.ts';

export interface PlantedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Any of these says that it was found. */
  readonly rules: readonly RuleId[];
  /** What was planted, for the list of what was missed. */
  readonly what: string;
}

const title = '关于做好便民服务工作的通知';

/** The text of a leak within calm lines, at its place. */
function withCalm({ lines = [], at }: TextLeak): string[] {
  if (at === 'title') return [...lines, ...calmLines];
  if (at === 'top') return [...lines, title, ...calmLines];
  if (at === 'end') return [title, ...calmLines, ...lines];
  return [title, ...calmLines.slice(0, 3), ...lines, ...calmLines.slice(3)];
}

type Container = (leak: TextLeak) => readonly [extension: string, bytes: Uint8Array];

const containers: readonly Container[] = [
  (leak) => [
    'docx',
    writeWord({
      body: leak.table
        ? [paragraph(title), ...calmLines.map((line) => paragraph(line)), wordTable(leak.table)]
        : withCalm(leak).map((line) => brokenParagraph(line)),
    }),
  ],
  (leak) => {
    const texts = leak.table
      ? [title, ...calmLines, ...leak.table.map((row) => row.join('  '))]
      : withCalm(leak);
    return ['pdf', writePdf({ pages: [pdfLines(texts)] })];
  },
  (leak) => {
    const rows = leak.table?.map(
      (row, index) =>
        `<tr>${row.map((cell) => (index === 0 ? `<th>${html(cell)}</th>` : `<td>${html(cell)}</td>`)).join('')}</tr>`,
    );
    const body = rows
      ? `<h1>${title}</h1>${calmLines.map((line) => `<p>${html(line)}</p>`).join('\n')}<table>${rows.join('')}</table>`
      : withCalm(leak)
          .map((line) => `<p><span>${html(line)}</span></p>`)
          .join('\n');
    return [
      'html',
      strToU8(`<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`),
    ];
  },
  (leak) => [
    'xlsx',
    writeWorkbook({
      sheets: [
        {
          name: '说明',
          rows: [
            ['事项', '要求'],
            ['时限', '20个工作日'],
            ['窗口', '二楼15号'],
          ],
        },
        {
          name: leak.table?.[0]?.length === 1 ? (leak.table[0][0] ?? '表') : '名单',
          rows: leak.table ?? withCalm(leak).map((line) => [line]),
        },
      ],
    }),
  ],
];

const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Every leak of text in one container after the other, so that each sort meets several. */
function textFiles(r: RandomPeople): PlantedFile[] {
  return leakMakers.map((make, index) => {
    const leak = make(r);
    // Rows drawn side by side on a page lose the columns that say what they are: tables go into files that keep them.
    const choices = leak.table ? containers.filter((_, place) => place !== 1) : containers;
    const container = choices[index % choices.length] as Container;
    const [extension, bytes] = container(leak);
    const what = `${leak.rule} ${extension} ${(leak.lines ?? leak.table?.map((row) => row.join('|')) ?? []).join(' / ')}`;
    return { name: `${index}.${extension}`, bytes, rules: [leak.rule], what };
  });
}

const calm = calmLines.map((line) => paragraph(line));
const secretNote = '此处数据未经核实，先不对外公布';

/** Content nobody sees, in every way a Word file has. */
function wordFiles(r: RandomPeople): PlantedFile[] {
  const file = (
    what: string,
    rules: readonly RuleId[],
    parts: Parameters<typeof writeWord>[0],
  ): PlantedFile => ({
    name: `${what}.docx`,
    bytes: writeWord(parts),
    rules,
    what: `docx ${what}`,
  });
  const person = `${r.name()} ${r.id()}`;
  return [
    file('隐藏文字', ['hidden-text'], { body: [...calm, paragraph(secretNote, '<w:vanish/>')] }),
    file('隐藏的身份证', ['id-number'], { body: [...calm, paragraph(person, '<w:vanish w:val="1"/>')] }),
    file('白字', ['hidden-text'], { body: [...calm, paragraph(secretNote, '<w:color w:val="FFFFFF"/>')] }),
    file('主题色白字', ['hidden-text'], {
      body: [...calm, paragraph(secretNote, '<w:color w:val="auto" w:themeColor="background1"/>')],
    }),
    file('极小字', ['hidden-text'], { body: [...calm, paragraph(secretNote, '<w:sz w:val="2"/>')] }),
    file('样式隐藏', ['hidden-text'], {
      body: [...calm, styledParagraph(secretNote, 'Secret')],
      styles:
        '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Secret"><w:basedOn w:val="Base"/></w:style>',
    }),
    file('批注', ['comment'], { body: calm, comment: '张科长：这段删掉，领导不同意公开。' }),
    file('批注里的手机号', ['mobile-phone'], { body: calm, comment: `有问题打我手机${r.mobile()}` }),
    file('删除修订', ['tracked-change'], { body: [...calm, deleted('原定补偿标准每亩八万元')] }),
    file('插入修订', ['tracked-change'], { body: [...calm, inserted('增加一条：不适用于外地户籍')] }),
    file('删除的身份证', ['id-number'], { body: [...calm, deleted(person)] }),
    file('作者', ['metadata'], { body: calm, creator: r.name() }),
    file('单位', ['metadata'], { body: calm, company: '某区纪委监委第三审查室' }),
    file('页眉密级', ['classification'], { body: calm, header: '机密★1年' }),
    file('页脚内部', ['internal-mark'], { body: calm, footer: '内部资料，注意保存' }),
    file('脚注手机', ['mobile-phone'], { body: calm, footnote: `数据由${r.name()}（${r.mobile()}）提供。` }),
    file('文本框身份证', ['id-number'], { body: [...calm, textBox(`持证人${r.id()}`)] }),
    file('替代文字', ['mobile-phone'], {
      body: [...calm, pictureWithWords(`截图：${r.name()}微信${r.mobile()}`)],
    }),
    file('夹带表格', ['embedded-file'], {
      body: calm,
      files: {
        'word/embeddings/Microsoft_Excel_Sheet1.xlsx': writeWorkbook({
          sheets: [
            {
              name: '底表',
              rows: [
                ['a', 'b'],
                ['1', '2'],
              ],
            },
          ],
        }),
      },
    }),
    file('夹带表格里的身份证', ['id-number'], {
      body: calm,
      files: {
        'word/embeddings/Sheet.xlsx': writeWorkbook({
          sheets: [
            {
              name: '底表',
              rows: [
                ['姓名', '身份证号'],
                [r.name(), r.id()],
              ],
            },
          ],
        }),
      },
    }),
    file('图片位置', ['image-location'], {
      body: calm,
      files: { 'word/media/image1.jpeg': pictureWithPosition() },
    }),
    file('模板路径', ['local-path'], {
      body: calm,
      externalTargets: ['file:///C:\\Users\\liming\\AppData\\模板.dotx'],
    }),
    file('单元格白字', ['hidden-text'], {
      body: [
        ...calm,
        `<w:tbl><w:tr><w:tc>${paragraph('合计')}</w:tc><w:tc>${paragraph('实际支出三百万元', '<w:color w:val="FFFFFF"/>')}</w:tc></w:tr></w:tbl>`,
      ],
    }),
  ];
}

function pdfFiles(r: RandomPeople): PlantedFile[] {
  const file = (
    what: string,
    rules: readonly RuleId[],
    parts: Omit<Parameters<typeof writePdf>[0], 'pages'> & {
      readonly extra?: Parameters<typeof writePdf>[0]['pages'][number];
    },
  ): PlantedFile => {
    const { extra = [], ...rest } = parts;
    return {
      name: `${what}.pdf`,
      bytes: writePdf({ ...rest, pages: [[...pdfLines(calmLines.slice(0, 4)), ...extra]] }),
      rules,
      what: `pdf ${what}`,
    };
  };
  const text = (words: string, more: object = {}) =>
    ({ kind: 'text', text: words, x: 60, y: 500, ...more }) as const;
  const box = (colour: readonly [number, number, number] = [0, 0, 0]) =>
    ({ kind: 'box', x: 55, y: 494, width: 420, height: 20, colour }) as const;
  return [
    file('黑框', ['covered-text'], { extra: [text(`当事人${r.name()}的住所`), box()] }),
    file('黑框下的身份证', ['id-number'], { extra: [text(`身份证${r.id()}`), box()] }),
    file('灰框', ['covered-text'], { extra: [text('中标候选人评分明细'), box([0.2, 0.2, 0.2])] }),
    file('白框遮盖', ['covered-text'], { extra: [text('评审专家名单和打分'), box([1, 1, 1])] }),
    file('黑底黑字', ['covered-text'], { extra: [box(), text('拟定底价为四百二十万元')] }),
    file('白字', ['hidden-text'], { extra: [text(secretNote, { colour: [1, 1, 1] })] }),
    file('极小字', ['hidden-text'], { extra: [text(secretNote, { size: 0.5 })] }),
    file('透明文字', ['hidden-text'], { extra: [text(secretNote, { mode: 3 })] }),
    file('页外文字', ['hidden-text'], { extra: [text(secretNote, { x: 900 })] }),
    file('隐藏图层', ['hidden-text'], { extra: [text(secretNote, { isInHiddenLayer: true })] }),
    file('注释', ['comment'], { comment: '此段建议不公开，待请示' }),
    file('注释黑块', ['covered-text'], { extra: [text(`举报人${r.name()}`)], cover: [50, 490, 480, 520] }),
    file('作者', ['metadata'], { author: r.name() }),
    file('标题属性', ['draft-wording'], { title: '人才引进办法（讨论稿）' }),
    file('夹带附件', ['embedded-file'], { file: { name: '名单.txt', content: '内部' } }),
    file('附件里的手机号', ['mobile-phone'], {
      file: { name: '通讯录.csv', content: `姓名,手机\n${r.name()},${r.mobile()}\n` },
    }),
    file('内网链接', ['private-link'], { link: 'http://172.16.8.9/oa/doc/1' }),
  ];
}

function pageFiles(r: RandomPeople): PlantedFile[] {
  const file = (what: string, rules: readonly RuleId[], extra: string, head = ''): PlantedFile => ({
    name: `${what}.html`,
    bytes: strToU8(
      `<html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${calmLines.map((line) => `<p>${html(line)}</p>`).join('')}${extra}</body></html>`,
    ),
    rules,
    what: `html ${what}`,
  });
  return [
    file('注释', ['comment'], '<!-- 领导批示：这一段等审计结束再放出来 -->'),
    file('注释里的身份证', ['id-number'], `<!-- ${r.name()} ${r.id()} -->`),
    file('不显示', ['hidden-text'], `<div style="display:none">${secretNote}</div>`),
    file('隐藏属性', ['hidden-text'], `<section hidden><p>${secretNote}</p></section>`),
    file('不可见', ['hidden-text'], `<span style="visibility: hidden">${secretNote}</span>`),
    file('白字', ['hidden-text'], `<p><font color="#FFFFFF">${secretNote}</font></p>`),
    file(
      '类样式',
      ['hidden-text'],
      `<p class="note old">${secretNote}</p>`,
      '<style>.old{display:none}</style>',
    ),
    file(
      '白字样式',
      ['hidden-text'],
      `<p style="color:rgb(255,255,255);background-color:#fff">${secretNote}</p>`,
    ),
    file('零字号', ['hidden-text'], `<p style="font-size:0">${secretNote}</p>`),
    file('移出页面', ['hidden-text'], `<p style="position:absolute;left:-9999px">${secretNote}</p>`),
    file('透明', ['hidden-text'], `<p style="opacity:0">${secretNote}</p>`),
    file('表单值', ['id-number'], `<input type="hidden" name="sfz" value="${r.id()}">`),
    file(
      '脚本数据',
      ['mobile-phone'],
      `<script>var list=[{name:"${r.name()}",phone:"${r.mobile()}"}];</script>`,
    ),
    file('提示文字', ['id-number'], `<img src="a.png" alt="${r.name()}身份证${r.id()}">`),
    file('作者', ['metadata'], '', `<meta name="author" content="${r.name()}">`),
    file(
      '内嵌图片位置',
      ['image-location'],
      `<img src="data:image/jpeg;base64,${Buffer.from(pictureWithPosition()).toString('base64')}">`,
    ),
  ];
}

function sheetFiles(r: RandomPeople): PlantedFile[] {
  const list = [
    ['单位', '数量', '备注'],
    ['城关镇', '12', '已完成'],
    ['白马街道', '8', secretNote],
  ];
  const file = (
    what: string,
    rules: readonly RuleId[],
    parts: Parameters<typeof writeWorkbook>[0],
  ): PlantedFile => ({
    name: `${what}.xlsx`,
    bytes: writeWorkbook(parts),
    rules,
    what: `xlsx ${what}`,
  });
  const people = [
    ['姓名', '身份证号'],
    [r.name(), r.id()],
  ];
  const seen = { name: '公示', rows: list.map((row) => row.slice(0, 2)) };
  return [
    file('隐藏工作表', ['hidden-text'], { sheets: [seen, { name: '底数', rows: list, state: 'hidden' }] }),
    file('深度隐藏', ['hidden-text'], { sheets: [seen, { name: '底数', rows: list, state: 'veryHidden' }] }),
    file('隐藏表里的身份证', ['id-number'], {
      sheets: [seen, { name: 'Sheet2', rows: people, state: 'hidden' }],
    }),
    file('隐藏行', ['hidden-text'], { sheets: [{ name: '公示', rows: list, hiddenRows: [3] }] }),
    file('隐藏列', ['hidden-text'], { sheets: [{ name: '公示', rows: list, hiddenColumns: [3] }] }),
    file('隐藏列里的身份证', ['id-number'], { sheets: [{ name: '公示', rows: people, hiddenColumns: [2] }] }),
    file('白字', ['hidden-text'], { sheets: [{ name: '公示', rows: list, whiteCells: ['C3'] }] }),
    file('批注', ['comment'], { sheets: [seen], comment: '这个数有水分，别对外说' }),
    file('批注里的卡号', ['bank-card'], { sheets: [seen], comment: `打到她卡上，卡号${r.card()}` }),
    file('隐藏名称', ['hidden-text'], { sheets: [seen], definedName: '"实际底价四百万"' }),
    file('最后修改', ['metadata'], { sheets: [seen], creator: r.name() }),
    file('页眉', ['classification'], { sheets: [{ ...seen, header: '秘密★2年' }] }),
    file('工作表里的手机', ['mobile-phone'], {
      sheets: [
        {
          name: '通讯录',
          rows: [
            ['姓名', '电话'],
            [r.name(), r.mobile()],
          ],
        },
      ],
    }),
    file('夹带', ['embedded-file'], {
      sheets: [seen],
      files: { 'xl/embeddings/oleObject1.bin': strToU8('x'.repeat(100)) },
    }),
    file('图片位置', ['image-location'], {
      sheets: [seen],
      files: { 'xl/media/image1.jpg': pictureWithPosition() },
    }),
  ];
}

/** A JPEG with nothing but an Exif block that holds a latitude. */
export function pictureWithPosition(): Uint8Array {
  const block = new DataView(new ArrayBuffer(64));
  const put = (at: number, tag: number, type: number, count: number, value: number): void => {
    block.setUint16(at, tag, true);
    block.setUint16(at + 2, type, true);
    block.setUint32(at + 4, count, true);
    block.setUint32(at + 8, value, true);
  };
  block.setUint32(0, 0x002a4949, true);
  block.setUint32(4, 8, true);
  block.setUint16(8, 1, true);
  put(10, 0x8825, 4, 1, 26);
  block.setUint16(26, 1, true);
  put(28, 2, 5, 3, 44);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(block.buffer)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), length, exif, Buffer.from([0xff, 0xd9])]);
}

/** All planted files; the same for the same seed. */
export function plantedFiles(seed: number): PlantedFile[] {
  const r = randomPeople(seed);
  return [...textFiles(r), ...wordFiles(r), ...pdfFiles(r), ...pageFiles(r), ...sheetFiles(r)];
}
