// Ways out by hand: fingers, mouse, clipboard, and every key a keyboard may have.
import type { CDPSession, Page } from 'playwright-core';
import { settle, type WayOut } from './way-out.ts';

/** Somewhere in the middle of the screen, over content. */
const middle = { x: 540, y: 900 };

async function mouse(cdp: CDPSession, button: 'back' | 'forward' | 'middle'): Promise<void> {
  const event = { ...middle, button, clickCount: 1 } as const;
  await cdp.send('Input.dispatchMouseEvent', { ...event, type: 'mousePressed' });
  await cdp.send('Input.dispatchMouseEvent', { ...event, type: 'mouseReleased' });
}

async function dropData(
  cdp: CDPSession,
  items: { mimeType: string; data: string }[],
  files: string[],
): Promise<void> {
  const data = { items, files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, ...middle, data });
}

/** Selects whatever lets itself be selected between a tile and the rows below it. */
async function dragAcross(page: Page): Promise<void> {
  const tile = await page.locator('.tile').first().boundingBox();
  if (tile === null) throw new Error('there is no tile to drag across');
  await page.mouse.move(tile.x + 5, tile.y + 5);
  await page.mouse.down();
  await page.mouse.move(tile.x + tile.width - 20, tile.y + tile.height * 2, { steps: 6 });
  await page.mouse.up();
  await requireNothingSelected(page);
}

async function requireNothingSelected(page: Page): Promise<void> {
  const selected = await page.evaluate(() => String(getSelection()));
  if (selected !== '') throw new Error(`selected: ${selected}`);
}

/** On the header, where there is nothing to open. */
async function tap(page: Page, cdp: CDPSession, how: { duration: number; tapCount?: number }): Promise<void> {
  await cdp.send('Input.synthesizeTapGesture', { x: 540, y: 60, gestureSourceType: 'touch', ...how });
  await settle(page);
  await requireNothingSelected(page);
}

async function swipe(
  page: Page,
  cdp: CDPSession,
  how: { x?: number; y?: number; xDistance?: number; yDistance?: number },
) {
  await cdp.send('Input.synthesizeScrollGesture', {
    ...middle,
    ...how,
    speed: 4000,
    gestureSourceType: 'touch',
  });
  await settle(page);
}

const gestures: readonly WayOut[] = [
  {
    name: 'the right button',
    act: (page) => page.mouse.click(middle.x, middle.y, { button: 'right' }),
    refused: { type: 'contextmenu' },
  },
  { name: 'a long press', act: (page, cdp) => tap(page, cdp, { duration: 900 }) },
  {
    name: 'the mouse’s back button',
    act: (_, cdp) => mouse(cdp, 'back'),
    refused: { type: 'mouseup', key: '3' },
  },
  {
    name: 'the mouse’s forward button',
    act: (_, cdp) => mouse(cdp, 'forward'),
    refused: { type: 'mouseup', key: '4' },
  },
  {
    name: 'the middle button on the ground',
    act: (_, cdp) => mouse(cdp, 'middle'),
    refused: { type: 'mouseup', key: '1' },
  },
  {
    name: 'two fingers apart',
    act: async (page, cdp) => {
      const spread = { scaleFactor: 2, relativeSpeed: 4000, gestureSourceType: 'touch' } as const;
      await cdp.send('Input.synthesizePinchGesture', { ...middle, ...spread });
      await settle(page);
    },
  },
  { name: 'a double tap', act: (page, cdp) => tap(page, cdp, { tapCount: 2, duration: 10 }) },
  {
    name: 'the wheel with Ctrl',
    act: async (page) => {
      await page.mouse.move(middle.x, middle.y);
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -300);
      await page.keyboard.up('Control');
      await settle(page);
    },
    refused: { type: 'wheel' },
  },
  { name: 'a swipe to the side', act: (page, cdp) => swipe(page, cdp, { xDistance: 500 }) },
  { name: 'a pull from the top', act: (page, cdp) => swipe(page, cdp, { y: 300, yDistance: 900 }) },
  { name: 'selecting by a drag across the screen', act: dragAcross },
  {
    name: 'dragging a link out',
    act: async (page) => {
      const tile = page.locator('.tile').last();
      await tile.hover({ position: { x: 30, y: 30 } });
      await page.mouse.down();
      await page.mouse.move(10, 10, { steps: 4 });
      await page.mouse.up();
    },
    refused: { type: 'dragstart' },
  },
  {
    name: 'dropping an address',
    act: (_, cdp) => dropData(cdp, [{ mimeType: 'text/uri-list', data: 'http://127.0.0.1:9/' }], []),
    refused: { type: 'drop' },
  },
  { name: 'dropping a file', act: (_, cdp) => dropData(cdp, [], ['/etc/hosts']), refused: { type: 'drop' } },
  ...(['copy', 'cut', 'paste'] as const).map((type) => ({
    name: `the editing command ${type}`,
    act: async (page: Page) => {
      const field = page.getByRole('searchbox');
      await field.focus();
      await page.evaluate((name) => {
        const event = new ClipboardEvent(name, { bubbles: true, cancelable: true, composed: true });
        document.activeElement?.dispatchEvent(event);
      }, type);
      await field.blur();
    },
    refused: { type },
  })),
];

const keys: readonly string[] = [
  ...['p', 's', 'o', 'n', 't', 'w', 'f', 'g', 'h', 'j', 'u', 'l', 'r', 'd', 'e', 'k', 'a', 'c', 'v', 'x'].map(
    (key) => `Control+${key}`,
  ),
  ...['Control+=', 'Control+-', 'Control+0', 'Control+Tab', 'Control+F4', 'Control+Shift+Delete'],
  ...['Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C', 'Control+Shift+N', 'Control+Shift+R'],
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Shift+F10', 'ContextMenu'],
  ...['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Alt+d', 'Alt+F4', 'Meta+q'],
  ...['BrowserBack', 'BrowserForward', 'BrowserRefresh', 'BrowserHome', 'BrowserSearch', 'LaunchMail'],
];

/** Keys that stand alone are not on every keyboard the driver knows; they are sent as they arrive. */
async function press(page: Page, cdp: CDPSession, words: string): Promise<void> {
  if (/^(Browser|Launch)/.test(words)) {
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: words, code: words });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: words, code: words });
  } else await page.keyboard.press(words);
}

export const handWays: readonly WayOut[] = [
  ...gestures,
  ...keys.map((words) => ({
    name: `the keys ${words}`,
    act: (page: Page, cdp: CDPSession) => press(page, cdp, words),
    refused: { type: 'keydown', key: words.split('+').at(-1) ?? words },
  })),
];
