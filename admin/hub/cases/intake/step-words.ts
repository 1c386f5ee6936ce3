// What a step of a case's progress tells its applicant beyond its name, in Chinese and English.
import type { Language } from '#shared/errors/app-error.ts';

interface StepWords {
  readonly extended: (workingDays: number, reason: string) => string;
  readonly fee: (yuan: string, payBy: string) => string;
  readonly moved: (to: string, contact: string, reason: string) => string;
  readonly merged: (into: string) => string;
}

const zh: StepWords = {
  extended: (workingDays, reason) =>
    `延长 ${workingDays} 个工作日${reason === '' ? '' : `，理由：${reason}`}`,
  fee: (yuan, payBy) => `应缴 ${yuan} 元，请在 ${payBy} 前（含当日）缴纳`,
  moved: (to, contact, reason) =>
    `转送 ${to}${contact === '' ? '' : `（${contact}）`}${reason === '' ? '' : `：${reason}`}`,
  merged: (into) => `与 ${into} 一并办理`,
};

const en: StepWords = {
  extended: (workingDays, reason) =>
    `Extended by ${workingDays} working days${reason === '' ? '' : `: ${reason}`}`,
  fee: (yuan, payBy) => `¥${yuan} to be paid by the end of ${payBy}`,
  moved: (to, contact, reason) =>
    `Passed on to ${to}${contact === '' ? '' : ` (${contact})`}${reason === '' ? '' : `: ${reason}`}`,
  merged: (into) => `Handled together with ${into}`,
};

export const stepWords = (language: Language): StepWords => (language === 'en' ? en : zh);
