// Numbers, names and addresses of nobody, drawn repeatably, as they turn up in offices' papers.
import { idCheckCharacter } from '#shared/registers/id-number.ts';

export interface RandomPeople {
  pick<T>(items: readonly T[]): T;
  digits(count: number): string;
  name(): string;
  id(): string;
  oldId(): string;
  mobile(): string;
  card(): string;
  plate(): string;
  landline(): string;
  home(): string;
}

const regions = [
  '110105',
  '320106',
  '330782',
  '440305',
  '510107',
  '420111',
  '610113',
  '230102',
  '370202',
  '500112',
];
const names =
  '王秀兰 李建国 张桂英 刘德华 陈玉梅 杨志强 赵晓燕 黄文博 周海涛 吴淑珍 徐立新 孙玉兰 胡春花 朱永红 高翔 林小满 何美玲 郭子轩 马国庆 罗丹 梁雨桐 宋佳音 郑爱民 谢婷婷 韩冰 唐一鸣 冯金凤 于洋 董巧云 萧远山 程秋实 曹宝珠 袁野 邓桂芳 许诺 傅明轩 沈阿婆 曾凡 彭友生 吕素琴 苏文 卢俊 蒋梦洁 蔡根生 贾玉芬 丁香 魏来 薛宝成 叶知秋 阎立 欧阳文静 司马南星 诸葛清'.split(
    ' ',
  );
const homes: readonly ((r: RandomPeople) => string)[] = [
  (r) =>
    `青石巷${r.digits(2)}号${r.pick(['2', '5', '11'])}幢${r.pick(['1', '3'])}单元${r.pick(['302', '501', '1204'])}室`,
  (r) => `丽景花园${r.pick(['7', '12'])}号楼${r.pick(['2', '4'])}单元${r.pick(['601', '202'])}`,
  (r) => `平安小区${r.pick(['3', '18'])}栋${r.pick(['405', '1502'])}室`,
  (r) => `柳林镇杨树沟村${r.pick(['3组', '四组', '二组'])}${r.digits(2)}号`,
  (r) => `人民路${r.digits(3)}弄${r.pick(['6', '15'])}号${r.pick(['302', '1101'])}室`,
  (r) => `白马街道和平社区${r.pick(['5', '9'])}栋${r.pick(['1', '2'])}单元${r.pick(['302', '701'])}号`,
];

/** The same numbers for the same seed. */
export function randomPeople(seed: number): RandomPeople {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const r: RandomPeople = {
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    digits: (count) => String(1 + below(9)) + Array.from({ length: count - 1 }, () => below(10)).join(''),
    name: () => r.pick(names),
    id: () => {
      const birthday = `${1940 + below(75)}${two(1 + below(12))}${two(1 + below(28))}`;
      const start = `${r.pick(regions)}${birthday}${r.digits(3)}`;
      return start + idCheckCharacter(start);
    },
    oldId: () =>
      `${r.pick(regions)}${40 + below(45)}${two(1 + below(12))}${two(1 + below(28))}${r.digits(3)}`,
    mobile: () => `1${r.pick(['38', '39', '58', '77', '86', '91', '35', '50'])}${r.digits(8)}`,
    card: () => withLuhn(`${r.pick(['622848', '621700', '622202', '621226', '623059'])}${r.digits(12)}`),
    plate: () =>
      `${r.pick(['京', '浙', '粤', '川', '鲁'])}${r.pick(['A', 'B', 'C', 'F'])}${r.pick([`${r.digits(5)}`, `${r.digits(1)}K${r.digits(3)}`, `D${r.digits(5)}`])}`,
    landline: () => `${r.pick(['010', '0571', '028', '0755'])}-${r.pick(['8', '6', '2'])}${r.digits(7)}`,
    home: () => r.pick(homes)(r),
  };
  return r;
}

const two = (part: number) => String(part).padStart(2, '0');

/** The digits with their check digit (ISO/IEC 7812). */
function withLuhn(digits: string): string {
  for (let check = 0; check < 10; check++) {
    const whole = `${digits}${check}`;
    const sum = [...whole].reverse().reduce((total, digit, place) => {
      const value = place % 2 === 1 ? Number(digit) * 2 : Number(digit);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return whole;
  }
  return digits;
}
