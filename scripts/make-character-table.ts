// Makes the table the terminal's free keypad writes by: the characters in common use under each syllable, the commonest first.
// Run by hand after an update of pinyin-pro: `node scripts/make-character-table.ts`.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';
import { charactersByLevel } from './make-handwriting-model.ts';

/** The commonest characters of everyday writing, the commonest first; the others follow as GB 2312 has them. */
const commonest =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔改增减收办居厅证申请查询窗口服务开放公布告示医疗社保养老住房补助学校老师孩子街道社区村镇环境卫生垃圾停车公交地铁道路施工噪音投诉举报建议意见希望谢谢态度热情等待排队时间太长电话没人接网站更新慢内容过期不清楚看不懂材料太多流程复杂座椅厕所空调字';

/** Syllables as they are typed, `v` for ü, each with its characters. */
export function characterTable(): Map<string, string> {
  const [common] = charactersByLevel();
  const ranked = [...new Set([...commonest, ...common])].filter((character) => common.has(character));
  const first = new Map<string, string[]>();
  const later = new Map<string, string[]>();
  for (const character of ranked) {
    const [main, ...others] = syllablesOf(character);
    if (main !== undefined) add(first, main, character);
    for (const syllable of others) add(later, syllable, character);
  }
  const syllables = [...new Set([...first.keys(), ...later.keys()])].sort();
  return new Map(
    syllables.map((syllable) => [
      syllable,
      [...(first.get(syllable) ?? []), ...(later.get(syllable) ?? [])].join(''),
    ]),
  );
}

function syllablesOf(character: string): string[] {
  const spoken = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
  return [...new Set(spoken.map((one) => one.replaceAll('ü', 'v')))].filter((one) => /^[a-z]+$/.test(one));
}

function add(table: Map<string, string[]>, syllable: string, character: string): void {
  table.set(syllable, [...(table.get(syllable) ?? []), character]);
}

export function characterFile(): string {
  const lines = [...characterTable()].map(([syllable, characters]) => `${syllable} ${characters}`);
  return [
    '// Characters in common use by syllable, the commonest first; `v` stands for ü.',
    '// Made by scripts/make-character-table.ts with the readings of pinyin-pro (MIT License); not edited by hand.',
    '',
    'export const characterLines =',
    `  '${lines.join(';')}';`,
    '',
  ].join('\n');
}

if (import.meta.main) {
  await writeFile(
    fileURLToPath(new URL('../kiosk/pinyin/character-table.ts', import.meta.url)),
    characterFile(),
  );
}
