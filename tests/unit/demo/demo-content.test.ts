// The demonstration venue's content: complete, consistent with itself, clean on import, and nobody's real data.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultTree } from '#hub/editorial/default-tree.ts';
import { loadTemplates } from '#hub/editorial/tree-templates/load-templates.ts';
import type { RecordDraft } from '#hub/ingest/draft.ts';
import { ingestFile } from '#hub/ingest/ingest-file.ts';
import type { GuideDetails } from '#shared/catalogue/details.ts';
import { guidePlaces, materialForms } from '#shared/catalogue/guide-parts.ts';
import { articleAnchor, basisItems } from '#shared/catalogue/legal-basis.ts';
import { opensArticle } from '#shared/search/find-law.ts';
import { readDemoContent } from './read-demo-content.ts';

const demo = await readDemoContent();
const files = new URL('../../../admin/hub/demo/files/', import.meta.url);
const drafts: RecordDraft[] = [];
const refusals: unknown[] = [];
const warnings: unknown[] = [];

beforeAll(async () => {
  for (const path of demo.importFiles) {
    const source = { name: basename(path), path, bytes: statSync(path).size };
    for await (const file of ingestFile(source, { as: null, agencyName: null, today: '2026-11-22' })) {
      for await (const event of file.events) {
        if (event.type === 'accepted') {
          drafts.push(event.draft);
          warnings.push(...event.warnings);
        }
        if (event.type === 'rejected') refusals.push(...event.problems);
        if (event.type === 'warning') warnings.push(event.problem);
      }
    }
  }
});

const ofKind = (kind: RecordDraft['kind']) => drafts.filter((draft) => draft.kind === kind);
const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at);
const stated = (isWanted: (draft: RecordDraft) => boolean) => drafts.filter(isWanted);
const lines = (path: string) => readFileSync(path, 'utf8').split(/\r?\n/u);

describe('demonstration content › when it is imported', () => {
  test('it is accepted row by row, without a refusal or a warning', () => {
    expect(refusals).toEqual([]);
    expect(warnings).toEqual([]);
  });

  test('it is rich enough for every screen', () => {
    expect(demo.agencies.length).toBeGreaterThanOrEqual(10);
    expect(drafts.length).toBeGreaterThanOrEqual(180);
    expect(ofKind('matter').length).toBeGreaterThanOrEqual(40);
    expect(ofKind('document').length).toBeGreaterThanOrEqual(60);
    expect(ofKind('guide').length).toBeGreaterThanOrEqual(35);
    expect(ofKind('notice').length).toBeGreaterThanOrEqual(15);
    expect(ofKind('page').length).toBeGreaterThanOrEqual(15);
    expect(drafts.filter(({ bodyText }) => bodyText.length >= 8_000).length).toBeGreaterThanOrEqual(2);
  });

  test('it shows every validity', () => {
    const found = new Set(ofKind('document').map(({ validity }) => validity));
    expect([...found].sort()).toEqual(['amended', 'expired', 'in-force', 'repealed']);
  });

  test('it names only agencies of the venue', () => {
    const known = demo.agencies.map(({ name }) => name);
    expect(drafts.filter(({ agencyName }) => !known.includes(agencyName ?? ''))).toEqual([]);
    expect(repeated(known)).toEqual([]);
  });
});

