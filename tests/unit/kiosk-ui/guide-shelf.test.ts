// Guides as they are browsed: read page by page, and grouped so that a list can be read.
import { describe, expect, test } from 'vitest';
import { loadGuides } from '#kiosk/state/guide-shelf.ts';
import { guidesUrl, parseGuidesAddress } from '#kiosk/state/guides-address.ts';
import {
  groupGuides,
  groupOfAgency,
  partsOfGroup,
  type ShelvedGuide,
  shelve,
} from '#shared/catalogue/guide-shelf.ts';
import type { SearchQuery } from '#shared/search/types.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';

const guide = (change: Partial<ShelvedGuide>): ShelvedGuide => ({
  id: change.title ?? 'g',
  code: 'G0000001',
  title: '某事',
  agencyId: 'a1',
  itemType: null,
  group: null,
  subjects: [''],
  audience: [],
  ...change,
});

/** An engine that holds so many guides and remembers what it was asked. */
function engineOf(total: number) {
  const asked: SearchQuery[] = [];
  const { record } = namedRecords.guide;
  const search = async (query: SearchQuery) => {
    asked.push(query);
    const length = Math.max(0, Math.min(query.limit, total - query.offset));
    return { total, hits: Array.from({ length }, () => ({ record })) };
  };
  return { asked, engine: { search, manifest: { peek: () => null } } as never };
}

const load = (engine: never) => loadGuides(engine, { agency: ['a1'] }, new AbortController().signal);

describe('a shelf of guides › when it is filled', () => {
  test('it asks for guides alone, page after page, until it has them all', async () => {
    const { asked, engine } = engineOf(230);
    const shelf = await load(engine);
    expect(shelf.guides).toHaveLength(230);
    expect(shelf.isCut).toBe(false);
    expect(asked.map(({ offset }) => offset)).toEqual([0, 100, 200]);
    expect(asked[0]?.filters).toEqual({ agency: ['a1'], kind: ['guide'] });
  });

  test('it stops at what a shelf holds and says so', async () => {
    const shelf = await load(engineOf(50_000).engine);
    expect(shelf.guides).toHaveLength(3_000);
    expect(shelf.isCut).toBe(true);
  });

  test('it is empty where there are none', async () => {
    expect(await load(engineOf(0).engine)).toEqual({ guides: [], isCut: false });
  });

  test('a guide without a subject takes its topic, else its place in the catalogue, else none', () => {
    const { record } = namedRecords.guide;
    const tree = [{ id: 'n1', parentId: null, title: '社会救助', basis: null, order: 1 }];
    const bare = { ...record, details: null };
    expect(shelve(record, tree).subjects).toEqual(['社会保障']);
    expect(shelve({ ...bare, topic: '民政' }, tree).subjects).toEqual(['民政']);
    expect(shelve({ ...bare, topic: null, nodeId: 'n1' }, tree).subjects).toEqual(['社会救助']);
    expect(shelve({ ...bare, topic: null, nodeId: null }, tree).subjects).toEqual(['']);
  });
});

describe('guides › when they are grouped', () => {
  test('the fullest group stands first, the nameless last, and a guide of two subjects in both', () => {
    const guides = [
      guide({ title: '乙', subjects: ['就业', '社保'] }),
      guide({ title: '甲', subjects: ['社保'] }),
      guide({ title: '丙' }),
      guide({ title: '丁' }),
      guide({ title: '戊' }),
    ];
    const groups = groupGuides(guides, ({ subjects }) => subjects);
    expect(groups.map(({ title, guides: members }) => [title, members.length])).toEqual([
      ['社保', 2],
      ['就业', 1],
      ['', 3],
    ]);
  });

  test('all parts of a main item lie under one subject, and from three parts on under its name', () => {
    const part = (title: string, group: string, subject: string) =>
      guide({ title, group, subjects: [subject] });
    const groups = groupOfAgency([
      part('培训一', '驾驶员培训', '交通出行'),
      part('培训二', '驾驶员培训', '交通出行'),
      part('培训三', '驾驶员培训', '职业资格'),
      part('维修一', '维修备案', '交通出行'),
      part('维修二', '维修备案', '工程建设'),
    ]);
    expect(groups.map(({ title, guides }) => [title, guides.length])).toEqual([
      ['交通出行', 4],
      ['工程建设', 1],
    ]);
    const [first] = groups;
    expect(partsOfGroup(first?.guides ?? []).map(({ title, guides }) => [title, guides.length])).toEqual([
      ['', 1],
      ['驾驶员培训', 3],
    ]);
  });
});

test.each([
  ['agency', 'a/1 局'],
  ['subject', ''],
  ['who', 'person'],
] as const)('the address of %s “%s” › when it is read again › asks for the same', (way, value) => {
  const [, , step, rest = ''] = guidesUrl(way, value).split('/');
  expect(parseGuidesAddress(step, decodeURIComponent(rest))).toEqual({ way, value });
  expect(parseGuidesAddress(undefined, undefined)).toBeNull();
  expect(parseGuidesAddress('nonsense', 'x')).toBeNull();
});
