// Lines of the usual catalogue sheet, for tests to bend, and what was read of its items.
import type { MatterDetails } from '#shared/catalogue/details.ts';
import { draftsOf, type ReadFile, type TestCell } from './make-files.ts';

/** The usual two header rows, and an item with everything filled in. */
export const header =
  '序号,公开事项,,公开内容(要素),公开依据,公开时限,公开主体,公开渠道和载体,公开对象,,公开方式,,公开层级,';
export const sub = ',一级事项,二级事项,,,,,,全社会,特定群体,主动,依申请,县级,乡级';
export const full = (number: string, one: string, two: string, elements = '内容'): string =>
  `${number},${one},${two},${elements},《条例》,信息形成之日起20个工作日内,某县民政局,■政府网站 □政府公报 ■公开查阅点,√,,√,,√,`;

export function sheet(...lines: string[]): string {
  return lines.join('\n');
}

export function details(file: ReadFile): MatterDetails[] {
  return draftsOf(file).flatMap((draft) => (draft.details?.type === 'matter' ? [draft.details] : []));
}

export const levels = (file: ReadFile): string[] => details(file).map((matter) => matter.levels.join('/'));

/** Rows of a sheet as cells of a workbook. */
export const cells = (...lines: string[]): TestCell[][] => lines.map((line) => line.split(','));
