// Small readers of text: Chinese numbers, broken words, wrapped lines, boxes, channels, radicals.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOnlyMark, isTicked, normaliseBoxes } from '#shared/catalogue/box-glyphs.ts';
import { parseChineseNumber } from '#shared/catalogue/chinese-number.ts';
import { cleanLine, cleanName, cleanParagraphs, foldText, shorten } from '#shared/catalogue/clean-text.ts';
import { channels } from '#shared/catalogue/details.ts';
import { itemTypeOf } from '#shared/catalogue/item-types.ts';
import { parseChannels } from '#shared/catalogue/parse-channels.ts';
import { unifyRadicals } from '#shared/catalogue/unify-radicals.ts';

describe('number › in Chinese', () => {
  test.each([
    ['二十', 20],
    ['十', 10],
    ['一百二十', 120],
    ['一百零三', 103],
    ['二〇二四', 2024],
    ['廿五', 25],
    ['两', 2],
    ['20', 20],
    ['２０', 20],
    ['一千二百六十', 1260],
  ])('%s is %d', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value);
  });

  test.each(['', '甲', '十百', '一二十三四五六七八九十', '1.5', '百百'])('%j is none', (text) => {
    expect(parseChineseNumber(text)).toBeNull();
  });

  test('every number below a thousand › written out it reads back', () => {
    const digit = (value: number) => [...'零一二三四五六七八九'][value] ?? '';
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (value) => {
        const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
        const words = `${hundreds ? `${digit(hundreds)}百` : ''}${tens ? `${digit(tens)}十` : hundreds && ones ? '零' : ''}${ones ? digit(ones) : ''}`;
        expect(parseChineseNumber(words)).toBe(value);
      }),
    );
  });
});

