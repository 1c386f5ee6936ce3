// Ways out by links, forms and script, as a text or a mistake of ours could bring them onto the screen.
import type { Page } from 'playwright-core';
import { settle, type WayOut } from './way-out.ts';

type ClickOptions = NonNullable<Parameters<Page['click']>[1]>;

/** Puts markup on top of the screen, past every cleaning of texts, and touches the element with the id `way`. */
async function touch(page: Page, markup: string, click: ClickOptions = {}): Promise<void> {
  await page.evaluate((html) => {
    const frame = document.createElement('div');
    frame.id = 'ways';
    frame.style.cssText = 'position:fixed;inset:40px auto auto 40px;z-index:99;font-size:40px';
    frame.innerHTML = html;
    document.querySelector('.shell')?.append(frame);
  }, markup);
  await page.click('#way', { force: true, ...click });
  await settle(page);
  await page.evaluate(() => document.getElementById('ways')?.remove());
}

const linkTo = (href: string, more = '') => `<a id="way" href="${href}" ${more}>出口</a>`;

const links: readonly (readonly [name: string, markup: string, click?: ClickOptions])[] = [
  ['a link to another site', linkTo('http://127.0.0.1:9/')],
  ['a link without a scheme', linkTo('//127.0.0.1:9/')],
  ['a link to the desk', linkTo('/admin/')],
  ['a link to the phone page', linkTo('/m/ABCD1234')],
  ['a link to the hub’s API', linkTo('/api/openapi.json')],
  ['a link to a file of a release', linkTo('/release/metadata/root.json')],
  ['a link to a picture of the page', linkTo('/icon.svg')],
  ['a screen in a new window', linkTo('/about', 'target="_blank"')],
  ['a screen in a named window', linkTo('/about', 'target="other"')],
  ['a screen as a download', linkTo('/about', 'download="a.html"')],
  ['a javascript: link', linkTo('javascript:void(document.body.remove())')],
  ['a data: link', linkTo('data:text/html,out')],
  ['a data: download', linkTo('data:text/plain,out', 'download="out.txt"')],
  ['a mailto: link', linkTo('mailto:a@example.org')],
  ['a tel: link', linkTo('tel:110')],
  ['a file: link', linkTo('file:///etc/hosts')],
  ['a link to the page’s source', linkTo('view-source:http://127.0.0.1/')],
  ['a link to the browser’s settings', linkTo('chrome://settings')],
  ['Ctrl and touch on a screen’s link', linkTo('/about'), { modifiers: ['Control'] }],
  ['Shift and touch on a screen’s link', linkTo('/about'), { modifiers: ['Shift'] }],
  ['Alt and touch on a screen’s link', linkTo('/about'), { modifiers: ['Alt'] }],
  ['the middle button on a screen’s link', linkTo('/about'), { button: 'middle' }],
  [
    'a link in a drawing',
    '<svg id="way" width="90" height="90"><a href="http://127.0.0.1:9/"><rect width="90" height="90"/></a></svg>',
  ],
  [
    'an old link in a drawing',
    '<svg id="way" width="90" height="90"><a xlink:href="/admin/"><rect width="90" height="90"/></a></svg>',
  ],
  [
    'a form to another site',
    '<form action="http://127.0.0.1:9/" method="post"><button id="way">寄</button></form>',
  ],
  ['a form to the desk', '<form action="/admin/"><button id="way">寄</button></form>'],
  ['a form into a new window', '<form action="/about" target="_blank"><button id="way">寄</button></form>'],
  [
    'a button with an address of its own',
    '<form action="/"><button id="way" formaction="http://127.0.0.1:9/">寄</button></form>',
  ],
  ['a file chooser', '<input id="way" type="file">'],
  ['a label of a file chooser', '<label id="way" for="chooser">文件</label><input id="chooser" type="file">'],
];

const scripts: readonly (readonly [name: string, script: string])[] = [
  ['window.open', `window.open('/about')`],
  ['window.open into this window', `window.open('http://127.0.0.1:9/', '_self')`],
  ['location to another site', `location.href = 'http://127.0.0.1:9/'`],
  ['location to the desk', `location.assign('/admin/')`],
  ['location to an address of a screen, loaded anew', `location.replace('/search?q=x')`],
  [
    'a click of script on a foreign link',
    `Object.assign(document.createElement('a'), { href: '/admin/' }).click()`,
  ],
  [
    'a form sent by script',
    `{ const form = document.createElement('form'); form.action = '/admin/'; document.body.append(form); form.submit(); form.remove(); }`,
  ],
  [
    'a blob as a download',
    `{ const link = document.createElement('a'); link.href = URL.createObjectURL(new Blob(['out'])); link.download = 'out.txt'; link.click(); }`,
  ],
  ['alert', `alert('out')`],
  ['confirm', `confirm('out')`],
  ['prompt', `prompt('out')`],
  [
    'a question before leaving',
    `{ addEventListener('beforeunload', (event) => event.preventDefault()); dispatchEvent(new Event('beforeunload', { cancelable: true })); }`,
  ],
  ['a picker for files', `window.showOpenFilePicker?.().catch(() => 0)`],
  ['a picker for folders', `window.showDirectoryPicker?.().catch(() => 0)`],
  [
    'a meta refresh',
    `{ const meta = document.createElement('meta'); meta.httpEquiv = 'refresh'; meta.content = '0; url=/admin/'; document.head.append(meta); setTimeout(() => meta.remove()); }`,
  ],
];

export const linkWays: readonly WayOut[] = [
  ...links.map(([name, markup, click]) => ({
    name,
    act: (page: Page) => touch(page, markup, click),
  })),
  {
    name: 'Enter on a foreign link that has the focus',
    act: async (page) => {
      await touch(page, '<a href="/admin/" id="way" tabindex="0">出口</a>', { trial: true });
      await page.evaluate(() => {
        const link = Object.assign(document.createElement('a'), { href: '/admin/', id: 'focused' });
        document.querySelector('.shell')?.append(link);
        link.textContent = '出口';
        link.focus();
      });
      await page.keyboard.press('Enter');
      await settle(page);
      await page.evaluate(() => document.getElementById('focused')?.remove());
    },
  },
];

/** Tried last: a navigation that was refused leaves the driver waiting for its end before it finds elements again. */
export const scriptWays: readonly WayOut[] = scripts.map(([name, script]) => ({
  name,
  act: async (page) => {
    await page.evaluate(script);
    await settle(page);
  },
}));
