// The words of requests and opinions: they come with the screens that use them, so that the first script stays small.

import { fillWords } from '#shared/words/fill-words.ts';
import { enCaseActs } from './en-case-acts.ts';
import { enCaseEntry } from './en-case-entry.ts';
import { enCaseLedger } from './en-case-ledger.ts';
import { deskLanguage, type MessageKey, t as say } from './index.ts';
import { zhCNCaseActs } from './zh-CN-case-acts.ts';
import { zhCNCaseEntry } from './zh-CN-case-entry.ts';
import { zhCNCaseLedger } from './zh-CN-case-ledger.ts';

const chinese = { ...zhCNCaseLedger, ...zhCNCaseActs, ...zhCNCaseEntry };
export type CaseWordKey = keyof typeof chinese;
const english: Readonly<Record<CaseWordKey, string>> = { ...enCaseLedger, ...enCaseActs, ...enCaseEntry };

const isOwn = (key: string): key is CaseWordKey => Object.hasOwn(chinese, key);

/** As `t` of the desk, with the words of cases besides those every screen has. */
export function t(
  key: MessageKey | CaseWordKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  if (!isOwn(key)) return say(key, values);
  return fillWords((deskLanguage.value === 'en' ? english : chinese)[key], values);
}
