// Taking a case down: what Art. 29 asks for, which ways a kind may come, and what is sent of the form.
import { describe, expect, it } from 'vitest';
import {
  blankApplicant,
  blankEntry,
  channelsFor,
  entryToSend,
  hasBadPhone,
  missingFields,
  newSubmissionId,
  withKind,
} from '#admin-page/state/case-entry.ts';
import { caseEntrySchema } from '#shared/protocol/case-desk-api.ts';
import { submissionId } from '#shared/protocol/cases-api.ts';

const blank = blankEntry('2026-11-26');
const person = { ...blankApplicant, name: '张建国', idNumber: '110101199003074258', phone: '13812345678' };
const whole = {
  ...blank,
  applicant: person,
  content: '2025 年部门预算',
  wantedForm: 'paper',
  wantedRoute: 'in-person',
} as const;

describe('missingFields › when a form is looked over', () => {
  it('and is blank › it names what the law asks for, and no purpose', () => {
    expect(missingFields(blank)).toEqual([
      'case.name',
      'case.idNumber',
      'case.phone',
      'case.contentRequest',
      'case.wantedForm',
      'case.wantedRoute',
    ]);
  });

  it('and is filled in › nothing is missing, by whichever way the applicant can be reached', () => {
    expect(missingFields(whole)).toEqual([]);
    const byPost = { ...person, phone: '', address: '河湾区人民路 1 号' };
    expect(missingFields({ ...whole, applicant: byPost })).toEqual([]);
  });

  it('and the answer is wanted by post › it needs an address', () => {
    expect(missingFields({ ...whole, wantedRoute: 'post' })).toEqual(['case.address']);
  });

  it('of an organisation › it asks for the organisation, not for a person’s document', () => {
    const applicant = { ...blankApplicant, class: 'business', phone: '010-80801234' } as const;
    expect(missingFields({ ...whole, applicant })).toEqual([
      'case.organisation',
      'case.creditCode',
      'case.legalRepresentative',
      'case.contact',
    ]);
  });

  it('of an opinion › nobody has to say who they are', () => {
    expect(missingFields({ ...blank, kind: 'opinion', content: '屏幕反光' })).toEqual([]);
  });

  it('of a correction › it needs both what is wrong and what is right', () => {
    expect(missingFields({ ...whole, kind: 'correction' })).toEqual(['case.wrong', 'case.right']);
  });
});

describe('hasBadPhone › when a number was filled in', () => {
  it.each([
    ['', false],
    ['13812345678', false],
    ['010-8080 1234', false],
    ['+86 138 1234 5678', false],
    ['见信封', true],
    ['138', true],
  ])('“%s” › it says %s', (phone, isBad) => {
    expect(hasBadPhone({ ...whole, applicant: { ...person, phone } })).toBe(isBad);
  });
});

describe('withKind › when another kind is chosen', () => {
  it('that may not come by telephone › the way goes back to the usual one', () => {
    const told = { ...withKind(blank, 'opinion'), channel: 'telephone' } as const;
    expect(withKind(told, 'complaint').channel).toBe('telephone');
    expect(withKind(told, 'request').channel).toBe('counter');
    expect(channelsFor('correction')).not.toContain('telephone');
  });
});

describe('entryToSend › when a form is sent', () => {
  it('it is what the hub takes', () => {
    expect(caseEntrySchema.parse(entryToSend(whole))).toEqual(entryToSend(whole));
  });

  it('with words left from another class or kind › they do not travel', () => {
    const applicant = { ...person, organisation: '某公司', creditCode: '91' };
    const sent = entryToSend({ ...whole, applicant, wrong: '旧', right: '新' });
    expect(sent.applicant).toMatchObject({ organisation: '', creditCode: '', name: '张建国' });
    expect([sent.wrong, sent.right]).toEqual(['', '']);
    const firm = { ...person, class: 'business', organisation: '某公司' } as const;
    expect(entryToSend({ ...whole, applicant: firm }).applicant).toMatchObject({
      name: '',
      idNumber: '',
      idKind: '',
    });
  });

  it('an opinion of nobody › it is sent without an applicant', () => {
    expect(entryToSend({ ...blank, kind: 'opinion', content: '屏幕反光' }).applicant).toBeNull();
  });
});

describe('newSubmissionId › when forms are begun', () => {
  it('each has an id of its own that the hub takes', () => {
    const ids = Array.from({ length: 200 }, newSubmissionId);
    expect(new Set(ids).size).toBe(200);
    expect(ids.every((id) => submissionId.safeParse(id).success)).toBe(true);
  });
});
