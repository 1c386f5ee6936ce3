// The non-disclosure register: proposing, deciding, looking again, and that others learn nothing of it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import type { Actor } from '#hub/http/actor.ts';
import { addMonths } from '#hub/withheld/decide-withheld.ts';
import { createWithheldService, type WithheldService } from '#hub/withheld/withheld-service.ts';
import { agencyInput, clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
let service: WithheldService;
let agencyId: string;
const approver: Actor = { accountId: 'u2', name: '批准人', roles: ['approver'], agencyId: null };
const query = { due: '0', limit: 50 } as const;
const title = '关于某某案件的内部讨论记录';

beforeEach(async () => {
  temp = await openTempDesk();
  service = createWithheldService(temp.desk);
  agencyId = (await createAgency(temp.desk, agencyInput('司法局'), clerk)).id;
});
afterEach(() => temp.close());

const input = () => ({
  ...{ agencyId, title, docNo: '渚司〔2024〕8号', indexNo: '', formedOn: '2024-03-01' },
  ...{ ground: 'process' as const, reason: '讨论记录，尚未办结', until: null, reviewEveryMonths: 12 },
});

async function withheld() {
  const { entry } = await service.propose(input(), clerk);
  return service.decide(entry.id, { revision: entry.revision, isWithheld: true, note: '同意' }, approver);
}

async function twoAccounts() {
  for (const name of [clerk.name, approver.name]) {
    const account = { id: name, name, name_key: name, display_name: name, roles: '', agency_id: null };
    const rest = { disabled_at: null, password_hash: 'x', password_changed_at: '', created_at: '' };
    await temp.desk.db
      .insertInto('accounts')
      .values({ ...account, ...rest })
      .execute();
  }
}

describe('non-disclosure register › an entry on its way', () => {
  it('is proposed and decided by two people › it is withheld, numbered, and due after its months', async () => {
    await twoAccounts();
    const { entry, events } = await withheld();
    expect(entry).toMatchObject({ number: '2024-001', state: 'withheld', decidedBy: '批准人', isDue: false });
    expect(entry.nextReviewOn).toBe('2025-05-06');
    expect(events.map(({ act }) => act)).toEqual(['propose', 'withhold']);
  });

  it('two accounts exist › whoever proposed it does not decide, nor whoever changed it last', async () => {
    await twoAccounts();
    const { entry } = await service.propose(input(), clerk);
    const decision = { revision: 1, isWithheld: true, note: '' };
    await expect(service.decide(entry.id, decision, clerk)).rejects.toThrow('withheld.own-proposal');
    await service.change(entry.id, { ...input(), revision: 1 }, approver);
    await expect(service.decide(entry.id, { ...decision, revision: 2 }, approver)).rejects.toThrow(
      'withheld.own-proposal',
    );
  });

  it('one person alone runs the desk › they decide, and the trail says so', async () => {
    const { entry } = await service.propose(input(), clerk);
    await service.decide(entry.id, { revision: 1, isWithheld: true, note: '' }, clerk);
    const trail = await temp.desk.db.selectFrom('audit_entries').selectAll().execute();
    expect(trail.at(-1)?.details).toContain('"isSingleHanded":true');
  });

  it('it is refused › only with a reason, and nothing is withheld', async () => {
    const { entry } = await service.propose(input(), clerk);
    const no = { revision: 1, isWithheld: false, note: '' };
    await expect(service.decide(entry.id, no, approver)).rejects.toThrow('withheld.reason-missing');
    const { entry: after } = await service.decide(entry.id, { ...no, note: '应当公开' }, approver);
    expect(after).toMatchObject({ state: 'refused', nextReviewOn: null });
  });

  it('somebody else decided meanwhile › the later act is refused', async () => {
    const { entry } = await withheld();
    const again = { revision: entry.revision, isWithheld: true, note: '' };
    await expect(service.decide(entry.id, again, approver)).rejects.toThrow('withheld.wrong-state');
    const late = { revision: 1, result: 'keep' as const, note: 'x', until: null };
    await expect(service.evaluate(entry.id, late, approver)).rejects.toThrow('withheld.changed');
  });
});

describe('non-disclosure register › looking again', () => {
  it('the months are over › it is due, and kept it is due again later', async () => {
    const { entry } = await withheld();
    expect((await service.list({ ...query, due: '1' }, approver)).total).toBe(0);
    temp.tick(366 * 24 * 3600_000);
    expect(await service.list({ ...query, due: '1' }, approver)).toMatchObject({ total: 1, due: 1 });
    const kept = { revision: entry.revision, result: 'keep' as const, note: '仍未办结', until: null };
    const { entry: after } = await service.evaluate(entry.id, kept, approver);
    expect(after).toMatchObject({ state: 'withheld', nextReviewOn: '2026-05-07', recordId: null });
  });

  it('its end comes before its months › it is due the day after the end', async () => {
    const { entry } = await service.propose({ ...input(), until: '2024-06-30' }, clerk);
    const decided = await service.decide(entry.id, { revision: 1, isWithheld: true, note: '' }, approver);
    expect(decided.entry.nextReviewOn).toBe('2024-07-01');
  });

  it.each(['disclose', 'partial'] as const)('%s › makes a draft, and only a draft', async (result) => {
    const { entry } = await withheld();
    const said = { revision: entry.revision, result, note: '已办结', until: null };
    const { entry: after } = await service.evaluate(entry.id, said, approver);
    const record = await temp.desk.db.selectFrom('records').selectAll().executeTakeFirstOrThrow();
    expect(record).toMatchObject({ id: after.recordId, title, state: 'draft', approved_version: null });
    expect(after.nextReviewOn === null).toBe(result === 'disclose');
  });

  it('months are added to the last day of a month › it stays within the month', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-12-31', 2)).toBe('2025-02-28');
    expect(addMonths('2024-05-06', 12)).toBe('2025-05-06');
  });
});

describe('non-disclosure register › who learns of it', () => {
  it('the trail, which more people read, holds numbers and no titles', async () => {
    const { entry } = await withheld();
    await service.evaluate(
      entry.id,
      { revision: 2, result: 'keep', note: '秘而不宣', until: null },
      approver,
    );
    const trail = JSON.stringify(await temp.desk.db.selectFrom('audit_entries').selectAll().execute());
    expect(trail).toContain('不予公开登记 2024-001');
    for (const secret of [title, '渚司', '讨论记录，尚未办结', '秘而不宣'])
      expect(trail).not.toContain(secret);
  });

  it('somebody of another agency › sees none of it', async () => {
    const { entry } = await withheld();
    const foreign: Actor = { ...approver, agencyId: 'a-other' };
    expect((await service.list(query, foreign)).total).toBe(0);
    await expect(service.detail(entry.id, foreign)).rejects.toThrow('withheld.foreign-agency');
    await expect(service.propose(input(), foreign)).rejects.toThrow('withheld.foreign-agency');
  });
});
