// A submission is taken whole and once: validated by kind, numbered without gaps, receipted the same each time.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withCaseTransaction } from '#hub/cases/case-desk.ts';
import { openCaseVault } from '#hub/cases/case-vault.ts';
import { createCaseIntake } from '#hub/cases/intake/case-intake.ts';
import { submitInTransaction } from '#hub/cases/intake/submit-case.ts';
import type { Submission } from '#shared/protocol/cases-api.ts';
import {
  creditCodeOf,
  lastFour,
  openTempCases,
  opinionOf,
  personOf,
  requestOf,
  type TempCases,
} from '../../support/temp-cases.ts';

let temp: TempCases;
beforeEach(async () => {
  temp = await openTempCases();
});
afterEach(() => temp.close());

const allCases = () => temp.desk.db.selectFrom('cases').selectAll().orderBy('id').execute();

describe('a submission › when it is complete', () => {
  it('it is in the ledger with its first event, due date and receipt', async () => {
    const receipt = await temp.intake.submit(requestOf(1), 'online');
    expect(receipt).toMatchObject({
      kind: 'request',
      number: '依申请〔2024〕1号',
      receivedOn: '2024-05-06',
      needsPhone: true,
    });
    expect(receipt.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const [row] = await allCases();
    expect(row).toMatchObject({ state: 'received', channel: 'online', due_on: '2024-05-31', revision: 1 });
    const events = await temp.desk.db.selectFrom('case_events').selectAll().execute();
    expect(events).toMatchObject([{ kind: 'received', on_day: '2024-05-06', who: '' }]);
  });

  it('fifty at once of the same submission › it is one case and one receipt', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => temp.intake.submit(requestOf(1), 'online')),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await allCases()).toHaveLength(1);
    temp.tick(30 * 86_400_000);
    const reopened = createCaseIntake({ ...temp.cases, vault: openCaseVault(join(temp.dir, 'keys')) });
    expect(await reopened.submit(requestOf(1, { content: '别的内容' }), 'online')).toEqual(answers[0]);
  });

  it('many at once of several kinds › each family and year is numbered without gaps or doubles', async () => {
    const sent = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? requestOf(at) : opinionOf(at)));
    const receipts = await Promise.all(sent.map((one) => temp.intake.submit(one, 'online')));
    const numbers = receipts.map(({ number }) => number).sort();
    const expected = Array.from({ length: 20 }, (_, at) => [
      `依申请〔2024〕${at + 1}号`,
      `意见〔2024〕${at + 1}号`,
    ]).flat();
    expect(numbers).toEqual(expected.sort());
    temp.tick(300 * 86_400_000);
    expect((await temp.intake.submit(opinionOf(99), 'online')).number).toBe('意见〔2025〕1号');
  });

  it('one that is refused between others › it leaves no gap in the numbers', async () => {
    const missing = requestOf(2, { files: ['no-such-upload-0000000000'] });
    await temp.intake.submit(requestOf(1), 'online');
    await expect(temp.intake.submit(missing, 'online')).rejects.toMatchObject({ code: 'cases.file-missing' });
    const failing = withCaseTransaction(temp.cases, async (inside) => {
      await submitInTransaction(inside, requestOf(3), 'online');
      throw new Error('the outer work failed');
    });
    await expect(failing).rejects.toThrow('outer');
    expect((await temp.intake.submit(requestOf(4), 'online')).number).toBe('依申请〔2024〕2号');
  });
});

