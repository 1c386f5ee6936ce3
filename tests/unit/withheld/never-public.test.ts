// What is entered in the non-disclosure register is in no release, and no public address of the hub says a word of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '#hub/create-services.ts';
import { createHub, type Hub } from '#hub/http/create-hub.ts';
import type { HubServices } from '#hub/http/hub-services.ts';
import { apiRoutes } from '#hub/http/routes/index.ts';
import { type DataFolder, openDataFolder } from '#hub/open-data-folder.ts';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { publishRelease } from '#hub/publish/publish.ts';
import { withholdingGrounds } from '#shared/catalogue/withholding-grounds.ts';
import { releaseWords } from '#tests/support/release-words.ts';
import { agencyInput, clerk, documentInput } from '#tests/support/temp-desk.ts';

let dir: string;
let folder: DataFolder;
let services: HubServices;
let hub: Hub;
/** Rare words, so that no chance puts them anywhere. */
const secrets = ['麟趾呈祥', '鸾翔凤集', '螽斯衍庆', '〔2024〕77309号'];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'mingchuang-withheld-'));
  folder = await openDataFolder({ dataDir: dir });
  const settings = {
    publicUrl: '',
    distDir: join(dir, 'dist'),
    releaseDir: folder.paths.release,
    incomingDir: folder.paths.incoming,
    exportsDir: folder.paths.exports,
  };
  services = createServices(folder, settings, () => {});
  hub = createHub(services, () => () => undefined);
  const { id: agencyId } = await services.venue.createAgency(agencyInput('司法局'), clerk);
  const made = await services.records.create(documentInput(agencyId), clerk);
  await services.records.approve([made.id], clerk);
  await plant(agencyId);
  const request = { publicUrl: '', note: '', who: clerk.name, now: Date.now, engine: nodeEngine };
  await publishRelease(folder.source, { ...request, dataDir: dir });
});
afterAll(async () => {
  await hub.close();
  await folder.close();
  rmSync(dir, { recursive: true, force: true });
});

/** One of every ground and every state, disclosed ones with the drafts they made among them. */
async function plant(agencyId: string): Promise<void> {
  const [title = '', reason = '', note = '', docNo = ''] = secrets;
  const rest = { agencyId, indexNo: '', formedOn: null, until: null, reviewEveryMonths: 12 };
  for (const [at, ground] of withholdingGrounds.entries()) {
    const { entry } = await services.withheld.propose(
      { ...rest, title: `${title}${at}`, docNo, ground, reason },
      clerk,
    );
    if (at % 4 === 0) continue;
    const decided = await services.withheld.decide(entry.id, { revision: 1, isWithheld: true, note }, clerk);
    const result = (['keep', 'partial', 'disclose'] as const)[at % 3] ?? 'keep';
    const { revision } = decided.entry;
    await services.withheld.evaluate(entry.id, { revision, result, note, until: null }, clerk);
  }
}

const silent = (text: string, where: string) => {
  for (const secret of secrets) expect([where, text.includes(secret)]).toEqual([where, false]);
};

describe('the non-disclosure register › seen from outside', () => {
  it('a whole release, unpacked wherever something is packed › holds none of its words', () => {
    const words = releaseWords(folder.paths.release);
    expect(words).toContain('调整公交线路');
    silent(words, 'release');
  });

  it('every public address of the API › says none of them', async () => {
    const asked = `?q=${encodeURIComponent(secrets[0] ?? '')}`;
    const addresses = apiRoutes(services)
      .filter(({ access, method }) => access === 'public' && method === 'get')
      .map(({ path }) => path.replace(/:\w+/g, 'x1'));
    expect(addresses).toContain('/api/search');
    for (const address of [
      ...addresses,
      ...addresses.map((path) => `${path}${asked}`),
      '/api/openapi.json',
    ]) {
      silent(await (await hub.app.request(address)).text(), address);
    }
  });

  it('a search on the hub › finds none of it', async () => {
    const response = await hub.app.request(`/api/search?q=${encodeURIComponent('公交线路')}`);
    expect(await response.text()).toContain('关于调整公交线路的通知');
    for (const secret of secrets) {
      const found = await hub.app.request(`/api/search?q=${encodeURIComponent(secret)}`);
      expect(await found.json()).toMatchObject({ total: 0 });
    }
  });

  it('the phone’s pages › show none of it', async () => {
    const codes = await folder.desk.db
      .selectFrom('records')
      .select('code')
      .where('state', '=', 'draft')
      .execute();
    expect(codes.length).toBeGreaterThan(0);
    const pages = ['/m/', '/m/disclosure', ...codes.map(({ code }) => `/m/${code}`)];
    for (const page of pages) silent(await (await hub.app.request(page)).text(), page);
  });

  it('without a session › the register itself answers nobody', async () => {
    const { id } = await folder.desk.db.selectFrom('withheld_entries').select('id').executeTakeFirstOrThrow();
    for (const path of ['/api/withheld', `/api/withheld/${id}`]) {
      const response = await hub.app.request(path);
      expect(response.status).toBe(401);
      silent(await response.text(), path);
    }
  });
});
