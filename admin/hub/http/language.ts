// Which of the two interface languages a request asks for.
import type { Language } from '#shared/errors/app-error.ts';

/** Chinese unless English is asked for by `?lang=`, or preferred over Chinese in Accept-Language (RFC 9110 §12.5.4). */
export function pickLanguage(acceptLanguage: string | undefined, explicit?: string | undefined): Language {
  if (explicit !== undefined && explicit !== '') return /^en\b/i.test(explicit) ? 'en' : 'zh-CN';
  const header = (acceptLanguage ?? '').slice(0, 500);
  return weightOf(header, 'en') > weightOf(header, 'zh') ? 'en' : 'zh-CN';
}

function weightOf(header: string, primary: string): number {
  let best = 0;
  for (const range of header.split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    if (tag !== primary && !tag.startsWith(`${primary}-`)) continue;
    const quality = parameters
      .map((parameter) => /^\s*q=([0-9.]{1,6})\s*$/.exec(parameter)?.[1])
      .find(Boolean);
    best = Math.max(best, quality === undefined ? 1 : Math.min(1, Number(quality) || 0));
  }
  return best;
}
