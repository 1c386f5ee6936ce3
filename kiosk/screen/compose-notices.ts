// Pages of notices: emergencies over the whole body, the others with their period and code beside the text.

import { pageText, rowsOf, type TextRoom } from './page-text.ts';
import type { WallNotice } from './wall-content.ts';
import {
  alertFrame,
  type Box,
  lineHeights,
  type NoticeType,
  noticeFrame,
  noticeTypes,
  panelsOf,
  typeSizes,
  type WallGeometry,
} from './wall-geometry.ts';
import type { Sheet, WallPage } from './wall-page.ts';

/** Rows of a title at most; what is longer ends with an ellipsis. */
export const titleRows = 3;
/** Characters a person reads in a second, standing and from afar. */
const charactersPerSecond = 6;
/** To notice that the page has turned, and to find its beginning. */
const settlingSeconds = 3;
const longestSeconds = 90;

/** A page of text stays as long as reading it takes, and never shorter than the venue wants pages to stay. */
export function secondsFor(characters: number, pageSeconds: number): number {
  const reading = settlingSeconds + characters / charactersPerSecond;
  return Math.max(pageSeconds, Math.min(longestSeconds, Math.ceil(reading)));
}

const isEmergency = ({ record }: WallNotice) =>
  record.details?.type === 'notice' && record.details.level === 'emergency';

/** Notices whose words stand on the strip above every page. */
export function emergenciesOf(notices: readonly WallNotice[]): WallNotice[] {
  return notices.filter(isEmergency);
}

/** What is left of a panel of `box` below a title of `size` over at most three rows, for text of `textSize`. */
function roomBelow(title: string, box: Box, size: number, textSize: number, foot: number): TextRoom {
  const rows = Math.min(titleRows, rowsOf(title, box.width / size));
  const { above, belowTitle } = noticeFrame;
  const left = box.height - above - rows * size * lineHeights.title - belowTitle - foot;
  return {
    columns: Math.max(4, Math.floor(box.width / textSize)),
    rows: Math.max(1, Math.floor(left / (textSize * lineHeights.text))),
  };
}

/** Room for the text of a notice in its panel; only several pages need a foot that counts them. */
function noticeRoom({ record }: WallNotice, box: Box, type: NoticeType, hasFoot: boolean): TextRoom {
  const { title, text } = noticeTypes[type];
  return roomBelow(record.title, box, title, text, hasFoot ? noticeFrame.below : 0);
}

/** The largest type in which the whole notice stands on one page; the usual one when none does. */
function typeFor(notice: WallNotice, box: Box): NoticeType {
  const fits = (type: NoticeType) =>
    pageText(notice.paragraphs, noticeRoom(notice, box, type, isShortened(notice))).length < 2;
  return (['large', 'middle'] as const).find(fits) ?? 'usual';
}

/** Whether the record says more than the paragraphs the wall holds of it. */
function isShortened({ record, paragraphs }: WallNotice): boolean {
  return (record.body?.characters ?? 0) > paragraphs.join('').length * 1.2 + 50;
}

/** Room for the text of an emergency that has the whole body. */
export function alertRoom({ record }: WallNotice, { body, isPortrait }: WallGeometry): TextRoom {
  const { inside, code, beside } = alertFrame;
  const inner = {
    width: body.width - 2 * inside - (isPortrait ? 0 : code + beside),
    height: body.height - 2 * inside - (isPortrait ? code + beside : 0),
  };
  return roomBelow(record.title, inner, typeSizes.alert, typeSizes.alertText, noticeFrame.below);
}

function partsOf(notice: WallNotice, room: TextRoom, mostParts: number, size: NoticeType) {
  const pages = pageText(notice.paragraphs, room);
  const kept = pages.length === 0 ? [[]] : pages.slice(0, mostParts);
  const isCut = pages.length > kept.length || isShortened(notice);
  return kept.map((paragraphs, index) => ({
    notice,
    paragraphs,
    part: index + 1,
    parts: kept.length,
    isCut: isCut && index === kept.length - 1,
    size,
  }));
}

export interface NoticePaging {
  readonly geometry: WallGeometry;
  readonly pageSeconds: number;
  /** Pages one notice may take. */
  readonly mostParts: number;
}

/** The pages of one notice. */
export function noticePages(
  notice: WallNotice,
  { geometry, pageSeconds, mostParts }: NoticePaging,
): WallPage[] {
  const isAlert = isEmergency(notice);
  const [box] = panelsOf(geometry, 'side');
  const size = isAlert ? 'usual' : typeFor(notice, box);
  const hasFoot = size === 'usual' || isShortened(notice);
  const room = isAlert ? alertRoom(notice, geometry) : noticeRoom(notice, box, size, hasFoot);
  return partsOf(notice, room, mostParts, size).map((part) => {
    const characters = part.paragraphs.join('').length + (part.part === 1 ? notice.record.title.length : 0);
    const side: Sheet | null = isAlert ? null : { type: 'notice-side', notice };
    return {
      split: isAlert ? 'whole' : 'side',
      main: { type: isAlert ? 'emergency' : 'notice', ...part },
      side,
      seconds: secondsFor(characters, pageSeconds),
    };
  });
}
