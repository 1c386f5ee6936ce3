// Every screen of the terminal by a name, how to get to it over the fake engine, and what is there once it is whole.
import type { Page } from 'playwright-core';
import { typeStaffPin } from './enter-staff.ts';
import { files, namedRecords } from './fixture-records.ts';
import { entryIdOf, registerIds } from './fixture-registers.ts';

const at = (name: keyof typeof namedRecords) => `/record/${namedRecords[name].record.id}`;

/** A screen over a catalogue that has registers. */
function register(path: string, ready: string, more: Partial<Screen> = {}): Screen {
  return { path, ready, scenario: 'registers', ...more };
}

const opened = (id: string) => `/record/${id}`;

export interface Screen {
  readonly path: string;
  /** Something that is there once the screen is whole. */
  readonly ready: string;
  /** Touched before looking. */
  readonly touch?: string;
  readonly scenario?: string;
  /** Done before it is whole. */
  readonly enter?: (page: Page) => Promise<void>;
}

export const screens: Readonly<Record<string, Screen>> = {
  home: { path: '/', ready: '.screen--home .row' },
  browse: { path: '/browse', ready: '.node' },
  agencies: { path: '/browse/agency', ready: '.node' },
  guides: { path: '/guides', ready: '.node' },
  node: { path: '/browse/tree/n20', ready: '.node' },
  duties: { path: '/browse/tree/n20-11', ready: '.duty-row__is' },
  agency: { path: '/agency/a1', ready: '.row' },
  results: { path: '/search?q=临溪', ready: '.result' },
  start: { path: '/search', ready: '.chip' },
  nothing: { path: '/search?q=量子计算机', ready: '.state' },
  filter: { path: '/search?q=临溪', ready: '.sheet .chip', touch: '.chip--menu' },
  guide: { path: at('guide'), ready: '.steps' },
  matter: { path: at('matter'), ready: '.channels' },
  law: { path: at('law'), ready: '.article-rail' },
  articles: { path: at('law'), ready: '.articles', touch: '.dock .button:not(.dock__main, .take)' },
  notice: { path: at('notice'), ready: '.period' },
  table: { path: at('table'), ready: '.table-frame' },
  handoff: { path: at('normative'), ready: '.qr', touch: '.dock__main' },
  pdf: { path: `${at('budget')}/file/${files.pdf.sha256}`, ready: '.viewer__page' },
  picture: { path: `${at('guide')}/file/${files.picture.sha256}`, ready: '.viewer__image' },
  word: { path: `${at('guide')}/file/${files.word.sha256}`, ready: '.word-view p' },
  list: { path: '/list', ready: '.state' },
  keypad: { path: '/search', ready: '.keypad__word', touch: '.rail__places .rail__button:nth-child(3)' },
  registers: register('/registers', '.register-card'),
  lookUp: register(opened(registerIds.enterprises), '.register-entries .result'),
  within: register(`/search?register=${registerIds.enterprises}`, '.facets__group .chip'),
  mixed: register('/search?q=有限', '.result-more'),
  ranking: register(opened(registerIds.ranking), '.rank'),
  figures: register(opened(registerIds.expenses), '.parts__part'),
  figuresTable: register(opened(registerIds.monthly), '.chart__table', {
    touch: '.chart__switch button:last-child',
  }),
  lines: register(opened(registerIds.monthly), '.chart__line'),
  entry: register(opened(entryIdOf(registerIds.powers, 0)), '.flow__step'),
  blackListed: register(opened(entryIdOf(registerIds.blackList, 0)), '.shown-until'),
  about: { path: '/about', ready: '.hows' },
  hall: { path: '/hall', ready: '.hall-places .node' },
  route: { path: '/hall?place=f2-library', ready: '.hall-steps' },
  disclosure: { path: '/disclosure', ready: '.disclosure-doors .node' },
  apply: { path: '/disclosure/apply', ready: '.apply-steps' },
  voice: { path: '/voice', ready: '.contact' },
  wish: { path: '/voice/wish', ready: '.writing__field' },
  opinion: { path: '/voice/opinion', ready: '.writing__field' },
  number: { path: '/staff', ready: '.pin-pad' },
  staff: { path: '/staff', ready: '.calibration', scenario: 'offline', enter: typeStaffPin },
  first: { path: '/', ready: '.progress', scenario: 'unreachable' },
  lost: { path: '/nowhere', ready: '.state' },
};

/**
 * Goes to a screen; its scenario holds from this load on. `url` is the fixture's, without a trailing slash. A screen whose
 * scenario the page is in already is reached by a link, as visitors reach it: a load costs ten times as much.
 */
export async function showScreen(page: Page, url: string, screen: Screen): Promise<void> {
  if (!(await followLink(page, screen))) {
    await page.evaluate(
      (scenario) => sessionStorage.setItem('fixture.scenario', scenario),
      screen.scenario ?? '',
    );
    await page.goto(url + screen.path);
  }
  await screen.enter?.(page);
  if (screen.touch) await page.locator(screen.touch).first().click();
  await page.locator(screen.ready).first().waitFor();
  if (screen.touch || screen.enter) await spoilPage(page);
}

/** After this the page is loaded anew for the next screen: something lies over it, or was taken out of it. */
export async function spoilPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.isFixtureSpoiled = true;
  });
}

declare global {
  interface Window {
    isFixtureSpoiled?: boolean;
  }
}

/** A screen unlike every other, gone to in between, so that nothing of the screen before can be taken for the next. */
const between = { path: '/about', ready: '.hows' };

/** False when the page must be loaded for this screen. */
async function followLink(page: Page, { path, scenario = '' }: Screen): Promise<boolean> {
  if (path === between.path) return false;
  const isInScenario = await page.evaluate(
    (wanted) =>
      document.querySelector('.shell') !== null &&
      !window.isFixtureSpoiled &&
      (window.fixtureScenario ?? 'ready') === (wanted || 'ready'),
    scenario,
  );
  if (!isInScenario) return false;
  await open(page, between.path);
  await page.locator(between.ready).waitFor();
  await open(page, path);
  await page.locator(between.ready).waitFor({ state: 'detached' });
  return true;
}

async function open(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href });
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
}
