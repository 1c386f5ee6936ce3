// What people write to a consultation stays with it: 300 planted items are in no release, trail, log, list or page.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '#hub/create-services.ts';
import { createHub, type Hub } from '#hub/http/create-hub.ts';
import type { HubServices } from '#hub/http/hub-services.ts';
import { type DataFolder, openDataFolder } from '#hub/open-data-folder.ts';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { publishRelease } from '#hub/publish/publish.ts';
import { addDays, chinaDate } from '#shared/calendar/civil-day.ts';
import { consultationKinds } from '#shared/consultations/consultation.ts';
import { toAppError } from '#shared/errors/app-error.ts';
import { submissionSchema } from '#shared/protocol/cases-api.ts';
import { releaseWords } from '#tests/support/release-words.ts';
import { planInput } from '#tests/support/temp-consultations.ts';
import { agencyInput, clerk, documentInput } from '#tests/support/temp-desk.ts';

const people = 100;
const today = chinaDate(Date.now());
const hearing = { on: addDays(today, 30), at: '09:30', place: '会议室', seats: 5, conditions: '' };

let dir: string;
let folder: DataFolder;
let services: HubServices;
let hub: Hub;
const log: string[] = [];
/** Names, phones and words nobody else has: three of each person. */
const planted: string[] = [];
const pages: string[] = [];

function personal(index: number) {
  const name = `${'赵钱孙李周吴郑王冯陈'[index % 10]}麟趾${index}号`;
  const phone = `139${String(20_000_000 + index * 104_729).slice(-8)}`;
  const words = `鸾翔凤集${index * 7919}家住幸福里`;
  planted.push(name, phone, words);
  return { name, phone, words };
}

const publish = () =>
  publishRelease(folder.source, {
    ...{ publicUrl: '', note: '', who: clerk.name, now: Date.now, engine: nodeEngine },
    dataDir: dir,
  });

/** What a publish notes in the store, without the release: one of those is enough to look through. */
async function notePublic(id: string): Promise<void> {
  const { version } = await services.records.detail(id);
  await folder.desk.db
    .updateTable('records')
    .set({ published_version: version })
    .where('id', '=', id)
    .execute();
}

async function approve(...ids: readonly string[]): Promise<void> {
  const { skipped } = await services.records.approve(ids, clerk);
  expect(skipped).toEqual([]);
}

/** Asks in each of the three ways; gives ids and codes. */
async function ask(agencyId: string) {
  const asked = [];
  for (const kind of consultationKinds) {
    const notice = documentInput(agencyId, { kind: 'notice', title: `关于${kind}的公告`, date: today });
    const { id: recordId } = await services.records.create(notice, clerk);
    const plan = planInput({ recordId, kind, startsOn: addDays(today, -40), endsOn: addDays(today, 3) });
    const { row } = await services.consultations.open(
      { ...plan, hearing: kind === 'hearing' ? hearing : null },
      clerk,
    );
    asked.push({ ...row, plan });
    await approve(recordId);
    await notePublic(recordId);
  }
  return asked;
}

