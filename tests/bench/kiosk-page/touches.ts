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
  { screen: 'about', open: '/about', on: button('大字') },
  { screen: 'about', on: button('高对比') },
  { screen: 'about', on: button('English') },
  { screen: 'about', on: button(/End|结束/) },
];
