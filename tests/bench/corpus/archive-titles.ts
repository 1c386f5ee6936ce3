// Composes titles as offices have written them since 1950.
import {
  agreeVerbs,
  archiveFields,
  askVerbs,
  givenNames,
  meetings,
  nameEnds,
  nameStarts,
  placeEndings,
  reports,
  surnames,
  tellVerbs,
  upperOffices,
  works,
} from './archive-words.ts';
import type { Chance } from './random.ts';

export interface ComposedTitle {
  readonly title: string;
  readonly genre: string;
  readonly topic: string;
}

type Pattern = (chance: Chance, object: string, year: number) => readonly [text: string, genre: string];

/** A place of the area: 双河公社, 石桥镇. */
export function composePlace(chance: Chance): string {
  return chance.pick(nameStarts) + chance.pick(nameEnds) + chance.pickSkewed(placeEndings);
}

export function composePerson(chance: Chance): string {
  const given = chance.pick(givenNames) + (chance.isLikely(0.7) ? chance.pick(givenNames) : '');
  return chance.pickSkewed(surnames) + given;
}

const patterns: readonly Pattern[] = [
  (chance, object) => [
    `${chance.pickSkewed(askVerbs)}${composePlace(chance)}${object}${chance.pickSkewed(works)}`,
    chance.isLikely(0.8) ? '请示' : '报告',
  ],
  (chance, object) => [
    `${chance.pickSkewed(tellVerbs)}${object}${chance.pickSkewed(works)}`,
    chance.isLikely(0.8) ? '通知' : '意见',
  ],
  (chance, object) => [
    `${chance.pickSkewed(agreeVerbs)}${composePlace(chance)}${object}${chance.pickSkewed(works)}`,
    '批复',
  ],
  (chance, object, year) => [
    `${composePlace(chance)}${year}年${object}${chance.pickSkewed(reports)}`,
    chance.isLikely(0.8) ? '报告' : '函',
  ],
  (chance, object, year) => [`${year}年度${object}${chance.pickSkewed(reports)}`, '报告'],
  (chance, object) => [
    `成立${composePlace(chance)}${object}${chance.isLikely(0.6) ? '领导小组' : '指挥部'}`,
    '通知',
  ],
  (chance, object) => [`召开全市${object}${chance.pickSkewed(meetings)}`, '通知'],
  (chance) => [`${composePerson(chance)}等${chance.between(2, 9)}名同志职务任免`, '通知'],
  (chance, object) => [
    `${composePerson(chance)}同志${object}问题处理`,
    chance.isLikely(0.5) ? '决定' : '批复',
  ],
  (chance, object) => [
    `转发${chance.pickSkewed(upperOffices)}《关于${chance.pickSkewed(tellVerbs)}${object}${chance.pick(works)}的通知》`,
    '通知',
  ],
  (chance, object) => [
    `对${composePlace(chance)}${object}${chance.pick(works)}${chance.isLikely(0.5) ? '予以表彰' : '进行检查'}`,
    chance.isLikely(0.6) ? '通报' : '决定',
  ],
  (chance, object) => [
    `${composePlace(chance)}与${composePlace(chance)}${object}${chance.isLikely(0.5) ? '界线划分' : '纠纷调处'}`,
    chance.isLikely(0.5) ? '协议' : '批复',
  ],
];

/** A title for a document of an office. */
export function composeTitle(chance: Chance, office: string, year: number): ComposedTitle {
  const [topic, objects] = chance.pickSkewed(archiveFields);
  const [text, genre] = chance.pickSkewed(patterns)(chance, chance.pickSkewed(objects), year);
  const begins = chance.isLikely(0.4) ? office : '';
  return { title: `${begins}关于${text}的${genre}`, genre, topic };
}
