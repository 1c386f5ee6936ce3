// A case as staff take it down: how it begins, what is still missing by Art. 29, and the id that makes sending it twice one.
import { type CaseKind, consultationKinds, isFormal } from '#shared/cases/case-kinds.ts';
import type { CaseEntry } from '#shared/protocol/case-desk-api.ts';
import type { Applicant } from '#shared/protocol/cases-api.ts';
import type { CaseWordKey } from '../i18n/case-words.ts';

/** Kinds that are told or brought. */
export const enteredKinds = [
  'request',
  'correction',
  'opinion',
  'complaint',
  'suggestion',
  'question',
  'comment',
  'objection',
  'hearing',
] as const satisfies readonly CaseKind[];

export const entryChannels = ['counter', 'oral', 'telephone', 'signed-mail', 'mail', 'fax'] as const;

/** An application must be in writing or told face to face (Art. 29): the telephone will do for voices only. */
export const channelsFor = (kind: CaseKind): readonly (typeof entryChannels)[number][] =>
  entryChannels.filter((channel) => channel !== 'telephone' || !isFormal(kind));

const idBytes = 24;

/** Once for one form, however often it is sent. */
export function newSubmissionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(idBytes));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export const blankApplicant: Applicant = {
  class: 'person',
  name: '',
  idKind: 'resident',
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

/** An empty form of today. */
export function blankEntry(today: string): CaseEntry {
  return {
    submissionId: newSubmissionId(),
    kind: 'request',
    agencyId: null,
    applicant: blankApplicant,
    content: '',
    title: '',
    recordCode: null,
    consultationPoint: null,
    wantedForm: null,
    wantedRoute: null,
    wrong: '',
    right: '',
    triedSearch: null,
    files: [],
    mayPublish: false,
    channel: 'counter',
    receivedOn: today,
  };
}

/** Whether it answers a consultation, a public notice or a hearing, which must be named. */
export const isReply = (kind: CaseKind): boolean => consultationKinds.includes(kind);

/** Another kind may not come by the same way, and answers another consultation. */
export function withKind(entry: CaseEntry, kind: CaseKind): CaseEntry {
  const channels = channelsFor(kind);
  return {
    ...entry,
    kind,
    recordCode: null,
    channel: channels.includes(entry.channel) ? entry.channel : 'counter',
  };
}

const isBlank = (text: string) => text.trim() === '';
const isPhone = (text: string) => /^[+\d][\d\s()-]{5,}$/u.test(text.trim());

/** What Art. 29 asks of who applies: name, proof of identity, contact. */
function missingOf(applicant: Applicant): readonly CaseWordKey[] {
  const needed: readonly (readonly [CaseWordKey, string])[] =
    applicant.class === 'person'
      ? [
          ['case.name', applicant.name],
          ['case.idNumber', applicant.idNumber],
        ]
      : [
          ['case.organisation', applicant.organisation],
          ['case.creditCode', applicant.creditCode],
          ['case.legalRepresentative', applicant.legalRepresentative],
          ['case.contact', applicant.contact],
        ];
  const missing = needed.filter(([, value]) => isBlank(value)).map(([key]) => key);
  const canBeReached = [applicant.phone, applicant.address, applicant.email].some((way) => !isBlank(way));
  return canBeReached ? missing : [...missing, 'case.phone'];
}

/** Names of the fields that must still be filled in before it can be entered; empty when it can. */
export function missingFields(entry: CaseEntry): readonly CaseWordKey[] {
  const { kind, applicant, content, wrong, right, wantedForm, wantedRoute } = entry;
  const missing: CaseWordKey[] = [];
  if (isReply(kind) && entry.recordCode === null) missing.push('entry.case.consultation');
  if (isFormal(kind) && applicant !== null) missing.push(...missingOf(applicant));
  if (content.trim().length < 2) missing.push(kind === 'request' ? 'case.contentRequest' : 'case.content');
  if (kind === 'request' && wantedForm === null) missing.push('case.wantedForm');
  if (kind === 'request' && wantedRoute === null) missing.push('case.wantedRoute');
  if (wantedRoute === 'post' && isBlank(applicant?.address ?? '')) missing.push('case.address');
  if (kind === 'correction' && isBlank(wrong)) missing.push('case.wrong');
  if (kind === 'correction' && isBlank(right)) missing.push('case.right');
  return missing;
}

/** Whether a telephone number was filled in that cannot be one. */
export const hasBadPhone = ({ applicant }: CaseEntry): boolean =>
  applicant !== null && !isBlank(applicant.phone) && !isPhone(applicant.phone);

/** As it is sent: fields that do not belong to the kind or the class are emptied, and nobody is nobody. */
export function entryToSend(entry: CaseEntry): CaseEntry {
  const { kind, applicant } = entry;
  const isCorrection = kind === 'correction';
  return {
    ...entry,
    applicant: applicant === null ? null : applicantToSend(applicant, kind),
    ...(isCorrection ? {} : { wrong: '', right: '' }),
    ...(kind === 'request' ? {} : { wantedForm: null, wantedRoute: null }),
    ...(isReply(kind) ? {} : { recordCode: null }),
  };
}

function applicantToSend(applicant: Applicant, kind: CaseKind): Applicant | null {
  const isPerson = applicant.class === 'person';
  const own: Applicant = isPerson
    ? { ...applicant, organisation: '', creditCode: '', legalRepresentative: '', contact: '' }
    : { ...applicant, name: '', idKind: '', idNumber: '' };
  const { class: _class, idKind, ...words } = own;
  const isNobody = !isFormal(kind) && Object.values(words).every(isBlank);
  if (isNobody) return null;
  return { ...own, idKind: isBlank(own.idNumber) ? '' : idKind };
}
