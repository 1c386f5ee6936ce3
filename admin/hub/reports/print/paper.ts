// A paper to print, as a page of its own: a bar with a button on the screen, nothing but the paper on paper.
import type { Language } from '#shared/errors/app-error.ts';
import { printPolicy } from '../../http/content-security-policy.ts';
import { escapeHtml } from '../../phone/markup.ts';

export interface PaperHead {
  readonly title: string;
  readonly language: Language;
  /** Across the page instead of upright. */
  readonly isWide: boolean;
}

const words = { 'zh-CN': '打印', en: 'Print' } as const satisfies Record<Language, string>;

/** Where the paper's style and script are served. */
export const printAssets = { style: '/api/print/print.css', script: '/api/print/print.js' } as const;

function opening({ title, language, isWide }: PaperHead): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="${printAssets.style}"><script src="${printAssets.script}" defer></script></head><body><div class="bar"><button type="button" data-print>${words[language]}</button></div><main class="paper${isWide ? ' paper-wide' : ''}">`;
}

const closing = '</main></body></html>';

/** A page whose content comes in pieces of HTML. */
export function paperResponse(head: PaperHead, pieces: AsyncIterable<string> | Iterable<string>): Response {
  async function* page() {
    yield opening(head);
    yield* pieces;
    yield closing;
  }
  return streamed(encoded(page()), {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': printPolicy,
  });
}

/** An answer whose bytes come as they are made; nothing of it is kept by anyone in between. */
export function streamed(bytes: AsyncGenerator<Uint8Array>, headers: Record<string, string>): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
  return new Response(body, { headers: { 'cache-control': 'private, no-store', ...headers } });
}

/** Texts as UTF-8. */
export async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) if (text !== '') yield encoder.encode(text);
}
