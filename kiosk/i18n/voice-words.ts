// The words of visitors' voices. They travel with the parts that need them, not with the first screen.
import { voiceEn } from './en/voice.ts';
import { translateWith } from './translate.ts';
import { voiceZh } from './zh/voice.ts';

/** The words of `key` in the language in use. */
export const voiceWords = translateWith(voiceZh, voiceEn);