describe('a submission › when something is missing', () => {
  const organisation = {
    class: 'business' as const,
    organisation: '某某有限公司',
    creditCode: creditCodeOf(1),
    legalRepresentative: '赵一',
    contact: '钱二',
    phone: '0551-62345678',
    name: '',
    idKind: '' as const,
    idNumber: '',
  };
  const cases: readonly (readonly [string, Submission])[] = [
    ['cases.applicant-needed', requestOf(1, { applicant: null })],
    ['cases.name-needed', requestOf(1, { applicant: personOf(1, { name: '' }) })],
    ['cases.id-needed', requestOf(1, { applicant: personOf(1, { idNumber: '' }) })],
    ['cases.id-wrong', requestOf(1, { applicant: personOf(1, { idNumber: '341222199001011234' }) })],
    ['cases.id-wrong', requestOf(1, { applicant: personOf(1, { idKind: 'passport', idNumber: 'E12' }) })],
    ['cases.contact-needed', requestOf(1, { applicant: personOf(1, { phone: '', address: '', email: '' }) })],
    ['cases.phone-wrong', requestOf(1, { applicant: personOf(1, { phone: '12345' }) })],
    ['cases.email-wrong', requestOf(1, { applicant: personOf(1, { email: 'nobody' }) })],
    ['cases.form-needed', requestOf(1, { wantedForm: null })],
    ['cases.route-needed', requestOf(1, { wantedRoute: null })],
    ['cases.address-needed', requestOf(1, { wantedRoute: 'post', applicant: personOf(1, { address: '' }) })],
    [
      'cases.organisation-needed',
      requestOf(1, { applicant: personOf(1, { ...organisation, organisation: '' }) }),
    ],
    [
      'cases.credit-code-needed',
      requestOf(1, { applicant: personOf(1, { ...organisation, creditCode: '' }) }),
    ],
    [
      'cases.credit-code-wrong',
      requestOf(1, {
        applicant: personOf(1, {
          ...organisation,
          creditCode: `${creditCodeOf(1).slice(0, -1)}${creditCodeOf(1).endsWith('A') ? 'B' : 'A'}`,
        }),
      }),
    ],
    [
      'cases.representative-needed',
      requestOf(1, {
        applicant: personOf(1, { ...organisation, legalRepresentative: '' }),
      }),
    ],
    ['cases.wrong-right-needed', requestOf(1, { kind: 'correction', wrong: '出生年份', right: '' })],
    ['cases.applicant-needed', requestOf(1, { kind: 'correction', applicant: null })],
    ['cases.name-needed', opinionOf(1, { kind: 'hearing' })],
  ];
  it.each(cases)('%s › it says so and keeps nothing', async (code, submission) => {
    await expect(temp.intake.submit(submission, 'online')).rejects.toMatchObject({ code, details: {} });
    expect(await allCases()).toEqual([]);
  });

  it('an opinion without anybody › it is taken, and its code alone opens it', async () => {
    const receipt = await temp.intake.submit(opinionOf(1), 'online');
    expect(receipt.needsPhone).toBe(false);
    expect(await temp.intake.progress(receipt.code.toLowerCase(), '')).toMatchObject({ state: 'received' });
  });

  it('from a kiosk › names and files are not taken, plain words are', async () => {
    const named = opinionOf(1, { applicant: personOf(1) });
    await expect(temp.intake.submit(named, 'kiosk')).rejects.toMatchObject({ code: 'cases.anonymous-only' });
    await temp.intake.submit(opinionOf(2), 'kiosk');
    expect(await allCases()).toMatchObject([
      { channel: 'kiosk', person_digest: null, applicant_class: null },
    ]);
  });
});

describe('what the store holds', () => {
  it('without the key file › nothing of what was written can be read or found', async () => {
    const submission = requestOf(1);
    const receipt = await temp.intake.submit(submission, 'online');
    const text = JSON.stringify(await allCases());
    const { applicant } = submission;
    for (const secret of [
      applicant?.name,
      applicant?.idNumber,
      applicant?.phone,
      applicant?.email,
      submission.content,
      receipt.code.replaceAll('-', ''),
    ]) {
      expect(text).not.toContain(secret);
    }
    rmSync(join(temp.dir, 'keys', 'cases.key'));
    const gone = { code: 'cases.key-missing' };
    await expect(temp.intake.progress(receipt.code, lastFour(submission))).rejects.toMatchObject(gone);
    await expect(temp.intake.submit(requestOf(2), 'online')).rejects.toMatchObject(gone);
    await expect(temp.intake.submit(submission, 'online')).rejects.toMatchObject(gone);
    writeFileSync(join(temp.dir, 'keys', 'cases.key'), `${'ab'.repeat(32)}\n`);
    await expect(temp.intake.progress(receipt.code, lastFour(submission))).rejects.toMatchObject(gone);
    await expect(temp.intake.submit(requestOf(2), 'online')).rejects.toMatchObject(gone);
    expect(await allCases()).toHaveLength(1);
  });

  it('the same person and the same words again › they have the same digests, told by nothing else', async () => {
    await temp.intake.submit(requestOf(1), 'online');
    const again = requestOf(2, {
      applicant: personOf(1, { name: '别名' }),
      content: `${requestOf(1).content}。`,
    });
    await temp.intake.submit(again, 'online');
    await temp.intake.submit(requestOf(3), 'online');
    const [first, second, third] = await allCases();
    expect(second?.person_digest).toBe(first?.person_digest);
    expect(second?.words_digest).toBe(first?.words_digest);
    expect(third?.person_digest).not.toBe(first?.person_digest);
    expect(third?.words_digest).not.toBe(first?.words_digest);
  });
});
