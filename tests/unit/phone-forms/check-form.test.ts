// The forms' own checks: what they object to, in which order, and that the hub takes whatever passes them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCaseSettings } from '#hub/cases/case-settings.ts';
import { checkSubmission } from '#hub/cases/intake/check-submission.ts';
import { wantedForms, wantedRoutes } from '#shared/cases/case-kinds.ts';
import { checkFile, checkForm, type FormProblem } from '#shared/cases/forms/check-form.ts';
import {
  caseForms,
  type FormValues,
  fieldLengths,
  idKinds,
  organisationClasses,
  readFormValues,
  voiceKinds,
} from '#shared/cases/forms/form-fields.ts';
import { makeSubmission } from '#shared/cases/forms/make-submission.ts';
import { placeOfRefusal } from '#shared/cases/forms/refusal-places.ts';
import { caseMessages } from '#shared/errors/messages/cases.ts';
import { submissionSchema } from '#shared/protocol/cases-api.ts';
import { creditCodeOf, idNumberOf } from '../../support/temp-cases.ts';

const person: FormValues = {
  submissionId: 'submission-000000000000-000',
  content: '2025年城区道路改造的资金安排',
  wantedForm: 'electronic',
  wantedRoute: 'online',
  who: 'person',
  name: '李测',
  idKind: 'resident',
  idNumber: idNumberOf(1),
  phone: '13800000118',
  consent: '1',
};
const organisation: FormValues = {
  ...person,
  who: 'organisation',
  class: 'business',
  organisation: '云溪测试有限公司',
  creditCode: creditCodeOf(1),
  legalRepresentative: '王测',
  contact: '赵测',
};

const told = (problems: readonly FormProblem[]) => problems.map(({ field, why }) => `${field}: ${why}`);

describe('an application', () => {
  it('when everything is there › nothing is objected to, for a person and for an organisation', () => {
    expect(checkForm('apply', person)).toEqual([]);
    expect(checkForm('apply', organisation)).toEqual([]);
  });

  it('when nothing is there › everything needed is asked for, in the order of the page, and no purpose', () => {
    expect(told(checkForm('apply', {}))).toEqual([
      'content: missing',
      'wantedForm: no-choice',
      'wantedRoute: no-choice',
      'who: no-choice',
      'name: missing',
      'idKind: no-choice',
      'idNumber: missing',
      'phone: missing',
      'consent: consent',
    ]);
  });

  it('when the document is named › it need not be described', () => {
    const { content: _, ...rest } = person;
    const named = { ...rest, title: '云府办〔2026〕12号' };
    expect(checkForm('apply', named)).toEqual([]);
    expect(makeSubmission('apply', named, []).content).toBe('云府办〔2026〕12号');
  });

  it('when it is to be posted › the address is needed', () => {
    expect(told(checkForm('apply', { ...person, wantedRoute: 'post' }))).toEqual(['address: missing']);
  });

  it('when a number is wrong by one figure › it is told at its field', () => {
    const last = person.idNumber?.slice(0, 17);
    const check = person.idNumber?.at(-1) === '1' ? '2' : '1';
    expect(told(checkForm('apply', { ...person, idNumber: `${last}${check}` }))).toEqual([
      'idNumber: id-number',
    ]);
    const code = `${organisation.creditCode?.slice(0, 17)}${organisation.creditCode?.at(-1) === '0' ? '1' : '0'}`;
    expect(told(checkForm('apply', { ...organisation, creditCode: code }))).toEqual([
      'creditCode: credit-code',
    ]);
    expect(told(checkForm('apply', { ...person, email: 'a@b' }))).toEqual(['email: email']);
  });

  it.each([
    '13800000118',
    '138 0000 0118',
    '138-0000-0118',
    '+8613800000118',
    '１３８００００００１８',
    '0830-5550118',
    '(010) 65550118',
    '5550118',
  ])('when the phone is written as %s › it is taken', (phone) => {
    expect(checkForm('apply', { ...person, phone })).toEqual([]);
  });

  it.each(['1380000011', '12345', '电话', '138000001189', '00000000000'])(
    'when the phone is %s › it is not taken',
    (phone) => {
      expect(told(checkForm('apply', { ...person, phone }))).toEqual(['phone: phone']);
    },
  );

  it('when a number is typed with blanks, full width or small letters › it is taken and sent plain', () => {
    const spread = `${person.idNumber?.slice(0, 6)} ${person.idNumber?.slice(6)}`.toLowerCase();
    expect(checkForm('apply', { ...person, idNumber: spread })).toEqual([]);
    expect(makeSubmission('apply', { ...person, idNumber: spread }, []).applicant?.idNumber).toBe(
      person.idNumber,
    );
  });

  it('with a search made before › the search goes along with the codes it offered, and nothing else', () => {
    const tried = { ...person, triedQuery: '道路', triedOffered: 'K7M2Q9X4,<b>,K7M2Q9X5' };
    expect(makeSubmission('apply', tried, ['u']).triedSearch).toEqual({
      query: '道路',
      offered: ['K7M2Q9X4', 'K7M2Q9X5'],
    });
    expect(makeSubmission('apply', person, []).triedSearch).toBeNull();
  });
});

