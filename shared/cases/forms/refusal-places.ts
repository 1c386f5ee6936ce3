// At which field of a form a refusal of the hub belongs, by its code.
import type { ErrorCode } from '../../errors/app-error.ts';
import type { ProblemPlace } from './check-form.ts';

const places: Readonly<Record<string, ProblemPlace>> = {
  'cases.applicant-needed': 'who',
  'cases.name-needed': 'name',
  'cases.id-needed': 'idNumber',
  'cases.id-wrong': 'idNumber',
  'cases.contact-needed': 'phone',
  'cases.phone-wrong': 'phone',
  'cases.email-wrong': 'email',
  'cases.organisation-needed': 'organisation',
  'cases.credit-code-needed': 'creditCode',
  'cases.credit-code-wrong': 'creditCode',
  'cases.representative-needed': 'legalRepresentative',
  'cases.contact-person-needed': 'contact',
  'cases.address-needed': 'address',
  'cases.form-needed': 'wantedForm',
  'cases.route-needed': 'wantedRoute',
  'cases.wrong-right-needed': 'wrong',
  'cases.file-missing': 'files',
  'cases.file-type': 'files',
  'cases.file-active': 'files',
  'cases.picture-too-large': 'files',
  'cases.uploads-full': 'files',
  'http.file-too-large': 'files',
  'http.too-many-files': 'files',
};

/** Null for what concerns the form as a whole. */
export function placeOfRefusal(code: ErrorCode | string): ProblemPlace | null {
  return places[code] ?? null;
}
