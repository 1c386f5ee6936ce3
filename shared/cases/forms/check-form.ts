// What is wrong with a form, field by field, in the order of the page: said alike by the phone and by the hub.
import { checkCreditCode } from '../../registers/credit-code.ts';
import { isIdNumber } from '../../registers/id-number.ts';
import { caseFileBounds } from '../case-files.ts';
import { wantedForms, wantedRoutes } from '../case-kinds.ts';
import {
  type CaseForm,
  type FieldName,
  type FormValues,
  fieldLengths,
  idKinds,
  organisationClasses,
  voiceKinds,
  whoChoices,
} from './form-fields.ts';

/** Where a problem stands: a field, or the files. */
export type ProblemPlace = FieldName | 'files';
export const fieldProblems = [
  'missing',
  'too-short',
  'too-long',
  'no-choice',
  'id-number',
  'credit-code',
  'phone',
  'email',
  'consent',
  'too-many-files',
  'file-too-large',
  'file-kind',
] as const;
export type FieldProblem = (typeof fieldProblems)[number];

export interface FormProblem {
  readonly field: ProblemPlace;
  readonly why: FieldProblem;
}

type Check = (text: string) => FieldProblem | null;
interface Asked {
  readonly field: FieldName;
  readonly isNeeded?: boolean;
  readonly check?: Check;
}

const oneOf =
  (choices: readonly string[]): Check =>
  (text) =>
    choices.includes(text) ? null : 'no-choice';
const atLeastTwo: Check = (text) => ([...text].length < 2 ? 'too-short' : null);

/** The digits of a phone number as people write it: blanks, dashes and brackets between, full-width or not. */
export function phoneDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\s()\-–—]/g, '');
}

const phone: Check = (text) =>
  /^(?:\+?86)?1[3-9]\d{9}$|^0[1-9]\d{8,13}$|^[2-8]\d{6,7}$|^\+\d{7,15}$/.test(phoneDigits(text))
    ? null
    : 'phone';
const email: Check = (text) => (/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text) ? null : 'email');
const creditCode: Check = (text) =>
  checkCreditCode(plainCode(text)).state === 'valid' ? null : 'credit-code';

/** An identity or credit code as it is compared: capitals, half width, no blanks. */
export function plainCode(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

function idNumber(kind: string): Check {
  return (text) => {
    const code = plainCode(text);
    if (kind === 'resident') return isIdNumber(code) ? null : 'id-number';
    return /^[0-9A-Z()-]{5,40}$/.test(code) ? null : 'id-number';
  };
}

function applicantFields(values: FormValues): readonly Asked[] {
  const who: Asked = { field: 'who', isNeeded: true, check: oneOf(whoChoices) };
  const needed = { isNeeded: true };
  if (values.who === 'organisation') {
    return [
      who,
      { field: 'class', ...needed, check: oneOf(organisationClasses) },
      { field: 'organisation', ...needed, check: atLeastTwo },
      { field: 'creditCode', ...needed, check: creditCode },
      { field: 'legalRepresentative', ...needed },
      { field: 'contact', ...needed },
    ];
  }
  return [
    who,
    { field: 'name', ...needed },
    { field: 'idKind', ...needed, check: oneOf(idKinds) },
    { field: 'idNumber', ...needed, check: idNumber(values.idKind ?? '') },
  ];
}

function contactFields(values: FormValues): readonly Asked[] {
  return [
    { field: 'phone', isNeeded: true, check: phone },
    { field: 'address', isNeeded: values.wantedRoute === 'post' },
    { field: 'postCode' },
    { field: 'email', check: email },
  ];
}

const consent: Asked = { field: 'consent', isNeeded: true };

/** What each form asks for, in the order of its page. */
function askedFields(form: CaseForm, values: FormValues): readonly Asked[] {
  switch (form) {
    case 'apply':
      return [
        { field: 'title' },
        // Who names the document has described it.
        { field: 'content', isNeeded: !values.title, check: atLeastTwo },
        { field: 'agency' },
        { field: 'wantedForm', isNeeded: true, check: oneOf(wantedForms) },
        { field: 'wantedRoute', isNeeded: true, check: oneOf(wantedRoutes) },
        ...applicantFields(values),
        ...contactFields(values),
        consent,
      ];
    case 'correct':
      return [
        { field: 'title', isNeeded: !values.recordCode },
        { field: 'wrong', isNeeded: true, check: atLeastTwo },
        { field: 'right', isNeeded: true, check: atLeastTwo },
        { field: 'content' },
        { field: 'agency' },
        ...applicantFields(values),
        ...contactFields(values),
        consent,
      ];
    case 'voice':
      return [
        { field: 'kind', isNeeded: true, check: oneOf(voiceKinds) },
        { field: 'content', isNeeded: true, check: atLeastTwo },
        { field: 'agency' },
        { field: 'name' },
        { field: 'phone', check: phone },
      ];
  }
}

/** Every problem of the form, at most one a field, the first on the page first. */
export function checkForm(form: CaseForm, values: FormValues): readonly FormProblem[] {
  return askedFields(form, values).flatMap(({ field, isNeeded, check }): FormProblem[] => {
    const text = values[field] ?? '';
    const why = problemOf(field, text, isNeeded === true, check);
    return why === null ? [] : [{ field, why }];
  });
}

function problemOf(field: FieldName, text: string, isNeeded: boolean, check?: Check): FieldProblem | null {
  if (text === '') {
    if (!isNeeded) return null;
    return field === 'consent' ? 'consent' : check?.('') === 'no-choice' ? 'no-choice' : 'missing';
  }
  if (text.length > fieldLengths[field]) return 'too-long';
  return check?.(text) ?? null;
}

/** What is wrong with one more file beside `count` others; its kind is looked at again by the hub, by its content. */
export function checkFile(
  file: { readonly bytes: number; readonly mediaType: string },
  count: number,
  kinds: readonly string[],
): FieldProblem | null {
  if (count >= caseFileBounds.files) return 'too-many-files';
  if (file.bytes > caseFileBounds.bytes) return 'file-too-large';
  return kinds.includes(file.mediaType) ? null : 'file-kind';
}