const post = async (code: string, form: Record<string, string>) =>
  hub.app.request(`/m/consult/${code}`, {
    method: 'POST',
    body: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'mingchuang-replies-'));
  folder = await openDataFolder({ dataDir: dir });
  const settings = {
    publicUrl: '',
    distDir: join(dir, 'dist'),
    releaseDir: folder.paths.release,
    incomingDir: folder.paths.incoming,
    exportsDir: folder.paths.exports,
  };
  services = createServices(folder, settings, (line, cause) => log.push(`${line} ${String(cause ?? '')}`));
  hub = createHub(services, () => () => undefined);
  const { id: agencyId } = await services.venue.createAgency(agencyInput('市司法局'), clerk);
  const asked = await ask(agencyId);
  for (let index = 0; index < people; index += 1) {
    const { kind, code } = asked[index % 3] ?? { kind: 'comment', code: '' };
    const { name, phone, words } = personal(index);
    const submission = {
      ...{ submissionId: `planted-${String(index).padStart(20, '0')}`, kind, recordCode: code },
      ...{ content: words, applicant: { class: 'person' as const, name, phone } },
    };
    await services.caseIntake.submit(submissionOf(submission), 'online');
  }
  await finish(asked);
});
afterAll(async () => {
  await hub.close();
  await folder.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Ends all three, sorts what came in in staff's own words, and publishes every result. */
async function finish(asked: Awaited<ReturnType<typeof ask>>): Promise<void> {
  for (const { id, plan, recordId } of asked) {
    const { revision } = await services.consultations.detail(id, clerk);
    const over = { ...plan, endsOn: addDays(today, -1), revision };
    const isHearing = plan.kind === 'hearing';
    await services.consultations.change(id, { ...over, hearing: isHearing ? hearing : null }, clerk);
    await approve(recordId);
    await notePublic(recordId);
  }
  for (const { id, kind } of asked) {
    const look = { offset: 0, limit: 100, open: '0' } as const;
    const { replies } = await services.consultations.replies(id, look, clerk);
    pages.push(JSON.stringify(replies));
    const ids = replies.map(({ caseId }) => caseId);
    if (kind === 'hearing') await services.consultations.choose(id, ids.slice(0, 5), clerk);
    const sort = { verdict: 'partly', point: 1, gist: '收费过高', reason: '已下调' } as const;
    if (kind !== 'hearing')
      for (const caseId of ids) await services.consultations.sort(id, caseId, sort, clerk);
    const drafts = [await services.consultations.draftSummary(id, clerk)];
    if (kind === 'hearing') drafts.push(await services.consultations.draftParticipants(id, clerk));
    await approve(...drafts.map(({ recordId }) => recordId));
    pages.push(JSON.stringify(await services.consultations.detail(id, clerk)));
  }
  await publish();
  pages.push(JSON.stringify(await services.consultations.list({}, clerk)));
}

function submissionOf(given: object) {
  return submissionSchema.parse(given);
}

/** What a person wrote is there to be read at the desk; who it was is not. */
const whose = (_: string, at: number) => at % 3 !== 2;

const silent = (text: string, where: string, items: readonly string[] = planted) => {
  const found = items.filter((item) => text.includes(item));
  expect([where, found]).toEqual([where, []]);
};

describe('replies to consultations › seen from everywhere but their own cases', () => {
  it('300 items were planted and the results are public › the release holds the results and none of the items', () => {
    expect(new Set(planted).size).toBe(people * 3);
    const words = releaseWords(folder.paths.release);
    expect(words).toContain('收费过高');
    expect(words).toContain('选定参加人5人');
    silent(words, 'release');
  });

  it('the trail, the log, and what the desk reads masked › hold none of them', async () => {
    const trail = await folder.desk.db.selectFrom('audit_entries').selectAll().execute();
    expect(trail.filter(({ action }) => action.startsWith('consultation.')).length).toBeGreaterThan(60);
    silent(JSON.stringify(trail), 'trail');
    silent(log.join('\n'), 'log');
    for (const page of pages) silent(page, 'desk', planted.filter(whose));
  });

  it('every file of the data folder but the key › holds none of them in the clear', async () => {
    const names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
    for (const name of names) {
      const path = join(dir, name);
      if (statSync(path).isFile()) silent(readFileSync(path).toString('utf8'), name);
    }
  });

  it('a form that is refused › says why without repeating it to the log', async () => {
    const [first] = (await services.consultations.list({}, clerk)).rows;
    const answer = await post(first?.code ?? '', { content: planted[2] ?? '', name: '', phone: '' });
    expect([409, 422]).toContain(answer.status);
    expect(await answer.text()).not.toContain('NaN');
    silent(log.join('\n'), 'log');
    const refused = await services.caseIntake
      .submit(
        submissionOf({
          submissionId: 'late-0000000000000000000000',
          kind: first?.kind,
          recordCode: first?.code,
          content: planted[2],
        }),
        'online',
      )
      .catch(toAppError);
    silent(JSON.stringify(refused), 'error');
  });
});
