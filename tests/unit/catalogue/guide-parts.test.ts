// What guides written before a field was known read as, and how forms, places, audiences and subjects are found.
import { describe, expect, test } from 'vitest';
import type { GuideDetails } from '#shared/catalogue/details.ts';
import { parseDetails } from '#shared/catalogue/details-schema.ts';
import { guideAudience, guideFees, guidePlaces, materialForms } from '#shared/catalogue/guide-parts.ts';
import { deriveSubject } from '#shared/catalogue/guide-subjects.ts';

function parsed(value: unknown): GuideDetails {
  const result = parseDetails('guide', value);
  if (!result.ok || result.details?.type !== 'guide') throw new Error('not a guide');
  return result.details;
}

describe('guide details › when they are old', () => {
  test('they read with empty parts, and parts can be asked of them as they were stored', () => {
    const details = parsed({ address: '某路1号', materials: [{ name: '身份证' }] });
    expect(details).toMatchObject({ subjects: [], group: null, laws: [], fees: [], places: [] });
    expect(details.materials[0]).toMatchObject({ blankForm: null, sampleForm: null });
    const { subjects: _s, group: _g, laws: _l, fees: _f, places: _p, ...stored } = details;
    expect(guidePlaces(stored)).toHaveLength(1);
    expect(guideFees(stored)).toEqual([]);
    expect(materialForms({ name: '甲', copies: null, form: null, source: null, required: true }, [])).toEqual(
      {
        blank: null,
        sample: null,
      },
    );
  });

  test('rows nobody wrote anything into are left out', () => {
    const empty = { name: '', docNo: null, article: null };
    expect(parsed({ laws: [empty, { ...empty, name: '甲法' }] }).laws).toHaveLength(1);
    expect(parsed({ places: [{ name: '' }], fees: [{ item: '' }] })).toMatchObject({ places: [], fees: [] });
  });
});

test('a form › when a material names it › it is found by digest, by name, and by name without its ending', () => {
  const sha256 = 'ab'.repeat(32);
  const file = { sha256, name: '申请表（空表）.docx', mediaType: 'x', bytes: 1 };
  const material = { name: '申请表', copies: null, form: null, source: null, required: true };
  for (const blankForm of [sha256.toUpperCase(), '申请表（空表）.docx', '申请表(空表)', ' 申请表（空表） '])
    expect(materialForms({ ...material, blankForm }, [file]).blank, blankForm).toBe(file);
  expect(materialForms({ ...material, blankForm: '另一张' }, [file]).blank).toBeNull();
});

test('places › when there are several › the counter stands first and silent ones are left out', () => {
  const nothing = { name: null, address: null, window: null, hours: null, phone: null };
  const places = guidePlaces(parsed({ window: '3号窗口', places: [{ address: '乙路2号' }] }));
  expect(places).toEqual([
    { ...nothing, window: '3号窗口' },
    { ...nothing, address: '乙路2号' },
  ]);
  expect(guidePlaces(parsed({}))).toEqual([]);
});

test.each([
  ['自然人（共同生活的家庭）', ['person']],
  ['法人、其他组织', ['organisation']],
  ['自然人、法人', ['person', 'organisation']],
  ['法人', ['organisation']],
  [null, []],
])('an audience › when it is written %s › it is for %j', (words, groups) => {
  expect(guideAudience(words)).toEqual(groups);
});

test.each([
  ['中国内地公民婚姻登记', null, '区民政局', '婚姻登记'],
  ['备案事项', '机动车驾驶员培训备案', null, '交通出行'],
  ['到档查询', null, '区人社局', '档案信息'],
  ['某事', null, '某办', null],
])('%s › when nobody named its subject › its words tell', (title, group, agency, subject) => {
  expect(deriveSubject({ title, group, agency })).toBe(subject);
});