describe('demonstration content › when records are told apart', () => {
  test('it repeats no title and no index number', () => {
    const listed = stated(({ kind }) => kind !== 'matter');
    expect(repeated(listed.map(({ title }) => title))).toEqual([]);
    expect(listed.filter(({ indexNo }) => indexNo === null)).toEqual([]);
    expect(repeated(listed.map(({ indexNo }) => indexNo ?? ''))).toEqual([]);
    expect(repeated(listed.flatMap(({ docNo }) => docNo ?? []))).toEqual([]);
  });

  test('it has dates that follow each other', () => {
    for (const { title, kind, date, publishedOn, expiresOn, details } of drafts) {
      if (kind === 'matter') continue;
      expect(date, title).toMatch(/^20(18|19|2[0-6])-\d\d-\d\d$/);
      expect((publishedOn ?? '') >= (date ?? ''), title).toBe(true);
      if (expiresOn !== null) expect(expiresOn >= (date ?? ''), title).toBe(true);
      if (details?.type === 'notice' && details.startsOn !== null)
        expect((details.endsOn ?? '') >= details.startsOn, title).toBe(true);
    }
  });

  test('it gives every record but matters a summary, a body and keywords', () => {
    const listed = stated(({ kind }) => kind !== 'matter');
    expect(listed.filter(({ summary }) => summary === '' || summary.length > 300)).toEqual([]);
    expect(listed.filter(({ bodyText }) => bodyText === '')).toEqual([]);
    expect(listed.filter(({ keywords }) => keywords.length === 0)).toEqual([]);
    const short = ofKind('document').filter(({ bodyText }) => bodyText.length < 290);
    expect(short.map(({ title }) => title)).toEqual([]);
  });

  test('it fills in every guide', () => {
    for (const { title, details } of ofKind('guide')) {
      if (details?.type !== 'guide') throw new Error(`${title} has no guide details`);
      const { conditions, materials, steps, basis, questions, phone, hours, address, fee } = details;
      for (const list of [conditions, materials, steps, basis, questions])
        expect(list, title).not.toEqual([]);
      for (const text of [phone, hours, address, fee]) expect(text, title).toBeTruthy();
    }
  });
});

describe('demonstration content › when a guide is followed', () => {
  const guides = () =>
    ofKind('guide').flatMap(({ title, details }) => (details?.type === 'guide' ? [{ title, details }] : []));

  test('it shows every element, each in several guides', () => {
    const count = (has: (details: GuideDetails) => boolean) =>
      guides().filter(({ details }) => has(details)).length;
    expect(count(({ subjects }) => (subjects ?? []).length > 0)).toBe(guides().length);
    expect(count(({ materials }) => materials.some(({ blankForm }) => blankForm))).toBeGreaterThanOrEqual(8);
    expect(count(({ materials }) => materials.some(({ sampleForm }) => sampleForm))).toBeGreaterThanOrEqual(
      3,
    );
    expect(count(({ fees }) => (fees ?? []).some(({ basis }) => basis !== null))).toBeGreaterThanOrEqual(3);
    expect(count((details) => guidePlaces(details).length > 1)).toBeGreaterThanOrEqual(3);
    expect(count(({ laws }) => (laws ?? []).some(({ article }) => article !== null))).toBeGreaterThanOrEqual(
      3,
    );
    expect(count(({ group }) => (group ?? null) !== null)).toBeGreaterThanOrEqual(4);
  });

  test('every form a material names goes with its guide', () => {
    for (const { title, details } of guides()) {
      const own = demo.attachments
        .filter(({ recordTitle }) => recordTitle === title)
        .map(({ name }) => ({ sha256: '', name, mediaType: '', bytes: 0 }));
      for (const material of details.materials) {
        const { blank, sample } = materialForms(material, own);
        expect(blank === null, `${title}: ${material.blankForm}`).toBe(!material.blankForm);
        expect(sample === null, `${title}: ${material.sampleForm}`).toBe(!material.sampleForm);
      }
    }
  });

  test('every article of a paper of the venue that a guide cites stands in that paper', () => {
    const papers = new Map(ofKind('document').map(({ title, bodyText }) => [title, bodyText]));
    const cited = guides()
      .flatMap(({ details }) => basisItems(details).flatMap(({ laws }) => laws))
      .filter(({ name, article }) => article !== null && papers.has(name ?? ''));
    expect(cited.length).toBeGreaterThanOrEqual(5);
    for (const { name, article } of cited) {
      const paragraphs = (papers.get(name ?? '') ?? '').split('\n');
      const anchor = articleAnchor(article) ?? '';
      expect(
        paragraphs.some((text) => opensArticle(text, anchor)),
        `${name} ${article}`,
      ).toBe(true);
    }
  });
});

