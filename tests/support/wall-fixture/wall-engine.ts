// The fixture's engine as the wall sees it: a venue with a plan, notices of every standing, releases that follow.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { defaultDisplay, type VenueDisplay } from '#shared/catalogue/venue-display.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { SearchQuery, SearchResult } from '#shared/search/types.ts';
import { FakeEngine } from '../kiosk-fixture/fake-engine.ts';
import { type FixtureRecord, makeRecord } from '../kiosk-fixture/fixture-records.ts';
import { registerRecords } from '../kiosk-fixture/fixture-registers.ts';
import { allRecords } from '../kiosk-fixture/many-records.ts';
import { naiveSearch } from '../kiosk-fixture/naive-search.ts';

export interface WallSetting {
  /** A name `FakeEngine` knows. */
  readonly scenario?: string;
  readonly display?: Partial<VenueDisplay>;
  readonly publicUrl?: string;
}

const paragraphs = (...lines: string[]) => [lines.map((line) => `<p>${line}</p>`).join('')];

/** A text of several pages, with its sentences numbered so that a test can tell whether one is missing. */
const longText = Array.from(
  { length: 60 },
  (_, index) =>
    `（${index + 1}）施工期间，沿线居民和单位请提前做好储水准备，绕行路线和临时站点以现场标识为准，由此带来的不便，敬请谅解。`,
);

const notice = { type: 'notice', startsOn: null, endsOn: null, contact: null } as const;

/** Notices, and a document with a long title, beyond those of the terminal's fixture, for a wall looked at on 25 November 2026. */
const wallRecords: readonly FixtureRecord[] = [
  makeRecord(
    'notice',
    '关于鹤鸣里、纺织巷片区供水主管改造期间计划停水和临时取水点安排的公告',
    6,
    {
      date: '2026-11-24',
      publishedOn: '2026-11-24',
      topic: '城乡建设、环境保护',
      details: { ...notice, level: 'ordinary', startsOn: '2026-11-24', endsOn: '2026-11-30' },
    },
    paragraphs(...longText),
  ),
  makeRecord(
    'document',
    '临溪区人民政府办公室关于做好 2026 年冬季农村取暖安全和一氧化碳中毒防范工作暨今冬明春火灾防控工作的通知',
    0,
    { date: '2026-11-23', publishedOn: '2026-11-23', topic: '综合政务' },
  ),
  makeRecord('notice', '森林防火禁火令', 8, {
    date: '2026-11-01',
    publishedOn: '2026-11-01',
    topic: '农业、林业、水利',
    summary: '森林防火区内禁止一切野外用火，发现火情请立即拨打 12119。',
    details: {
      ...notice,
      level: 'important',
      startsOn: '2026-11-01',
      endsOn: '2027-04-30',
      contact: '森林火警 12119；区应急管理局 0999-5550 1156',
    },
  }),
  makeRecord('notice', '已经结束的公示不应当出现', 6, {
    date: '2026-11-02',
    publishedOn: '2026-11-02',
    details: { ...notice, level: 'important', startsOn: '2026-11-02', endsOn: '2026-11-20' },
  }),
  makeRecord(
    'notice',
    '2026 年度区级文物保护单位拟公布名单公示',
    3,
    {
      date: '2026-11-16',
      publishedOn: '2026-11-16',
      details: {
        ...notice,
        level: 'ordinary',
        startsOn: '2026-11-16',
        endsOn: '2026-11-25',
        contact: '区文物科',
      },
    },
    [
      '<p>拟将以下不可移动文物公布为区级文物保护单位：</p><table><tr><th>名称</th><th>年代</th></tr><tr><td>学宫棂星门</td><td>清</td></tr></table><p>有不同意见的，请在公示期内提出。</p>',
    ],
  ),
];

export class WallEngine extends FakeEngine {
  private fails = false;
  private extra: readonly FixtureRecord[] = [];
  private readonly isFilled: boolean;
  private readonly registers: readonly FixtureRecord[];

  constructor({ scenario = 'ready', display, publicUrl }: WallSetting) {
    super(scenario);
    this.isFilled = scenario !== 'nothing';
    this.fails = scenario === 'broken';
    this.registers = scenario === 'registers' ? registerRecords() : [];
    const manifest = this.manifest.peek();
    if (!manifest) return;
    this.manifest.value = {
      ...manifest,
      publicUrl: publicUrl ?? manifest.publicUrl,
      venue: { ...manifest.venue, display: { ...defaultDisplay, ...display } },
    };
  }

  /** The next release, with one more notice. */
  publish(record: Partial<CatalogueRecord> & { readonly title: string }): void {
    const { title, ...rest } = record;
    this.extra = [...this.extra, makeRecord('notice', title, 8, rest)];
    const manifest = this.manifest.peek();
    if (!manifest) return;
    const version = manifest.version + 1;
    this.manifest.value = { ...manifest, version };
    this.status.value = { ...this.status.peek(), version };
  }

  /** Another release whose content is the same: everything is read anew. */
  renew(): void {
    const manifest = this.manifest.peek();
    if (manifest) this.manifest.value = { ...manifest, version: manifest.version + 1 };
  }

  breakDown(fails: boolean): void {
    this.fails = fails;
  }

  override async search(query: SearchQuery): Promise<SearchResult> {
    if (this.fails) throw new AppError('search.block-damaged', { segment: 's1', section: 'terms', block: 3 });
    if (!this.isFilled) return naiveSearch([], query);
    return naiveSearch([...allRecords, ...this.registers, ...wallRecords, ...this.extra], query);
  }

  override async bodyPart(id: string, part: number): Promise<string> {
    const own = [...wallRecords, ...this.extra].find(({ record }) => record.id === id);
    return own ? (own.parts[part] ?? '') : await super.bodyPart(id, part);
  }
}