describe('an opinion', () => {
  it('without name and phone › it is from nobody', () => {
    const said = { submissionId: person.submissionId ?? '', kind: 'opinion', content: '灯坏了' };
    expect(checkForm('voice', said)).toEqual([]);
    expect(makeSubmission('voice', said, [])).toMatchObject({ applicant: null, mayPublish: false });
  });

  it('when it only says what kind it is › its words are asked for', () => {
    expect(told(checkForm('voice', { kind: 'opinion' }))).toEqual(['content: missing']);
    expect(told(checkForm('voice', { kind: 'request', content: '好的' }))).toEqual(['kind: no-choice']);
  });
});

describe('a correction', () => {
  it('without evidence in words › what is wrong stands for it', () => {
    const { content: _, ...rest } = person;
    const asked = { ...rest, recordCode: 'K7M2Q9X4', wrong: '出生年份写错', right: '1962年' };
    expect(checkForm('correct', asked)).toEqual([]);
    expect(makeSubmission('correct', asked, [])).toMatchObject({
      kind: 'correction',
      content: '出生年份写错',
      recordCode: 'K7M2Q9X4',
    });
  });

  it('without a record › which one it is has to be said', () => {
    const problems = checkForm('correct', { ...person, wrong: '甲乙', right: '丙丁' });
    expect(told(problems)).toEqual(['title: missing']);
  });
});

describe('a form as it is sent', () => {
  it('when it holds more than its fields › the rest is dropped, and what is too long is told, not cut', () => {
    const values = readFormValues({
      name: ' 李 ',
      purpose: '研究',
      title: 'x'.repeat(500),
      phone: undefined,
    });
    expect(values).toEqual({ name: '李', title: 'x'.repeat(fieldLengths.title + 1) });
    expect(told(checkForm('correct', { ...person, ...values, wrong: '甲乙', right: '丙丁' }))).toEqual([
      'title: too-long',
    ]);
  });

  const words = fc.string({ minLength: 2, maxLength: 40, unit: 'grapheme' });
  const anyValues = fc.record(
    {
      who: fc.constantFrom('person', 'organisation'),
      class: fc.constantFrom(...organisationClasses),
      name: words,
      idKind: fc.constantFrom(...idKinds),
      idNumber: fc.oneof(fc.nat(500).map(idNumberOf), fc.stringMatching(/^[A-Z0-9]{1,12}$/)),
      organisation: words,
      creditCode: fc.oneof(fc.nat(500).map(creditCodeOf), words),
      legalRepresentative: words,
      contact: words,
      phone: fc.oneof(fc.constantFrom('13800000118', '0830-5550118', '+4915112345678'), words),
      address: words,
      email: fc.oneof(fc.constant('someone@example.org'), words),
      kind: fc.constantFrom(...voiceKinds),
      title: words,
      content: words,
      wrong: words,
      right: words,
      wantedForm: fc.constantFrom(...wantedForms),
      wantedRoute: fc.constantFrom(...wantedRoutes),
      mayPublish: fc.constant('1'),
      consent: fc.constant('1'),
    },
    { requiredKeys: ['who', 'content', 'wantedForm', 'wantedRoute', 'consent', 'kind', 'phone'] },
  );

  it('when the phone has no objection › the hub has none either', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...caseForms), anyValues, (form, sent) => {
        const values = readFormValues({ ...sent, submissionId: person.submissionId });
        if (checkForm(form, values).length > 0) return;
        taken += 1;
        const submission = submissionSchema.parse(makeSubmission(form, values, []));
        checkSubmission(submission, 'online', defaultCaseSettings);
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(taken).toBeGreaterThan(300);
  });
});

describe('a refusal of the hub', () => {
  it('when it concerns a field › it has a place on the page', () => {
    const ofFields = Object.keys(caseMessages).filter((code) => /-(needed|wrong)$/.test(code));
    const elsewhere = ['cases.person-needed'];
    const homeless = ofFields.filter((code) => placeOfRefusal(code) === null && !elsewhere.includes(code));
    expect(homeless).toEqual([]);
    expect(placeOfRefusal('cases.kind-closed')).toBeNull();
  });
});

describe('a file', () => {
  it('when it is too many, too large or of another kind › that is said', () => {
    const photo = { bytes: 1000, mediaType: 'image/jpeg' };
    expect(checkFile(photo, 5, ['image/jpeg'])).toBeNull();
    expect(checkFile(photo, 6, ['image/jpeg'])).toBe('too-many-files');
    expect(checkFile({ ...photo, bytes: 15_000_001 }, 0, ['image/jpeg'])).toBe('file-too-large');
    expect(checkFile({ ...photo, mediaType: 'video/mp4' }, 0, ['image/jpeg'])).toBe('file-kind');
  });
});
