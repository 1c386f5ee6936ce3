// What a visitor is writing and what it is about; in memory alone, and gone with the visit.
import { signal } from '@preact/signals';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { WishWay } from '#shared/voice/votes.ts';
import { forgetAtVisitEnd } from './visit-end.ts';

export type AboutRecord = Pick<CatalogueRecord, 'id' | 'code' | 'title' | 'agencyId'>;

export const opinionText = signal('');
/** The record an opinion is about; null for one about anything. */
export const opinionAbout = signal<AboutRecord | null>(null);
export const wishText = signal('');
export const wishWay = signal<WishWay>('keypad');

function forget(): void {
  opinionText.value = '';
  opinionAbout.value = null;
  wishText.value = '';
  wishWay.value = 'keypad';
}

/** To be called before the first of these is set. */
export function beginDraft(): void {
  forgetAtVisitEnd(forget);
}

export function draftOpinion(about: AboutRecord): void {
  beginDraft();
  opinionAbout.value = about;
}

/** Takes the words of a search over into a wish. */
export function draftWish(words: string): void {
  beginDraft();
  wishText.value = words;
  wishWay.value = 'no-result';
}
