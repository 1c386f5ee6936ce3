// A made-up statute as long as the longest real ones, cut into parts as a release cuts them.

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 999 as a statute writes it: 一, 十二, 一百零三. */
export function chineseNumber(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor((value % 100) / 10), value % 10];
  const head = hundreds > 0 ? `${numerals[hundreds]}百` : '';
  if (tens === 0) return `${head}${hundreds > 0 && ones > 0 ? '零' : ''}${numerals[ones]}`;
  return `${head}${tens === 1 && hundreds === 0 ? '' : numerals[tens]}十${numerals[ones]}`;
}

const chapters = [
  '总则',
  '公开的主体和范围',
  '目录与指南',
  '主动公开',
  '依申请公开',
  '查阅场所与终端',
  '期限与送达',
  '监督和保障',
  '法律责任',
  '附则',
];
const sentences = [
  '公开机构应当在信息形成或者变更之日起二十个工作日内，将信息送达本级查阅场所，并注明索引号、名称和生成日期。',
  '公民、法人和其他组织查阅信息时，查阅场所应当提供必要的设备和便利，不得要求说明用途，也不得记录与查阅无关的个人情况。',
  '内容发生变更、失效或者被废止的，提供机构应当在三个工作日内更新，并在原位置写明变更的日期和原因。',
  '前款规定的设备应当在网络中断时继续提供已经取得的内容，并清楚标明内容截至的时间。',
  '因阅读、视力或者听力障碍需要帮助的，工作人员应当提供朗读、放大和代为填写等协助。',
];

/** Paragraphs of HTML, `characters` long or a little more, with chapters and numbered articles. */
function paragraphs(characters: number): string[] {
  const lines: string[] = [];
  let length = 0;
  let article = 0;
  const articleCharacters = 280;
  const perChapter = Math.ceil(characters / articleCharacters / chapters.length);
  while (length < characters) {
    if (article % perChapter === 0) {
      const chapter = article / perChapter;
      lines.push(`<h2>第${chineseNumber(chapter + 1)}章　${chapters[chapter] ?? '补充规定'}</h2>`);
    }
    article += 1;
    const text = Array.from({ length: 4 }, (_, index) => sentences[(article + index) % sentences.length]);
    lines.push(`<p>第${chineseNumber(article)}条　${text.slice(0, 2).join('')}</p>`);
    lines.push(`<p>${text.slice(2).join('')}</p>`);
    length += text.join('').length + 6;
  }
  return lines;
}

/** The statute in parts of at most 24,000 characters of HTML. */
export function longLawParts(characters: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const line of paragraphs(characters)) {
    if (part.length + line.length > 24_000) {
      parts.push(part);
      part = '';
    }
    part += line;
  }
  return [...parts, part];
}
