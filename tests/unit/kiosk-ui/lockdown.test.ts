// The rules of the lock-down that need no browser: which keys are closed, which addresses are the terminal's own.
import { describe, expect, it } from 'vitest';
import { isClosedKey, type KeyPress } from '#kiosk/lockdown/guard-keys.ts';
import { isAllowedNavigation } from '#kiosk/lockdown/guard-navigation.ts';
import { isOwnAddress } from '#kiosk/lockdown/guard-ways-out.ts';

/** `Ctrl+Shift+I` as the browser would report it. */
function press(words: string, more: Partial<KeyPress> = {}): KeyPress {
  const parts = words.split('+');
  const key = parts.pop() || '+';
  const has = (name: string) => parts.includes(name);
  return {
    key,
    ctrlKey: has('Ctrl'),
    altKey: has('Alt'),
    metaKey: has('Meta'),
    shiftKey: has('Shift'),
    isAltGraph: false,
    isInField: false,
    ...more,
  };
}

describe('keys', () => {
  it.each([
    ...[
      'p',
      's',
      'o',
      'n',
      't',
      'w',
      'f',
      'g',
      'h',
      'j',
      'u',
      '+',
      '-',
      '0',
      'l',
      'r',
      'd',
      'e',
      'k',
      'c',
      'v',
      'a',
    ].map((key) => `Ctrl+${key}`),
    ...['Ctrl+Shift+I', 'Ctrl+Shift+J', 'Ctrl+Shift+C', 'Ctrl+Shift+N', 'Ctrl+Shift+T', 'Ctrl+Shift+Delete'],
    ...['Ctrl+Tab', 'Ctrl+PageDown', 'Ctrl+1', 'Ctrl+F4', 'Alt+F4', 'Meta+p', 'Meta+q'],
    ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Shift+F10'],
    ...['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Alt+d', 'Alt', 'Alt+Enter'],
    ...['BrowserBack', 'BrowserHome', 'BrowserSearch', 'LaunchMail', 'ContextMenu', 'Help', 'PrintScreen'],
  ])('when %s is pressed › the browser does not get it', (words) => {
    expect(isClosedKey(press(words))).toBe(true);
  });

  it.each([
    'Tab',
    'Shift+Tab',
    'Enter',
    'Escape',
    'Backspace',
    'PageDown',
    'End',
    'ArrowDown',
    ' ',
    'a',
    'Process',
    '/',
  ])('when %s is pressed › it stays what moves about and writes', (words) => {
    expect(isClosedKey(press(words))).toBe(false);
  });

  it('when writing › a field keeps what mends its text, and nothing that reads the clipboard', () => {
    for (const words of ['Ctrl+a', 'Ctrl+Z', 'Ctrl+ArrowLeft', 'Ctrl+Backspace'])
      expect(isClosedKey(press(words, { isInField: true }))).toBe(false);
    for (const words of ['Ctrl+c', 'Ctrl+v', 'Ctrl+x', 'Ctrl+f', 'Alt+ArrowLeft'])
      expect(isClosedKey(press(words, { isInField: true }))).toBe(true);
  });

  it('when a keyboard writes its third level with Ctrl and Alt › the character arrives', () => {
    expect(isClosedKey(press('Ctrl+Alt+@', { isAltGraph: true }))).toBe(false);
    expect(isClosedKey(press('Ctrl+Alt+Delete', { isAltGraph: true }))).toBe(true);
  });
});

describe('addresses', () => {
  const base = 'http://localhost:8080/record/r1';
  it.each(['/', '/search?q=低保', '/record/r2#part', '#part', '?lang=en', 'http://localhost:8080/staff'])(
    'when a link leads to %s › it is the terminal’s own',
    (address) => {
      expect(isOwnAddress(address, base)).toBe(true);
    },
  );

  it.each([
    ...[
      '/admin/',
      '/m/ABCD',
      '/api/health',
      '/release/metadata/root.json',
      '/screen/',
      '/sw.js',
      '/icon.svg',
    ],
    ...['http://localhost:8081/', 'https://localhost:8080/', '//example.org/', 'http://example.org/search'],
    ...[
      'javascript:alert(1)',
      'data:text/html,x',
      'blob:http://localhost:8080/x',
      'mailto:a@b.c',
      'tel:12345',
    ],
    ...[
      'file:///etc/passwd',
      'view-source:http://localhost:8080/',
      'about:blank',
      'http://',
      'chrome://settings',
    ],
  ])('when a link leads to %s › it is foreign', (address) => {
    expect(isOwnAddress(address, base)).toBe(false);
  });

  const attempt = (url: string, more: Partial<Parameters<typeof isAllowedNavigation>[0]> = {}) => ({
    navigationType: 'push' as const,
    downloadRequest: null,
    destination: { url, sameDocument: true },
    ...more,
  });

  it('when something navigates › only moves between screens and a fresh start of the page pass', () => {
    const screen = 'http://localhost:8080/browse';
    expect(isAllowedNavigation(attempt(screen), base)).toBe(true);
    expect(isAllowedNavigation(attempt(base, { navigationType: 'reload' }), base)).toBe(true);
    const loading = { destination: { url: screen, sameDocument: false } };
    expect(isAllowedNavigation(attempt(screen, loading), base)).toBe(false);
    expect(isAllowedNavigation(attempt(screen, { downloadRequest: '' }), base)).toBe(false);
    expect(isAllowedNavigation(attempt('http://localhost:8080/admin/'), base)).toBe(false);
  });
});
