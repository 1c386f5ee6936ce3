// Reads a 公开渠道和载体 cell: which channels are ticked among boxes of every kind, or simply named.
import { boxMarks, normaliseBoxes } from './box-glyphs.ts';
import { cleanName, foldText } from './clean-text.ts';
import { type Channel, channels as channelOrder } from './details.ts';

export interface ParsedChannels {
  /** In the order of the standard list, each once. */
  readonly channels: readonly Channel[];
  /** Words of chosen channels outside the standard list, as written. */
  readonly otherChannels: readonly string[];
  /** True when boxes are lost, so that what was chosen cannot be known for all or some of the names. */
  readonly isUnclear: boolean;
}

const standardNames: readonly (readonly [Channel, string])[] = [
  [
    'notice-board',
    '(?:[镇乡县区市]?村?(?:\\(社区\\))?[、/或和]?(?:社区|企事业单位|村|居|街道|镇村|乡村|小区|单位|社区居委会|校园|医院)(?:[、/或和,]?(?:企事业单位|社区|村|居|组|街道))*[、/]?)?(?:(?:本|各)?(?:村|学校|校内|单位|机关|村\\(居\\)|村组|居民小区)|[村政党厂校院居]务)?(?:信息)?(?:公示公开|公开公示|公示|公开|公告|宣传)(?:专?栏|墙|牌|橱窗)(?:[(、/]?电子显?示?屏幕?\\)?)?',
  ],
  ['notice-board', '(?:LED)?(?:电子)?(?:显示|信息|滚动|公示|公告)?屏幕?|LED'],
  ['reading-point', '(?:政府信息|政务|信息)?公开?(?:查阅|查询)(?:点|室|场所|中心)'],
  ['convenience-station', '(?:村|社区|乡镇|镇|乡|街道)?(?:级)?便民服务(?:站|中心|点|大厅|室|平台|窗口)'],
  [
    'service-centre',
    '(?:政务|行政|政府)服务(?:中心|大厅|平台)(?:办事|服务|综合)?(?:窗口|大厅)?|(?:办事|服务|政务|办证|行政审批)大厅',
  ],
  [
    'website',
    '(?:本级|县|区|市|镇|乡|旗|省|[\\u4e00-\\u9fff]{1,6}[县区市镇乡旗州省])?(?:级)?(?:人民)?政府(?:信息公开|信息)?(?:门户|官方)?网站?(?:群)?|政务网站?|(?:政府|官方)?门户网站|政府网|官方?网站?|网站|(?:政府信息|政务|信息)公开(?:网|平台|网站)',
  ],
  ['gazette', '(?:人民)?政府公报|公报'],
  [
    'social',
    '两微一端|两微|双微|微信公众[号平]台?号?|官方微[信博](?:公众号)?|政务微[信博]|微信|微博|(?:政务)?公众号|抖音号?|视频号|今日头条|头条号|政务新媒体|新媒体(?:平台)?|客户端|手机APP|APP',
  ],
  ['briefing', '(?:新闻)?发布会(?:[/、或和]?听证会)?|听证会'],
  ['broadcast', '广播(?:[、/和]?电视)?|电视(?:台)?'],
  ['print', '纸质媒体|纸媒|报[纸刊]|平面媒体'],
  ['on-site', '入户(?:[/、或和]?现场|宣传|走访|发放|告知)?|现场(?:公开|公示)?'],
  ['push', '精准推送'],
  ['library', '(?:公共)?图书馆'],
  ['archive', '(?:国家|综合)?档案馆'],
  [
    'hotline',
    '(?:政务服务(?:便民)?)?(?:便民)?(?:服务)?12345(?:[\\u4e00-\\u9fff]{0,8}热线)?|(?:政务|政府)?服务热线',
  ],
];
const suffix = '(?:\\([^)]*\\))?';
const wholeNames = standardNames.map(([channel, source]) => ({
  channel,
  pattern: new RegExp(`^(?:${source})${suffix}等?$`, 'u'),
  opening: new RegExp(`^(?:${source})${suffix}`, 'u'),
}));
const otherName = /^其[他它](?:渠道|方式|载体)?(?:及载体)?[:：]?/u;
/** With this many standard names and no box left, the cell is the printed list, not a choice. */
const wholeListSize = 9;