describe('text › mended', () => {
  test('blanks beside Chinese characters go, those between words stay', () => {
    expect(cleanName(' 乡镇人民政 府 ')).toBe('乡镇人民政府');
    expect(cleanName('公安\n\n分局')).toBe('公安分局');
    expect(cleanName('Windows  10 系统 v 2')).toBe('Windows 10系统v 2');
    expect(cleanLine('一  行\n字')).toBe('一 行 字');
  });

  test('lines wrapped in a narrow column are joined, lines of a list stay', () => {
    expect(cleanParagraphs('社会救助信访通讯\n地址\n社会救助投诉举报\n电话')).toBe(
      '社会救助信访通讯地址\n社会救助投诉举报电话',
    );
    expect(cleanParagraphs('●文件名称 ●文号\n●发文部门')).toBe('●文件名称\n●文号\n●发文部门');
    expect(cleanParagraphs('1.受理部门\n\n2.办理条件')).toBe('1.受理部门\n2.办理条件');
    expect(cleanParagraphs('各地\n配套政策法规文件')).toBe('各地配套政策法规文件');
    expect(cleanParagraphs('1、甲文件 2、乙文件')).toBe('1、甲文件\n2、乙文件');
  });

  test('cutting › it never leaves half a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.integer({ min: 1, max: 30 }),
        (text, max) => {
          const cut = shorten(text, max);
          expect(cut.length).toBeLessThanOrEqual(max);
          expect(cut.isWellFormed() || !text.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  test('folding leaves no blank and no full-width letter, and folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const folded = foldText(`Ａ ${text}\u3000`);
        expect(folded).not.toMatch(/[\sＡ]/u);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });

  test('radicals of PDF fonts become characters again', () => {
    expect(unifyRadicals('⼈⺠政府⽂件，部⻔⻓期⻋辆⻬全⻩⾊')).toBe('人民政府文件，部门长期车辆齐全黄色');
  });
});

describe('boxes', () => {
  test.each([
    ['▄甲 口乙', '■甲 □乙'],
    ['□√甲', '■甲'],
    ['(√)甲 ( )乙', '■甲 □乙'],
    ['办事窗口', '办事窗口'],
    ['?政府网站', '\ufffd政府网站'],
    ['t政府网站 n公报 o两微一端', '■政府网站 ■公报 □两微一端'],
    ['APP客户端', 'APP客户端'],
  ])('%j is %j', (text, boxed) => {
    expect(normaliseBoxes(text)).toBe(boxed);
  });

  test.each(['√', '✓', '■', '是', '1', 'Y', '\uf0fe', '低保对象', 't'])('%j is a tick', (cell) => {
    expect(isTicked(cell)).toBe(true);
  });
  test.each(['', ' ', '否', '×', '□', '-', '无', '0', '口'])('%j is none', (cell) => {
    expect(isTicked(cell)).toBe(false);
  });
  test('only marks are marks', () => {
    expect(isOnlyMark('√')).toBe(true);
    expect(isOnlyMark('项目单位')).toBe(false);
  });
});

describe('channels', () => {
  test.each([
    ['■政府网站 □政府公报', ['website']],
    ['■社区/企事业单位/村公示栏(电子屏)', ['notice-board']],
    ['■社区、企事业单位、村公示栏', ['notice-board']],
    ['■镇村公示公开栏', ['notice-board']],
    ['■政府服务中心', ['service-centre']],
    ['■发布会听证会 ■入户／现场', ['briefing', 'on-site']],
    ['县政府门户网站、微信公众号、村务公开栏', ['website', 'social', 'notice-board']],
    ['■其他', ['other']],
    ['1.网站 2.微信公众号 3.电子屏', ['website', 'social', 'notice-board']],
    ['①网站②图书馆', ['website', 'library']],
    ['线上：政府网站；线下：公示栏', ['website', 'notice-board']],
    ['政府网站、“两微一端”', ['website', 'social']],
    ['行政服务中心窗口、村（居）公开栏', ['service-centre', 'notice-board']],
    ['', []],
  ])('%j chooses %j', (words, chosen) => {
    expect(parseChannels(words).channels).toEqual(chosen);
  });

  test('one sort of box lost › the bare names are the other sort, and it says it is not sure', () => {
    expect(parseChannels('政府网站 □政府公报 □两微一端')).toMatchObject({
      channels: ['website'],
      isUnclear: true,
    });
    expect(parseChannels('?政府网站 □政府公报 ?公开查阅点')).toMatchObject({
      channels: ['website', 'reading-point'],
      isUnclear: true,
    });
  });

  test.each([
    ['beside empty boxes', 't政府网站 □政府公报 t公开查阅点', ['website', 'reading-point']],
    [
      'beside ticks in a printed list',
      '■政府网站 t政府公报 t两微一端 t广播电视 t纸质媒体 t公开查阅点 t政务服务中心 t便民服务站 t精准推送',
      ['website'],
    ],
    ['before a few names only', 't政府网站 t两微一端', ['website', 'social']],
    [
      'before a whole printed list',
      't政府网站 t政府公报 t两微一端 t广播电视 t纸质媒体 t公开查阅点 t政务服务中心 t便民服务站 t精准推送',
      [],
    ],
  ])('the letter t › when it stands %s › its neighbours say what it means', (_, words, chosen) => {
    expect(parseChannels(words).channels).toEqual(chosen);
  });

  test('a tick behind some names only › the others were not chosen', () => {
    expect(parseChannels('政府网站√ 政府公报 两微一端 公开查阅点√ 其他').channels).toEqual([
      'website',
      'reading-point',
    ]);
  });

  test('names outside the list › they are kept as words', () => {
    expect(parseChannels('■政府网站 ■其他:国家企业信用信息公示系统')).toEqual({
      channels: ['website', 'other'],
      otherChannels: ['国家企业信用信息公示系统'],
      isUnclear: false,
    });
  });

  test('any text › it never throws and stays in the order of the list', () => {
    const names = fc.constantFrom(
      '■',
      '□',
      '口',
      '√',
      '政府网站',
      '两微一端',
      ' ',
      '\n',
      '、',
      '图书馆',
      '其他：',
      't',
      '(',
      '公开栏',
    );
    fc.assert(
      fc.property(fc.array(names, { maxLength: 30 }), (parts) => {
        const parsed = parseChannels(parts.join(''));
        expect(parsed.channels).toEqual(channels.filter((channel) => parsed.channels.includes(channel)));
      }),
    );
  });
});

test('item types › national codes become names, names stay', () => {
  expect(['1', '07', '20', '行政许可', '33', null].map(itemTypeOf)).toEqual([
    '行政许可',
    '行政确认',
    '公共服务',
    '行政许可',
    '33',
    null,
  ]);
});
