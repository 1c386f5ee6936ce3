// Makes the record of one catalogue item: words cleaned, deadline and channels understood, doubts reported.
import { isOnlyMark, isTicked, normaliseBoxes } from '#shared/catalogue/box-glyphs.ts';
import { cleanLine, cleanName, cleanParagraphs, foldText, shorten } from '#shared/catalogue/clean-text.ts';
import type { Channel, MatterDetails } from '#shared/catalogue/details.ts';
import { parseChannels } from '#shared/catalogue/parse-channels.ts';
import { parseDeadline } from '#shared/catalogue/parse-deadline.ts';
import type { ErrorCode, ErrorDetails } from '#shared/errors/app-error.ts';
import type { RecordDraft, RowProblem } from '../draft.ts';
import { ingestLimits } from '../limits.ts';
import { type CatalogueItem, type TickGroup, tickCells } from './item.ts';

/** What an item needs to become a record besides its own cells. */
export interface MatterContext {
  /** 领域 of the table, when its title names one. */
  readonly field: string | null;
  /** Used when the row names no agency. */
  readonly agencyName: string | null;
  readonly headingOf: (field: string) => string | null;
}

export interface BuiltMatter {
  readonly draft: RecordDraft | null;
  /** Reasons for refusal when `draft` is null, else warnings. */
  readonly problems: readonly RowProblem[];
}

const treeRoot = '基层政务公开标准目录';
type Tier = MatterDetails['tiers'][number];

/** Turns an item into a draft; refused only when it names neither an item nor its content. */
export function buildMatter(item: CatalogueItem, context: MatterContext): BuiltMatter {
  const problems: RowProblem[] = [...item.problems];
  const warn = (code: ErrorCode, field: string, details: ErrorDetails = {}): void => {
    problems.push({ row: item.row, column: context.headingOf(field), code, details });
  };
  const elements = bounded(cleanParagraphs(item.texts.get('elements') ?? ''), 'elements', warn);
  const levels = levelsOf(item, elements);
  const title = levels.at(-1);
  if (title === undefined)
    return {
      draft: null,
      problems: [{ row: item.row, column: null, code: 'ingest.item-missing', details: {} }],
    };
  if (elements === '') warn('ingest.content-missing', 'elements', { title });
  const responsible = nameOf(item.texts.get('responsible'));
  const agencyName =
    nameOf(item.texts.get('agency')) ?? context.agencyName ?? (isOffice(responsible) ? responsible : null);
  if (agencyName === null) warn('ingest.agency-missing', 'agency');
  const field = nameOf(item.texts.get('field'))?.replace(/(?<=.{2})领域$/u, '') ?? context.field;
  const details: MatterDetails = {
    type: 'matter',
    field,
    levels,
    elements,
    basis: bounded(cleanParagraphs(item.texts.get('basis') ?? ''), 'basis', warn),
    deadline: deadlineOf(item, warn),
    ...channelsOf(item, warn),
    audience: audienceOf(item),
    audienceNote: audienceNoteOf(item),
    mode: modesOf(item),
    tiers: tiersOf(item),
    responsible,
  };
  return { draft: draftOf(item, details, title, agencyName), problems };
}

type Warn = (code: ErrorCode, field: string, details?: ErrorDetails) => void;

function draftOf(
  item: CatalogueItem,
  details: MatterDetails,
  title: string,
  agencyName: string | null,
): RecordDraft {
  const path = (item.texts.get('treePath') ?? '')
    .split(/[/>＞\\]/u)
    .map(cleanName)
    .filter((step) => step !== '');
  const defaultPath = details.field === null ? [] : [treeRoot, details.field, ...details.levels.slice(0, -1)];
  return {
    kind: 'matter',
    title: shorten(title, ingestLimits.titleCharacters),
    agencyName,
    docNo: null,
    indexNo: nameOf(item.texts.get('indexNo')),
    date: null,
    publishedOn: null,
    topic: null,
    genre: null,
    validity: 'unknown',
    expiresOn: null,
    keywords: [],
    summary: shorten(cleanLine(details.elements), ingestLimits.summaryCharacters),
    treePath: path.length > 0 ? path : [...new Set(defaultPath)],
    bodyHtml: '',
    bodyText: '',
    details,
    attachments: [],
  };
}

/** Level names; an item without any is called after the first line of its content. */
function levelsOf(item: CatalogueItem, elements: string): string[] {
  const levels = item.levels
    .map((level) => shorten(cleanName(level), ingestLimits.titleCharacters))
    .filter((level) => level !== '');
  if (levels.length > 0 || elements === '') return levels;
  return [shorten((elements.split('\n')[0] ?? '').replace(/^[●•○◆■·*\s]+/u, ''), 60)];
}

function deadlineOf(item: CatalogueItem, warn: Warn): MatterDetails['deadline'] {
  const words = item.texts.get('deadline') ?? '';
  if (words === '') return null;
  const { rule, hasSeveral } = parseDeadline(words);
  const value = shorten(rule.text, 80);
  const isKnownProblem =
    item.problems.some(({ code }) => code === 'ingest.same-as-nothing') && rule.text.startsWith('同');
  if (rule.type === 'text' && !isKnownProblem) warn('ingest.deadline-as-text', 'deadline', { value });
  if (hasSeveral) warn('ingest.deadline-several', 'deadline', { value });
  return rule;
}

