// Which addresses a phone on mobile data can open.
import { expect, it } from 'vitest';
import { isOwnMachine, isPublicAddress } from '#shared/handoff/public-address.ts';

it.each([
  'https://xxgk.mingzhu.gov.cn',
  'http://hub.linxi.example:8080',
  'http://8.8.8.8',
  'http://172.32.0.1',
  'http://[2400:3200::1]:8080',
])('%s › can be opened from anywhere', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  '',
  'localhost:8080',
  'ftp://files.example.org',
  'http://localhost:8080',
  'http://kiosk.localhost',
  'http://hub',
  'http://hub.lan:8080',
  'http://hub.local.',
  'https://hub.home.arpa',
  'http://127.0.0.1:8080',
  'http://10.1.2.3',
  'http://172.16.0.9',
  'http://172.31.255.255',
  'http://192.168.1.20:8080',
  'http://169.254.3.4',
  'http://100.100.1.1',
  'http://[::1]:8080',
  'http://[fd00::1]',
  'http://[fe80::1]',
])('%s › cannot', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it('addresses of the very machine › are told from those of the hall', () => {
  for (const own of [
    'http://localhost:8080',
    'http://127.0.0.1',
    'http://[::1]:8080',
    'http://a.localhost/x',
  ]) {
    expect(isOwnMachine(own), own).toBe(true);
  }
  for (const other of ['', 'http://hub.lan', 'http://192.168.1.2:8080', 'https://localhost.example.org']) {
    expect(isOwnMachine(other), other).toBe(false);
  }
});
