// Made-up places, companies and service items, for machines without the real data.

import { composePerson, composePlace } from './archive-titles.ts';
import { archiveFields, works } from './archive-words.ts';
import type { Draft } from './draft.ts';
import { Chance } from './random.ts';
import { guideDraft } from './real-services.ts';

const scripts = ['办理', '变更', '注销', '补发', '年检', '核准'];
const trades = [
  '建材经营部',
  '饭店',
  '农机服务有限公司',
  '小吃店',
  '种植专业合作社',
  '商贸有限公司',
  '理发店',
];

export function* madePlaces(count: number, seed: number): Generator<Draft> {
  const chance = new Chance(`${seed}/places`);
  for (let number = 0; number < count; number++) {
    const county = `${composePlace(chance).slice(0, 2)}县`;
    yield {
      kind: 'notice',
      title: `${composePlace(chance).slice(0, 2)}村村民委员会`,
      indexNo: String(510_000_000_000 + number * 7),
      agencyName: `${county.slice(0, 1)}${number % 90}${county}民政局`,
      nodeId: 'n-places',
      topic: '基层组织',
      summary: `明川市${county}${composePlace(chance)}`,
      validity: 'in-force',
    };
  }
}

export function* madeCompanies(count: number, seed: number): Generator<Draft> {
  const chance = new Chance(`${seed}/companies`);
  for (let number = 0; number < count; number++) {
    const place = composePlace(chance).slice(0, 2);
    yield {
      kind: 'notice',
      title: `${place}县${composePerson(chance).slice(1)}${chance.pick(trades)}`,
      indexNo: `92${String(number).padStart(14, '0')}X${number % 10}`,
      agencyName: `${place}县市场监督管理局`,
      nodeId: 'n-register',
      topic: '市场监管',
      genre: '登记信息',
      date: `${chance.between(1995, 2024)}-0${chance.between(1, 9)}-${chance.between(10, 28)}`,
      validity: chance.isLikely(0.85) ? 'in-force' : 'expired',
      summary: `有限责任公司，明川市${place}县${composePlace(chance)}${chance.between(1, 400)}号`,
    };
  }
}

export function* madeServices(count: number, seed: number): Generator<Draft> {
  const chance = new Chance(`${seed}/services`);
  for (let number = 0; number < count; number++) {
    const [topic, objects] = chance.pick(archiveFields);
    const title = [objects, objects, works, scripts].map((list) => chance.pick(list)).join('');
    yield guideDraft(title, `明川市${topic.slice(0, 2)}局`, `511A${String(number).padStart(8, '0')}`, topic);
  }
}