function channelsOf(item: CatalogueItem, warn: Warn): Pick<MatterDetails, 'channels' | 'otherChannels'> {
  const words = item.texts.get('channels') ?? '';
  const parsed = parseChannels(words);
  const ticked = tickCells(item, 'channel')
    .filter(([, cell]) => isTicked(cell))
    .map(([field, cell]) => parseChannels(isOnlyMark(cell) ? field.slice('channel:'.length) : cell));
  if (parsed.isUnclear) warn('ingest.channels-unclear', 'channels', { value: shorten(cleanLine(words), 80) });
  const all = [parsed, ...ticked];
  return {
    channels: [...new Set<Channel>(all.flatMap(({ channels }) => channels))],
    otherChannels: [...new Set(all.flatMap(({ otherChannels }) => otherChannels))],
  };
}

/** Ticked columns of a group, and the words of a single column that lists the choices itself. */
function chosen(item: CatalogueItem, group: TickGroup, textField: string): string[] {
  const columns = tickCells(item, group)
    .filter(([, cell]) => isTicked(cell))
    .map(([field]) => field);
  const boxed = normaliseBoxes(item.texts.get(textField) ?? '');
  const words = /[■□]/u.test(boxed)
    ? [...boxed.matchAll(/■([^■□]*)/gu)].map((match) => match[1] ?? '')
    : boxed.split(/[\n、,，;；]/u);
  return [...columns, ...words.map(foldText).filter((word) => word !== '')];
}

const everyoneWords = /everyone|社会|公众|所有|全体/u;
const specificWords = /specific|特定|特殊|申请人|服务对象|群体|群众|当事人/u;

/** Words of a single audience column that name a group without calling it one; null when there are none. */
function namedAudience(item: CatalogueItem): string | null {
  const words = nameOf(item.texts.get('audience'));
  const isNamed = words !== null && /\p{Script=Han}{2}/u.test(words) && !/[■□]/u.test(normaliseBoxes(words));
  return isNamed && !everyoneWords.test(words) && !specificWords.test(words) ? words : null;
}

/** 责任科室 can stand for an agency that no column names; 责任人 can't. */
function isOffice(name: string | null): boolean {
  return name !== null && /(?:局|委|办|处|科|股|所|站|室|院|校|队|中心|政府|办事处|部|会|公司)$/u.test(name);
}

function audienceOf(item: CatalogueItem): MatterDetails['audience'] {
  const words = chosen(item, 'audience', 'audience');
  const isFor = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  const isForEveryone = isFor(everyoneWords);
  // Whoever a single column names besides the public is a group of its own: 学生家长, 本村村民.
  const isForOthers = isFor(specificWords) || (!isForEveryone && namedAudience(item) !== null);
  return [...(isForEveryone ? (['everyone'] as const) : []), ...(isForOthers ? (['specific'] as const) : [])];
}

function audienceNoteOf(item: CatalogueItem): string | null {
  const cells = tickCells(item, 'audience').map(([, cell]) => cell);
  const words = cells
    .filter((cell) => isTicked(cell) && !isOnlyMark(cell))
    .map((cell) => cleanName(cell).replace(/^[√✓✔■☑]+/u, ''));
  const bracketed = /[（(]([^）)]{2,60})[）)]/u.exec(item.texts.get('audience') ?? '')?.[1];
  const alone = namedAudience(item) ?? (bracketed === undefined ? '' : cleanName(bracketed));
  const note = [...words, alone].filter((text) => text !== '').join('；');
  return note === '' ? null : shorten(note, ingestLimits.fieldCharacters);
}

function modesOf(item: CatalogueItem): MatterDetails['mode'] {
  const words = chosen(item, 'mode', 'mode');
  return [
    ...(words.some((word) => /proactive|主动/u.test(word)) ? (['proactive'] as const) : []),
    ...(words.some((word) => /on-request|申请/u.test(word)) ? (['on-request'] as const) : []),
  ];
}

function tiersOf(item: CatalogueItem): MatterDetails['tiers'] {
  const words = chosen(item, 'tier', 'tier').join('、');
  const tiers: readonly (readonly [Tier, RegExp])[] = [
    ['county', /county|[县区市旗]级|县|区(?!域)/u],
    ['township', /township|乡|镇|街道/u],
    ['village', /village|村|社区/u],
  ];
  return tiers.filter(([, pattern]) => pattern.test(words.replaceAll('社区', '村'))).map(([tier]) => tier);
}

function nameOf(text: string | undefined): string | null {
  const name = cleanName(text ?? '');
  return name === '' || /^[-—–/\\]+$/u.test(name) ? null : shorten(name, ingestLimits.fieldCharacters);
}

function bounded(text: string, field: string, warn: Warn): string {
  if (text.length > ingestLimits.detailCharacters) {
    warn('ingest.value-too-long', field, { limit: ingestLimits.detailCharacters });
  }
  return shorten(text, ingestLimits.detailCharacters);
}
