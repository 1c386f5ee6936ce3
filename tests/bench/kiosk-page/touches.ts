// A walk over every screen of the demonstration venue, one touch after the other.
import type { Page } from 'playwright-core';
import type { Touch } from './tap-to-paint.ts';

const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name });
const results = (page: Page) => page.getByRole('list', { name: '搜索结果' }).getByRole('link');

export const touches: readonly Touch[] = [
  { screen: 'home', open: '/', on: (page) => page.locator('.tile') },
  { screen: 'home', open: '/', on: (page) => page.locator('.home__latest a') },
  { screen: 'home', open: '/', on: (page) => page.getByRole('searchbox') },
  { screen: 'keypad', on: button('S') },
  { screen: 'keypad', on: (page) => page.locator('.keypad__word') },
  { screen: 'keypad', on: button('数字、文号') },
  { screen: 'keypad', on: button('2') },
  { screen: 'results', open: '/search?kind=document', on: (page) => page.locator('.facets .chip') },
  { screen: 'results', open: '/search?kind=document', on: button('最新') },
  { screen: 'results', open: '/search?kind=document', on: results },
  { screen: 'record', on: button('手机继续') },
  { screen: 'record', on: button('关闭') },
  { screen: 'record', open: '/search?kind=guide', on: results },
  { screen: 'record', on: button('返回') },
  { screen: 'browse', open: '/browse', on: (page) => page.locator('.screen--browse a').last() },
  { screen: 'browse', open: '/browse', on: (page) => page.locator('.tabs__tab').nth(1) },
  { screen: 'browse', on: (page) => page.locator('.screen--browse li a') },
  { screen: 'agency', open: '/browse/agency', on: (page) => page.locator('.screen--browse li a') },
  { screen: 'agency', on: (page) => page.locator('.screen--agency .row') },
  { screen: 'guides', open: '/guides', on: (page) => page.locator('.screen .tile') },
  { screen: 'guides', on: (page) => page.locator('main .chip') },
  { screen: 'register', open: '/registers', on: (page) => page.locator('.register-card') },
  { screen: 'register', on: (page) => page.locator('main a.chip') },
  { screen: 'hall', open: '/hall', on: (page) => page.locator('.tabs__tab').nth(1) },
  { screen: 'hall', on: (page) => page.locator('main .node') },
  { screen: 'disclosure', open: '/disclosure', on: (page) => page.locator('main .node') },
  { screen: 'figures', open: '/figures', on: button('大字') },
  { screen: 'consultations', open: '/consultations', on: button('大字') },
  { screen: 'voice', open: '/voice', on: (page) => page.locator('.voice-door') },
  { screen: 'voice', on: (page) => page.locator('main .chip') },
  { screen: 'voice', open: '/voice/opinion', on: (page) => page.locator('.keypad__key') },
  { screen: 'attachment', open: `/search?q=${encodeURIComponent('政府信息公开年度报告')}`, on: results },
  { screen: 'attachment', on: (page) => page.locator('a[href*="/file/"]') },
  { screen: 'attachment', on: button('放大') },
  { screen: 'staff', open: '/staff', on: (page) => page.locator('.pin-pad__key') },
  { screen: 'list', open: '/list', on: (page) => page.locator('main a') },
  { screen: 'about', open: '/about', on: button('大字') },
  { screen: 'about', on: button('高对比') },
  { screen: 'about', on: button('English') },
  { screen: 'about', on: button(/End|结束/) },
];
