// Hides where in a street or village somebody lives: numbers of houses, groups, rooms.

const villageOrStreet = /(?:大街|街道|大道|[路街巷弄村镇乡寨屯庄坝]|社区|胡同|里弄|居委会|村委会)/gu;
const county = /(?:自治[州县旗]|[省市县区州盟旗])/gu;
/** The first number of anything smaller than a street. */
const houseNumber =
  /[\dA-Za-z０-９]|[一二三四五六七八九十百零〇]+(?:号|组|队|栋|幢|座|单元|室|层|楼|弄|巷|户|社)/u;
const hiddenPart = '***';

/** Keeps an address down to its street or village; something is hidden always, if only its last part. */
export function maskAddress(text: string): string {
  if (text === '') return '';
  const number = houseNumber.exec(text)?.index ?? text.length;
  return keptPart(text.slice(0, number), text.length) + hiddenPart;
}

/** Up to the last street or village named before any number, else the last county; never the whole text. */
function keptPart(head: string, whole: number): string {
  for (const level of [villageOrStreet, county]) {
    const ends = [...head.matchAll(level)].map((match) => match.index + match[0].length);
    const end = ends.filter((at) => at < whole && at >= 2).at(-1);
    if (end !== undefined) return head.slice(0, end);
  }
  return '';
}
