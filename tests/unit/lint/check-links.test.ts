// Asking for links: dead ones told from shy ones, private networks never touched, redirects followed with care.
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '#hub/feeds/incoming/refused-networks.ts';
import { checkLinks, type LinkAsker, linkLimits } from '#hub/lint/check-links.ts';
import { isPrivateHost } from '#shared/lint/private-host.ts';

type Answer = { readonly status: number; readonly location?: string } | { readonly code: string };

function askerOf(answers: Readonly<Record<string, Answer>>) {
  const asked: string[] = [];
  let now = 0;
  const asker: LinkAsker = {
    ask: async (url, method) => {
      asked.push(`${method} ${url.href}`);
      const answer = answers[url.href] ?? { code: 'ENOTFOUND' };
      if ('code' in answer) throw Object.assign(new Error(), answer);
      return { status: answer.status, location: answer.location ?? null };
    },
    pause: async (ms) => {
      now += ms;
    },
    now: () => now,
  };
  return { asker, asked, waited: () => now };
}

const statesOf = async (answers: Readonly<Record<string, Answer>>, urls: readonly string[]) =>
  (await checkLinks(urls, askerOf(answers).asker)).map(({ state }) => state);

describe('checkLinks › when sites answer', () => {
  it('it tells gone from doubtful, and counts what keeps programs out as alive', async () => {
    const answers = {
      'https://a.cn/1': { status: 200 },
      'https://a.cn/2': { status: 404 },
      'https://a.cn/3': { status: 503 },
      'https://a.cn/4': { status: 403 },
      'https://a.cn/5': { code: 'ECONNREFUSED' },
    };
    const states = await statesOf(answers, [...Object.keys(answers), 'https://nowhere.cn/']);
    expect(states).toEqual(['alive', 'gone', 'doubtful', 'alive', 'doubtful', 'gone']);
  });

  it('it waits between questions to one site, and asks each link once', async () => {
    const { asker, asked, waited } = askerOf({ 'https://a.cn/': { status: 200 } });
    await checkLinks(['https://a.cn/', 'https://a.cn/', 'https://a.cn/x'], asker);
    expect(asked).toHaveLength(2);
    expect(waited()).toBe(linkLimits.pauseMs);
  });

  it('it stops at its bound', async () => {
    const urls = Array.from({ length: 200 }, (_, index) => `https://a${index}.cn/`);
    expect(await checkLinks(urls, askerOf({}).asker)).toHaveLength(linkLimits.links);
  });
});

describe('checkLinks › when a link leads into a private network', () => {
  it.each([
    'http://127.0.0.1/',
    'http://10.1.2.3/',
    'http://[::1]/',
    'http://localhost/x',
    'http://oa/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2130706433/',
    'ftp://a.cn/x',
    'https://a.cn:22/',
  ])('%s › it is not asked', async (url) => {
    const { asker, asked } = askerOf({});
    expect(await checkLinks([url], asker)).toMatchObject([{ state: 'private' }]);
    expect(asked).toEqual([]);
  });

  it('through a redirect › it stops there', async () => {
    const { asker, asked } = askerOf({
      'https://a.cn/': { status: 302, location: 'http://192.168.0.1/admin' },
    });
    expect(await checkLinks(['https://a.cn/'], asker)).toMatchObject([{ state: 'private' }]);
    expect(asked).toEqual(['HEAD https://a.cn/']);
  });

  it('in a circle › it gives up', async () => {
    const circle = { 'https://a.cn/': { status: 301, location: 'https://a.cn/' } };
    expect(await statesOf(circle, ['https://a.cn/'])).toEqual(['doubtful']);
  });
});

describe('isPublicAddress, isPrivateHost', () => {
  it.each(['172.16.0.1', '100.64.0.1', '0.0.0.0', '::ffff:10.0.0.1', 'fe80::1', 'fc00::1', '224.0.0.1'])(
    '%s › it is private',
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );
  it.each(['8.8.8.8', '172.32.0.1', '2400:3200::1'])('%s › it is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each(['www.gov.cn', 'zwfw.mingzhu.example'])('%s › its name is public', (host) => {
    expect(isPrivateHost(host)).toBe(false);
  });
});
