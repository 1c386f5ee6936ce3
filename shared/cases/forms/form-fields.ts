// The fields of the forms residents fill in on the phone, and how long each may be: one table for page, script and hub.
import type { CaseKind } from '../case-kinds.ts';

/** apply 依申请公开 (Art. 29) · correct 更正本人信息 (Art. 41) · voice 意见、投诉、建议、咨询. */
export const caseForms = ['apply', 'correct', 'voice'] as const;
export type CaseForm = (typeof caseForms)[number];

/** Longest text of each field, in characters; choices and ticks are short. */
export const fieldLengths = {
  who: 20,
  class: 20,
  name: 60,
  idKind: 20,
  idNumber: 40,
  organisation: 120,
  creditCode: 18,
  legalRepresentative: 60,
  contact: 60,
  phone: 30,
  address: 200,
  postCode: 10,
  email: 120,
  agency: 60,
  kind: 20,
  title: 200,
  content: 5000,
  wrong: 2000,
  right: 2000,
  wantedForm: 20,
  wantedRoute: 20,
  mayPublish: 1,
  consent: 1,
} as const;
export type FieldName = keyof typeof fieldLengths;

/** What goes along unseen: the submission's own id, the record it is about, and the search made before. */
export const hiddenLengths = {
  submissionId: 43,
  recordCode: 20,
  triedQuery: 200,
  triedOffered: 220,
} as const;
export type HiddenName = keyof typeof hiddenLengths;

/** A form as it was filled in; a field that is not there was left empty. */
export type FormValues = Readonly<Partial<Record<FieldName | HiddenName, string>>>;

/** Who applies: a person, or one of the columns of Table 2 for organisations. */
export const whoChoices = ['person', 'organisation'] as const;
export const organisationClasses = ['business', 'research', 'welfare', 'legal', 'other'] as const;
export type OrganisationClass = (typeof organisationClasses)[number];

export const idKinds = [
  'resident',
  'passport',
  'hong-kong-macao',
  'taiwan',
  'foreign-permit',
  'other',
] as const;
export type IdKind = (typeof idKinds)[number];

export const voiceKinds = [
  'opinion',
  'complaint',
  'suggestion',
  'question',
] as const satisfies readonly CaseKind[];
export type VoiceKind = (typeof voiceKinds)[number];

/** Only the fields of a form, trimmed and cut to their lengths; whatever else was sent is dropped. */
export function readFormValues(sent: Readonly<Record<string, string | undefined>>): FormValues {
  const values: Partial<Record<FieldName | HiddenName, string>> = {};
  for (const [name, longest] of Object.entries({ ...fieldLengths, ...hiddenLengths })) {
    const text = sent[name]?.trim() ?? '';
    // One beyond the bound is kept, so that a text too long is told and never cut in silence.
    if (text !== '') values[name as FieldName] = text.slice(0, longest + 1);
  }
  return values;
}
