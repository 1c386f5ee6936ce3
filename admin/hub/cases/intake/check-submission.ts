// What each kind of submission needs before it is taken (Art. 29 and 41): the first thing missing is named, never a value.

import type { CaseChannel } from '#shared/cases/case-kinds.ts';
import { consultationKinds, isFormal } from '#shared/cases/case-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CaseSettings } from '#shared/protocol/case-desk-api.ts';
import type { Applicant, Submission } from '#shared/protocol/cases-api.ts';
import { checkCreditCode } from '#shared/registers/credit-code.ts';
import { isIdNumber } from '#shared/registers/id-number.ts';
import { plainNumber } from '../case-digests.ts';

const shortestDocument = 5;
const phoneDigits = { least: 7, most: 15 } as const;
const anonymousKinds = ['opinion', 'complaint', 'suggestion', 'question'];

/** Throws `cases.…` naming what is missing or wrong. */
export function checkSubmission(
  submission: Submission,
  channel: CaseChannel,
  { openKinds }: Pick<CaseSettings, 'openKinds'>,
): void {
  const { kind } = submission;
  if (channel === 'kiosk') {
    checkAnonymous(submission);
    return;
  }
  const isOffered = consultationKinds.includes(kind) || openKinds.includes(kind);
  if (channel === 'online' && !isOffered) throw new AppError('cases.kind-closed');
  const applicant = submission.applicant;
  if (isFormal(kind)) checkIdentity(applicant);
  if (kind === 'hearing') checkSignUp(applicant);
  if (applicant !== null) checkContacts(applicant);
  if (kind === 'request') checkWanted(submission, applicant);
  if (kind === 'correction' && (submission.wrong === '' || submission.right === ''))
    throw new AppError('cases.wrong-right-needed');
}

/** At a kiosk nobody says who they are, and nothing is attached. */
function checkAnonymous({ kind, applicant, files }: Submission): void {
  if (applicant !== null || files.length > 0 || !anonymousKinds.includes(kind))
    throw new AppError('cases.anonymous-only');
}

function checkIdentity(applicant: Applicant | null): asserts applicant is Applicant {
  if (applicant === null) throw new AppError('cases.applicant-needed');
  if (applicant.class === 'person') checkPerson(applicant);
  else checkOrganisation(applicant);
  if (applicant.phone === '' && applicant.address === '' && applicant.email === '')
    throw new AppError('cases.contact-needed');
}

function checkPerson({ name, idKind, idNumber }: Applicant): void {
  if (name === '') throw new AppError('cases.name-needed');
  if (idKind === '' || idNumber === '') throw new AppError('cases.id-needed');
  const number = plainNumber(idNumber);
  const isSound = idKind === 'resident' ? isIdNumber(number) : number.length >= shortestDocument;
  if (!isSound) throw new AppError('cases.id-wrong');
}

function checkOrganisation(applicant: Applicant): void {
  const { organisation, creditCode, legalRepresentative, contact } = applicant;
  if (organisation === '') throw new AppError('cases.organisation-needed');
  if (creditCode === '') throw new AppError('cases.credit-code-needed');
  if (checkCreditCode(plainNumber(creditCode)).state !== 'valid')
    throw new AppError('cases.credit-code-wrong');
  if (legalRepresentative === '') throw new AppError('cases.representative-needed');
  if (contact === '') throw new AppError('cases.contact-person-needed');
}

/** Who comes to a hearing is called by name and told of changes. */
function checkSignUp(applicant: Applicant | null): void {
  if (applicant === null || (applicant.name === '' && applicant.organisation === ''))
    throw new AppError('cases.name-needed');
  if (applicant.phone === '') throw new AppError('cases.contact-needed');
}

/** What was given must be usable, needed or not. */
function checkContacts({ class: kind, phone, email, idKind, idNumber, creditCode }: Applicant): void {
  const digits = phone.normalize('NFKC').replace(/\D/gu, '').length;
  if (phone !== '' && (digits < phoneDigits.least || digits > phoneDigits.most))
    throw new AppError('cases.phone-wrong');
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(email)) throw new AppError('cases.email-wrong');
  if (idKind === 'resident' && idNumber !== '' && !isIdNumber(plainNumber(idNumber)))
    throw new AppError('cases.id-wrong');
  if (kind !== 'person' && creditCode !== '' && checkCreditCode(plainNumber(creditCode)).state !== 'valid')
    throw new AppError('cases.credit-code-wrong');
}

/** Art. 29 (3): in which form and by which route. */
function checkWanted({ wantedForm, wantedRoute }: Submission, applicant: Applicant | null): void {
  if (wantedForm === null) throw new AppError('cases.form-needed');
  if (wantedRoute === null) throw new AppError('cases.route-needed');
  if (wantedRoute === 'post' && (applicant?.address ?? '') === '') throw new AppError('cases.address-needed');
}
