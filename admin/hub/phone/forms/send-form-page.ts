// Answers with a page of the forms: never kept by anything on the way, and with a policy under which its script may send.
import type { Context } from 'hono';
import type { AppError } from '#shared/errors/app-error.ts';
import { formPolicy } from '../../http/content-security-policy.ts';
import type { HubEnv } from '../../http/hub-env.ts';
import type { OpenedRelease } from '../../http/hub-services.ts';
import { contextOf, type Phone } from '../answer-page.ts';
import type { PageContext } from '../page-context.ts';

export interface DrawnForm {
  readonly status: number;
  readonly html: string;
}

/** A form is there also before anything was published, and while the release cannot be read. */
export async function sendForm(
  c: Context<HubEnv>,
  phone: Phone,
  draw: (release: OpenedRelease | null, context: PageContext) => Promise<DrawnForm>,
): Promise<Response> {
  const drawn = await withRelease(phone, (release) => draw(release, contextOf(c, phone, release)));
  return new Response(drawn.html, {
    status: drawn.status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': formPolicy,
      'content-language': c.get('language'),
      'cache-control': 'no-store',
      // Without fetch metadata (plain http, old browsers) the hub knows its own forms by their origin alone.
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex, nofollow',
    },
  });
}

async function withRelease(
  phone: Phone,
  draw: (release: OpenedRelease | null) => Promise<DrawnForm>,
): Promise<DrawnForm> {
  try {
    return await phone.runtime.current.use(draw);
  } catch (thrown) {
    phone.runtime.services.log('a form is shown without its release', thrown);
    return await draw(null);
  }
}

/** What broke and where, but not its message: that may quote what a person wrote. */
export function logWithoutWords({ runtime }: Phone, what: string, { code, cause }: AppError): void {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  runtime.services.log(`${what}: ${code}\n${places.join('\n')}`.trim());
}

/** 16 random bytes are 22 symbols: enough that nobody else's submission is ever met. */
export function submissionIdOf(randomBytes: (length: number) => Uint8Array): string {
  return Buffer.from(randomBytes(16)).toString('base64url');
}

/** The hub as phones reach it. */
export function originOf(c: Context<HubEnv>, release: OpenedRelease | null): string {
  const publicUrl = release?.manifest.publicUrl ?? '';
  return publicUrl === '' ? new URL(c.req.url).origin : publicUrl;
}
