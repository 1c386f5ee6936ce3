// Asks the sites a record links to whether they still answer: politely, bounded, and never within a private network.
import { lookup as resolveName } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPrivateHost } from '#shared/lint/private-host.ts';
import { isPublicAddress } from '../feeds/incoming/refused-networks.ts';

export const linkLimits = {
  /** Links of one record that are asked for. */
  links: 60,
  answerMs: 8_000,
  allMs: 90_000,
  redirects: 5,
  /** Between two questions to one site. */
  pauseMs: 500,
} as const;

/** `gone`: the site says so or has no name; `doubtful`: it did not answer well now; `private`: not asked. */
export type LinkState = 'alive' | 'gone' | 'doubtful' | 'private';

export interface LinkAnswer {
  readonly url: string;
  readonly state: LinkState;
  readonly reason: string;
}

/** How one address is asked; tests give their own. */
export interface LinkAsker {
  /** The status, and where a redirect leads. Throws when nobody answers. */
  ask(
    url: URL,
    method: 'HEAD' | 'GET',
  ): Promise<{ readonly status: number; readonly location: string | null }>;
  pause(ms: number): Promise<void>;
  now(): number;
}

/** Asks for each link once, one after the other; what there was no time for is left out. */
export async function checkLinks(urls: readonly string[], asker: LinkAsker): Promise<LinkAnswer[]> {
  const answers: LinkAnswer[] = [];
  const lastAsked = new Map<string, number>();
  const until = asker.now() + linkLimits.allMs;
  for (const url of [...new Set(urls)].slice(0, linkLimits.links)) {
    if (asker.now() > until) break;
    answers.push({ url, ...(await askOne(url, asker, lastAsked)) });
  }
  return answers;
}

async function askOne(
  link: string,
  asker: LinkAsker,
  lastAsked: Map<string, number>,
): Promise<Omit<LinkAnswer, 'url'>> {
  let url: URL;
  try {
    url = new URL(link);
  } catch {
    return { state: 'gone', reason: 'malformed' };
  }
  for (let hop = 0; hop <= linkLimits.redirects; hop++) {
    if (!/^https?:$/u.test(url.protocol) || !isUsualPort(url) || isPrivateHost(url.hostname)) {
      return { state: 'private', reason: url.hostname };
    }
    await waitFor(url.host, asker, lastAsked);
    const answer = await askPolitely(url, asker);
    if ('state' in answer) return answer;
    if (answer.location === null) return judge(answer.status);
    try {
      url = new URL(answer.location, url);
    } catch {
      return { state: 'gone', reason: 'redirect' };
    }
  }
  return { state: 'doubtful', reason: 'redirects' };
}

const isUsualPort = ({ port }: URL) =>
  port === '' || port === '80' || port === '443' || port === '8080' || port === '8443';

async function waitFor(host: string, asker: LinkAsker, lastAsked: Map<string, number>): Promise<void> {
  const before = lastAsked.get(host);
  const left = before === undefined ? 0 : before + linkLimits.pauseMs - asker.now();
  if (left > 0) await asker.pause(left);
  lastAsked.set(host, asker.now());
}

/** HEAD first; many sites refuse it and answer GET. */
async function askPolitely(url: URL, asker: LinkAsker) {
  try {
    const head = await asker.ask(url, 'HEAD');
    const isRefused = head.location === null && head.status >= 400;
    return isRefused ? await asker.ask(url, 'GET') : head;
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown): Omit<LinkAnswer, 'url'> {
  const code = String((error as { readonly code?: unknown } | null)?.code ?? 'failed');
  if (code === 'private-address') return { state: 'private', reason: code };
  return { state: code === 'ENOTFOUND' ? 'gone' : 'doubtful', reason: code.slice(0, 40) };
}

function judge(status: number): Omit<LinkAnswer, 'url'> {
  if (status < 400) return { state: 'alive', reason: String(status) };
  // Sites that keep programs out still have the page.
  if (status === 401 || status === 403 || status === 429) return { state: 'alive', reason: String(status) };
  return { state: status === 404 || status === 410 ? 'gone' : 'doubtful', reason: String(status) };
}

/** Resolves a name and refuses private addresses at the moment of connecting, so that no second answer slips in. */
const publicLookup: LookupFunction = (name, options, done) => {
  resolveName(name, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0);
    const isPrivate = !addresses.every(({ address }) => isPublicAddress(address));
    const first = addresses[0];
    if (isPrivate || first === undefined) {
      return done(Object.assign(new Error('private address'), { code: 'private-address' }), '', 0);
    }
    if (options.all === true) return done(null, addresses);
    return done(null, first.address, first.family);
  });
};

/** Asks over the network; the body of an answer is never read. */
export const networkAsker: LinkAsker = {
  ask: (url, method) =>
    new Promise((resolve, reject) => {
      const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
        url,
        {
          method,
          lookup: publicLookup,
          timeout: linkLimits.answerMs,
          signal: AbortSignal.timeout(linkLimits.answerMs),
          headers: { 'user-agent': 'Mingchuang link check', accept: '*/*' },
        },
        (response) => {
          const status = response.statusCode ?? 0;
          const isRedirect = status >= 300 && status < 400;
          resolve({ status, location: isRedirect ? (response.headers.location ?? null) : null });
          response.destroy();
        },
      );
      request.on('timeout', () => request.destroy(Object.assign(new Error('timeout'), { code: 'timeout' })));
      request.on('error', reject);
      request.end();
    }),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: () => Date.now(),
};
