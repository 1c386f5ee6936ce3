// The field (领域) of a catalogue, out of its title, sheet name or file name.
import { cleanName } from '#shared/catalogue/clean-text.ts';

const numbering =
  /^(?:附件\d*[:：]?|附表\d*[:：]?|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,3}[章节部分]*|表\d+[:：]?)\s*/u;
const year = /[（(]?(?:19|20)\d{2}\s*年?(?:度|版|年版)?[）)]?/gu;
const place =
  /^[\u4e00-\u9fff]{2,12}?(?:自治[州县旗区]|街道办事处|街道|镇人民政府|乡人民政府|人民政府|办事处|新区|开发区|(?<![小户灾景园牧山社矿片辖库])[省市州县区旗镇乡])(?=[\u4e00-\u9fff]{2,})/u;
/** Counties of one character: 单县, 莘县. */
const shortPlace = /^[\u4e00-\u9fff]县(?=[\u4e00-\u9fff]{2,})/u;
const agencyName = /^[\u4e00-\u9fff]{2,20}?(?:委员会|管理局|局|政府)(?=[\u4e00-\u9fff]{2,})/u;
const tail =
  /(?:政务公开)?(?:领域)?(?:基层)?(?:政务)?(?:信息)?(?:公开)?(?:标准化?)?(?:规范化?)?(?:公开)?(?:事项)?(?:标准)?(?:目录|清单|一览表|汇编).*$/u;

/** 社会救助 out of `社会救助领域基层政务公开标准目录`; null when a title names no field. */
export function fieldOfTitle(title: string): string | null {
  const folded = cleanName(title)
    .replace(year, '')
    .replace(/[《》“”"]/gu, '');
  const isCatalogue = /领域|目录|清单|一览表/u.test(folded);
  if (!isCatalogue || folded.length > 80) return null;
  const named = (/^(.*?)领域/u.exec(folded)?.[1] ?? folded.replace(tail, '')).replace(numbering, '');
  return tidy(named);
}

/** 社会救助 out of `06_某镇_社会救助.csv`: the last part of the name, unless it is a mere word for a table. */
export function fieldOfFileName(name: string): string | null {
  const stem = name.replace(/^.*[\\/]/u, '').replace(/\.[a-z0-9.]{2,8}$/iu, '');
  const fromTitle = fieldOfTitle(stem);
  if (fromTitle !== null) return fromTitle;
  const parts = stem.split(/[_\-—\s（）()]+/u).filter((part) => /[\u4e00-\u9fff]/u.test(part));
  return parts.length < 2 ? null : tidy(parts.at(-1) ?? '');
}

function tidy(text: string): string | null {
  let name = text.replace(numbering, '');
  for (let round = 0; round < 3 && place.test(name); round += 1) name = name.replace(place, '');
  name = name
    .replace(shortPlace, '')
    .replace(agencyName, '')
    .replace(/^(?:关于|的)/u, '')
    .replace(/(?:基层|政务公开|试点|标准化?|等)$/u, '');
  const isName = /^[\u4e00-\u9fff、与和及]{2,20}$/u.test(name);
  return isName && !/^(?:表格?|工作表|目录|附件|最终|定稿|正式|公开|政务|基层政务|特殊时限|试点)/u.test(name)
    ? name
    : null;
}
