// Personal things people might type at a terminal, of nobody: names, names with a matter of theirs, numbers, homes.
import { type RandomPeople, randomPeople } from './lint/random-people.ts';

const matters = [
  '低保',
  '离婚判决',
  '的档案',
  '拆迁补偿',
  '残疾证',
  '身份证',
  '户口迁移',
  '信访',
  '病历',
  '的房产',
];

const makers: readonly ((people: RandomPeople) => string)[] = [
  (people) => people.name(),
  (people) => `${people.name()}${people.pick(matters)}`,
  (people) => `${people.pick(['患者', '低保户', '残疾人'])}${people.name()}`,
  (people) => `${people.name()} ${people.mobile()}`,
  (people) => people.id(),
  (people) => people.oldId(),
  (people) => people.mobile(),
  (people) => people.card(),
  (people) => people.plate(),
  (people) => people.landline(),
  (people) => people.home(),
];

/** So many different ones, the same each time. */
export function personalItems(count: number): string[] {
  const people = randomPeople(20_261_121);
  const items = new Set<string>();
  for (let at = 0; items.size < count; at++) {
    const make = makers[at % makers.length];
    if (make) items.add(make(people));
  }
  return [...items];
}
