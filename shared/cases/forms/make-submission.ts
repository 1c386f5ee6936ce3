// A form that was filled in, as the submission the hub takes.
import type { Applicant, Submission } from '../../protocol/cases-api.ts';
import type { CaseKind, WantedForm, WantedRoute } from '../case-kinds.ts';
import { plainCode } from './check-form.ts';
import type { CaseForm, FormValues, IdKind, OrganisationClass } from './form-fields.ts';

/** `values` passed `checkForm`; `files` are ids of uploads. */
export function makeSubmission(form: CaseForm, values: FormValues, files: readonly string[]): Submission {
  return {
    submissionId: values.submissionId ?? '',
    kind: kindOf(form, values),
    agencyId: values.agency ?? null,
    applicant: form === 'voice' ? voiceOf(values) : applicantOf(values),
    content: contentOf(form, values),
    title: values.title ?? '',
    recordCode: values.recordCode ?? null,
    wantedForm: form === 'apply' ? (values.wantedForm as WantedForm) : null,
    wantedRoute: form === 'apply' ? (values.wantedRoute as WantedRoute) : null,
    wrong: form === 'correct' ? (values.wrong ?? '') : '',
    right: form === 'correct' ? (values.right ?? '') : '',
    triedSearch: form === 'apply' ? triedSearchOf(values) : null,
    files: [...files],
    consultationPoint: null,
    mayPublish: form === 'voice' && values.mayPublish === '1',
  };
}

function kindOf(form: CaseForm, values: FormValues): CaseKind {
  if (form === 'voice') return values.kind as CaseKind;
  return form === 'apply' ? 'request' : 'correction';
}

/** Who only names the document, or only says what is wrong, has said it all. */
function contentOf(form: CaseForm, values: FormValues): string {
  const said = values.content ?? '';
  if (said !== '') return said;
  return form === 'correct' ? (values.wrong ?? '') : (values.title ?? '');
}

function triedSearchOf({ triedQuery, triedOffered }: FormValues): Submission['triedSearch'] {
  if (triedQuery === undefined) return null;
  const offered = (triedOffered ?? '').split(',').filter((code) => /^[0-9A-Z]{8}$/.test(code));
  return { query: triedQuery, offered: offered.slice(0, 10) };
}

const nobody: Applicant = {
  class: 'person',
  name: '',
  idKind: '',
  idNumber: '',
  organisation: '',
  creditCode: '',
  legalRepresentative: '',
  contact: '',
  phone: '',
  address: '',
  postCode: '',
  email: '',
};

function applicantOf(values: FormValues): Applicant {
  const { phone = '', address = '', postCode = '', email = '' } = values;
  const reached = { ...nobody, phone, address, postCode, email };
  if (values.who === 'organisation') {
    const { organisation = '', creditCode = '', legalRepresentative = '', contact = '' } = values;
    return {
      ...reached,
      class: values.class as OrganisationClass,
      organisation,
      creditCode: plainCode(creditCode),
      legalRepresentative,
      contact,
    };
  }
  const name = values.name ?? '';
  return {
    ...reached,
    name,
    idKind: values.idKind as IdKind,
    idNumber: plainCode(values.idNumber ?? ''),
    contact: name,
  };
}

/** An opinion needs no name; with neither name nor phone there is nobody to keep. */
function voiceOf({ name = '', phone = '' }: FormValues): Applicant | null {
  return name === '' && phone === '' ? null : { ...nobody, name, phone, contact: name };
}
