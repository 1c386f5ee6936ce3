// Puts back the characters that fonts of PDF files turn into look-alike radicals: ⼈⺠ → 人民.

/** Code points U+2E80 to U+2EF3 in order with their ordinary characters; a blank where there is none. */
const supplement =
  ' 厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢 巳幺彑彐忄㣺扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒㓁㓁 羊羊羊耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';
const supplementStart = 0x2e80;
const radical = /[\u2e80-\u2ef3\u2f00-\u2fd5]/gu;

/** The text with Kangxi radicals (U+2F00…) and supplementary radicals (U+2E80…) as ordinary characters. */
export function unifyRadicals(text: string): string {
  return text.replace(radical, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0x2f00) return character.normalize('NFKC');
    const plain = supplement[code - supplementStart] ?? ' ';
    return plain === ' ' ? character : plain;
  });
}
