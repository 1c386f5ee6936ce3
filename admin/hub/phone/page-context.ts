// What every phone page is drawn with: language, words, addresses of its assets and the venue it speaks for.
import type { Language } from '#shared/errors/app-error.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type { PhoneAssets } from './phone-assets.ts';
import type { PhoneText } from './phone-text.ts';

export interface PageContext {
  readonly language: Language;
  readonly text: PhoneText;
  /** `?lang=en` when the address asked for a language, else empty; links carry it on. */
  readonly isLanguageExplicit: boolean;
  readonly assets: PhoneAssets;
  /** Null before the first publish. */
  readonly manifest: ReleaseManifest | null;
  readonly isWeChat: boolean;
  readonly isApple: boolean;
  /** Path and query of this page without the language. */
  readonly path: string;
  readonly nowMs: number;
}

/** An address of ours with the language kept when the visitor chose one. */
export function link(
  context: PageContext,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const parameters = new URLSearchParams(query);
  if (context.isLanguageExplicit) parameters.set('lang', context.language === 'en' ? 'en' : 'zh');
  const search = parameters.toString();
  return search === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${search}`;
}

/** This page in the other language. */
export function otherLanguageLink(context: PageContext): string {
  const mark = context.path.includes('?') ? '&' : '?';
  return `${context.path}${mark}lang=${context.language === 'en' ? 'zh' : 'en'}`;
}