/** Paths of the default tree, of the ready-made ones and of the standard catalogue's matters, as records name them. */
function knownPaths(): Set<string> {
  const nodes = [...defaultTree(), ...loadTemplates().flatMap((template) => template.nodes)];
  const paths = new Map<string, string>();
  for (const { id, parentId, title } of nodes)
    paths.set(id, parentId === null ? title : `${paths.get(parentId)}/${title}`);
  const known = new Set(paths.values());
  for (const { id, matters } of loadTemplates().flatMap((template) => template.nodes)) {
    for (const { title } of matters) known.add(`${paths.get(id)}/${title}`);
  }
  for (const { details, title } of ofKind('matter')) {
    if (details?.type !== 'matter') continue;
    const section = `法定主动公开内容/${details.field}`;
    const start = known.has(section) ? section : `法定主动公开内容/基层政务公开标准目录/${details.field}`;
    const steps = [start, ...details.levels.slice(0, -1), title];
    steps.forEach((_, at) => {
      known.add(steps.slice(0, at + 1).join('/'));
    });
  }
  return known;
}

test('demonstration content › when it is hung in the tree › it uses known places, one level deeper at most', () => {
  const known = knownPaths();
  for (const { kind, title, treePath } of drafts) {
    if (kind === 'matter') continue;
    const whole = treePath.join('/');
    const isKnown = known.has(whole) || (treePath.length === 3 && known.has(treePath.slice(0, 2).join('/')));
    expect(isKnown, `${title}: ${whole}`).toBe(true);
  }
});

describe('demonstration content › when files go with it', () => {
  test('it has each file, each named by a record, and each of a bearable size', () => {
    const names = readdirSync(files).sort();
    expect(names.filter((name) => name.endsWith('.pdf')).length).toBeGreaterThanOrEqual(8);
    expect(names.filter((name) => name.endsWith('.docx')).length).toBeGreaterThanOrEqual(4);
    expect([...new Set(demo.attachments.map(({ name }) => name))].sort()).toEqual(names);
    for (const { path, recordTitle } of demo.attachments) {
      expect(existsSync(path), path).toBe(true);
      expect(statSync(path).size, path).toBeLessThan(500_000);
      expect(drafts.filter(({ title }) => title === recordTitle)).toHaveLength(1);
    }
  });

  test('it has files that begin as their names say', () => {
    for (const { path } of demo.attachments) {
      const start = readFileSync(path).subarray(0, 4).toString('latin1');
      expect(start, path).toBe(path.endsWith('.pdf') ? '%PDF' : 'PK\x03\x04');
    }
  });
});

describe('demonstration content › when it is searched for personal data', () => {
  // 18 digits (the last may be X) with a plausible birth date: an identity number; 1 and ten digits: a mobile phone.
  const identityNumber = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)/u;
  const mobilePhone = /(?<!\d)1[3-9]\d{9}(?!\d)/u;
  // Written phones all stand in the area code 0600, which nobody has.
  const areaPhone = /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/gu;

  test('it holds no identity number, no mobile phone and no phone outside the invented area', () => {
    const paths = [...demo.importFiles, ...['venue.json', 'agencies.json'].map(contentPath)];
    for (const line of paths.flatMap(lines)) {
      expect(line).not.toMatch(identityNumber);
      expect(line).not.toMatch(mobilePhone);
      for (const [phone] of line.matchAll(areaPhone)) expect(phone).toMatch(/^0600-5550\d{3}$/);
    }
  });

  test('it names no address on the real net', () => {
    const address = /(?:https?:\/\/|www\.|[\w.]+@)([\w.-]+)/gu;
    for (const line of demo.importFiles.flatMap(lines))
      for (const [, host] of line.matchAll(address)) expect(host).toMatch(/mingzhu\.example$/);
  });
});

function contentPath(name: string): string {
  return new URL(`../../../admin/hub/demo/content/${name}`, import.meta.url).pathname;
}