/** Reads one cell. With boxes, what is ticked counts; without any, everything named counts. */
export function parseChannels(text: string): ParsedChannels {
  const boxed = normaliseBoxes(text.replace(/[“”‘’"「」]/gu, ''));
  const hasTicked = boxed.includes(boxMarks.ticked);
  const hasUnticked = boxed.includes(boxMarks.unticked);
  const hasLost = boxed.includes(boxMarks.lost);
  if (!hasTicked && !hasUnticked && !hasLost) return fromNames(boxed);
  const marked = isSuffixed(boxed) ? readSuffixed(boxed) : readPrefixed(boxed);
  const lostNames = marked.filter(({ state }) => state === 'lost' || state === 'bare');
  // One sort of box lost while the other is there: the lost ones are the other sort.
  const isLostTicked = !hasTicked && (hasUnticked || lostNames.length < wholeListSize);
  const chosen = marked.filter(({ state }) => state === 'ticked' || (isLostTicked && state !== 'unticked'));
  const unsure = lostNames.some(({ name }) => identify(name) !== null);
  const isBlankList = !hasTicked && !hasUnticked && lostNames.length >= wholeListSize;
  return collect(isBlankList ? [] : chosen.map(({ name }) => name), isBlankList || unsure);
}

interface MarkedName {
  readonly state: 'ticked' | 'unticked' | 'lost' | 'bare';
  readonly name: string;
}

function stateOf(mark: string): MarkedName['state'] {
  if (mark === boxMarks.ticked) return 'ticked';
  return mark === boxMarks.unticked ? 'unticked' : 'lost';
}

/** `政府网站■ 政府公报□`: the box stands right behind the name, with a blank or nothing after it. */
function isSuffixed(text: string): boolean {
  if (/^\s*[■□\ufffd]/u.test(text)) return false;
  return /[■□\ufffd]\s*$/u.test(text) || /^[^■□\ufffd]*[^\s■□\ufffd][■□\ufffd]\s/u.test(text);
}

/** Of several names before one box only the last has it; the others have none and were not chosen. */
function readSuffixed(text: string): MarkedName[] {
  return [...text.matchAll(/([^■□\ufffd]+)([■□\ufffd]?)/gu)].flatMap((match) => {
    const names = splitNames((match[1] ?? '').replace(/[ \t\u3000]+/gu, '\n'));
    const state = match[2] ? stateOf(match[2]) : 'unticked';
    return names.map(
      (name, index): MarkedName => ({ state: index === names.length - 1 ? state : 'unticked', name }),
    );
  });
}

function readPrefixed(text: string): MarkedName[] {
  const names: MarkedName[] = [];
  const lead = /^[^■□\ufffd]*/u.exec(text)?.[0] ?? '';
  for (const name of splitNames(lead)) names.push({ state: 'bare', name });
  for (const match of text.matchAll(/([■□\ufffd])([^■□\ufffd]*)/gu)) {
    names.push(...readSegment(stateOf(match[1] ?? ''), match[2] ?? ''));
  }
  return names;
}

/** The words after one box. A second standard name behind a blank has lost its own box: it stands bare. */
function readSegment(state: MarkedName['state'], segment: string): MarkedName[] {
  const whole = foldText(segment);
  if (whole === '') return [];
  if (identify(whole) !== null || otherName.test(whole)) return [{ state, name: segment }];
  const pieces = segment.split(/[\s\u3000]+/u).filter((piece) => piece !== '');
  const names: MarkedName[] = [];
  for (const piece of pieces) {
    const last = names.at(-1);
    if (last && identify(foldText(piece)) !== null && identify(foldText(last.name)) !== null) {
      names.push({ state: 'bare', name: piece });
    } else if (last && last.state === state) names[names.length - 1] = { state, name: last.name + piece };
    else names.push({ state, name: piece });
  }
  return names.flatMap((marked) => splitNames(marked.name).map((name) => ({ state: marked.state, name })));
}

function fromNames(text: string): ParsedChannels {
  const names = splitNames(withoutNumbers(text));
  const known = new Set(names.map((name) => identify(foldText(name))).filter((channel) => channel !== null));
  const isPrintedList = known.size >= wholeListSize;
  return collect(isPrintedList ? [] : names, isPrintedList);
}

/** `1.政府网站 2.报纸`, `①网站②报纸`, `线上：…；线下：…`: the numbers and labels part the names. */
function withoutNumbers(text: string): string {
  return text
    .replace(/[①-⑳]|(?<=^|[\s;；,，、。])[(（]?\d{1,2}[)）.．、]/gu, '\n')
    .replace(/(?<=^|[\s;；,，、。])(?:线上|线下|网上|网下)[\u4e00-\u9fff]{0,4}[:：]/gu, '\n');
}

/** Names out of plain text: standard names first, because they hold separators themselves. */
function splitNames(text: string): string[] {
  const names: string[] = [];
  for (const line of text.split(/[\s\u3000]*[\n;；,，][\s\u3000]*/u))
    names.push(...splitLine(foldText(line)));
  return names;
}

function splitLine(line: string): string[] {
  if (line === '') return [];
  if (identify(line) !== null || otherName.test(line)) return [line];
  const names: string[] = [];
  let rest = line;
  while (rest !== '') {
    const match = longestOpening(rest);
    const taken = match ?? /^[^、/]+/u.exec(rest)?.[0] ?? '';
    if (taken !== '') names.push(taken);
    rest = rest.slice(taken.length).replace(/^[、/和及与]+/u, '');
  }
  return names;
}

function longestOpening(text: string): string | null {
  let longest: string | null = null;
  for (const { opening } of wholeNames) {
    const found = opening.exec(text)?.[0] ?? '';
    const ends = text.slice(found.length);
    const isBounded = ends === '' || /^[、/和及与]/u.test(ends) || longestStart(ends);
    if (found !== '' && isBounded && found.length > (longest?.length ?? 0)) longest = found;
  }
  return longest;
}

function longestStart(text: string): boolean {
  return wholeNames.some(({ opening }) => opening.test(text)) || otherName.test(text);
}

function identify(name: string): Channel | null {
  const folded = foldText(name).replace(/[。.,，、;；:：]+$/u, '');
  return wholeNames.find(({ pattern }) => pattern.test(folded))?.channel ?? null;
}

function collect(names: readonly string[], isUnclear: boolean): ParsedChannels {
  const chosen = new Set<Channel>();
  const others: string[] = [];
  for (const name of names) {
    const channel = identify(name);
    if (channel !== null) chosen.add(channel);
    else {
      chosen.add('other');
      const words = cleanName(name)
        .replace(otherName, '')
        .replace(/^[_＿\s(（]+|[_＿\s)）。；;，,、]+$/gu, '');
      if (words !== '' && !others.includes(words)) others.push(words);
    }
  }
  const channels = channelOrder.filter((channel) => chosen.has(channel));
  return { channels, otherChannels: others, isUnclear };
}
