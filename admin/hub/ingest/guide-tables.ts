// Reads what a guide states row by row: where it is handled, what it costs, and the law behind it.
import { cleanName, shorten } from '#shared/catalogue/clean-text.ts';
import type { GuideDetails, GuideFee, GuideLaw, GuidePlace } from '#shared/catalogue/details.ts';
import { type FieldBag, saysNothing, textOf } from './field-bag.ts';
import { bounded, entries, hasParts, isObject, orNull, part } from './guide-entries.ts';

type Places = Pick<GuideDetails, 'address' | 'window' | 'hours' | 'phone' | 'places'>;

/** Fields of the columns 办理地点2 to 办理地点5. */
export const morePlaceFields = ['place2', 'place3', 'place4', 'place5'] as const;

/**
 * The counter a guide names, and every other place. A cell of several lines names several places: windows, hours
 * and phones of as many lines belong to them one by one, a single line belongs to the first.
 */
export function readPlaces(bag: FieldBag): Places {
  const addresses = cellLines(bag, 'address');
  const places = [...listed(bag), ...morePlaceFields.flatMap((field) => entries(bag, field).map(placeOf))];
  if (addresses.length < 2) return { ...firstPlace(bag), places: places.filter(saysSomething) };
  const column = (field: string) => {
    const lines = cellLines(bag, field);
    return lines.length === addresses.length ? lines : [cleanName(bag.text(field))];
  };
  const [windows, hours, phones] = [column('window'), column('hours'), column('phone')];
  const all = addresses.map((address, at) => ({
    name: null,
    address,
    window: orNull(windows[at] ?? ''),
    hours: orNull(hours[at] ?? ''),
    phone: orNull(shorten(phones[at] ?? '', 200)),
  }));
  const [{ name: _, ...first } = { name: null, ...firstPlace(bag) }, ...rest] = all;
  return { ...first, places: [...rest, ...places].filter(saysSomething) };
}

function firstPlace(bag: FieldBag): Omit<Places, 'places'> {
  return {
    address: bag.line('address', 1_000),
    window: bag.line('window', 1_000),
    hours: bag.line('hours', 1_000),
    phone: bag.line('phone'),
  };
}

/** The lines of a cell; values that are not a text have one. */
function cellLines(bag: FieldBag, field: string): string[] {
  const value = bag.raw(field);
  if (typeof value !== 'string') return [];
  return value
    .split(/\r?\n/u)
    .map(bounded)
    .filter((line) => line !== '');
}

const listed = (bag: FieldBag) => entries(bag, 'places').map(placeOf);
const saysSomething = (place: GuidePlace) => Object.values(place).some((text) => text !== null);

/** `name|address|window|hours|phone`; a line without bars is an address. */
function placeOf(entry: unknown): GuidePlace {
  if (!hasParts(entry)) return { ...nowhere, address: orNull(bounded(textOf(entry))) };
  return {
    name: orNull(shorten(part(entry, 0, 'name', '名称', '地点名称', '办理点'), 300)),
    address: orNull(shorten(part(entry, 1, 'address', '地址', '办理地址', '地点'), 1_000)),
    window: orNull(shorten(part(entry, 2, 'window', '窗口'), 500)),
    hours: orNull(shorten(part(entry, 3, 'hours', '时间', '办理时间'), 1_000)),
    phone: orNull(shorten(part(entry, 4, 'phone', '电话', '咨询电话'), 200)),
  };
}

const nowhere: GuidePlace = { name: null, address: null, window: null, hours: null, phone: null };

/** The words on fees, and fees item by item: a column of their own, or lines with bars in the column of words. */
export function readFees(bag: FieldBag): Pick<GuideDetails, 'fee' | 'fees'> {
  const own = entries(bag, 'fees').map(feeOf);
  const value = bag.raw('fee');
  const isTable = typeof value === 'object' || /[|｜]/u.test(textOf(value));
  const fees = isTable ? [...entries(bag, 'fee').map(feeOf), ...own] : own;
  const text = isTable ? '' : cleanName(bag.text('fee'));
  const fee = text === 'false' || text === '否' ? '不收费' : shorten(text, 1_000);
  return { fee: orNull(fee), fees: fees.filter(({ item }) => item !== '') };
}

/** `item|basis|standard`; a line without a name is called by its rate. */
function feeOf(entry: unknown): GuideFee {
  const item = part(entry, 0, 'item', '项目', '收费项目', '名称', 'name');
  const basis = orNull(shorten(part(entry, 1, 'basis', '依据', '收费依据'), 2_000));
  const standard = orNull(shorten(part(entry, 2, 'standard', '标准', '收费标准', 'rate'), 2_000));
  return { item: shorten(item === '' ? (standard ?? '') : item, 1_000), basis, standard };
}

/** What a guide rests on: texts as they are, and items of a table by name, number and article. */
export function readBasis(bag: FieldBag): Pick<GuideDetails, 'basis' | 'laws'> {
  const all = entries(bag, 'basis');
  const isItem = (entry: unknown) => isObject(entry) || /[|｜]/u.test(textOf(entry));
  return {
    basis: all
      .filter((entry) => !isItem(entry))
      .map((entry) => bounded(textOf(entry)))
      .filter((line) => line !== '' && !saysNothing.test(line)),
    laws: all
      .filter(isItem)
      .map(lawOf)
      .filter(({ name, docNo }) => name !== null || docNo !== null),
  };
}

function lawOf(entry: unknown): GuideLaw {
  const name = part(entry, 0, 'name', '名称', '法律名称', '依据名称', 'title').replace(/^《|》$/gu, '');
  return {
    name: orNull(shorten(name, 500)),
    docNo: orNull(shorten(part(entry, 1, 'docNo', '文号', '依据文号'), 200)),
    article: orNull(shorten(part(entry, 2, 'article', '条款', '条款号', '条'), 500)),
  };
}
