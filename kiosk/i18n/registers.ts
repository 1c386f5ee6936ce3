// The words of registers. They travel with the screens that need them, not with the first one.
import { registersEn } from './en/registers.ts';
import { translateWith } from './translate.ts';
import { registersZh } from './zh/registers.ts';

/** The words of `key` in the language in use. */
export const registerWords = translateWith(registersZh, registersEn);
