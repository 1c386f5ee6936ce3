// Fills an empty store with the demonstration venue, through the same import staff use.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { AttachmentRef } from '#shared/catalogue/record.ts';
import { agencyInputSchema, venueSchema } from '#shared/protocol/hub-api.ts';
import { voiceSettingsSchema } from '#shared/protocol/voice-api.ts';
import { createAgency, findAgencyId } from '../editorial/agencies.ts';
import { recordAudit, subjectOf } from '../editorial/audit.ts';
import { type Desk, withTransaction } from '../editorial/desk.ts';
import { nameKey } from '../editorial/identity-keys.ts';
import { importFiles } from '../editorial/import/import-files.ts';
import { storedRecords } from '../editorial/import/known-records.ts';
import { noteAttachments } from '../editorial/import/row-writer.ts';
import { saveVenue } from '../editorial/venue-service.ts';
import { addVersion } from '../editorial/write-version.ts';
import { type Actor, operatorActor } from '../http/actor.ts';
import { attachmentMediaType } from '../http/static/media-types.ts';
import { saveVoice } from '../voice/voice-settings.ts';
import { markApproved } from '../workflow/approve-versions.ts';
import { saveDemoHall } from './demo-hall.ts';
import { installDemoTrees } from './demo-trees.ts';
import { loadDemoRegisters } from './load-demo-registers.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const demonstrator: Actor = operatorActor('演示');
/** Record title → files beside this module. */
const attachmentsSchema = z.record(z.string(), z.array(z.string()));
/** Files that describe the rest and are not imported as content. */
const descriptions = ['venue.json', 'agencies.json', 'attachments.json', 'voice.json'];

/** True when nobody has put anything of their own into the store and nothing was ever published from it. */
export async function isDemoWelcome({ db }: Pick<Desk, 'db'>): Promise<boolean> {
  const release = await db.selectFrom('releases').select('version').limit(1).executeTakeFirst();
  const own = await db
    .selectFrom('record_versions')
    .select('record_id')
    .where('origin', '<>', 'demo')
    .limit(1)
    .executeTakeFirst();
  const ownRegister = await db
    .selectFrom('register_versions')
    .select('register_id')
    .where('who', '<>', demonstrator.name)
    .limit(1)
    .executeTakeFirst();
  return release === undefined && own === undefined && ownRegister === undefined;
}

/**
 * Loads venue, agencies, content and attachments and approves them all; returns the number of records. Loading
 * once more after being cut short completes what is missing and repeats nothing.
 */
export async function loadDemo(desk: Desk): Promise<number> {
  const content = join(here, 'content');
  await saveVenue(desk, venueSchema.parse(readJson(join(content, 'venue.json'))), demonstrator);
  for (const agency of z.array(agencyInputSchema).parse(readJson(join(content, 'agencies.json')))) {
    if ((await findAgencyId(desk.db, agency.name)) === null) await createAgency(desk, agency, demonstrator);
  }
  await saveVoice(desk, voiceSettingsSchema.parse(readJson(join(content, 'voice.json'))), demonstrator);
  await saveDemoHall(desk, demonstrator);
  await installDemoTrees(desk, demonstrator);
  await importContent(desk, content);
  const list = join(content, 'attachments.json');
  const attached = existsSync(list) ? attachmentsSchema.parse(readJson(list)) : {};
  for (const [title, files] of Object.entries(attached)) await attachFiles(desk, title, files);
  const records = await approveAll(desk);
  await loadDemoRegisters(desk, join(content, 'registers'), demonstrator);
  return records;
}

async function importContent(desk: Desk, folder: string): Promise<void> {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  // Tables of registers are loaded beside what describes them.
  const names = all.filter((name) => !name.startsWith('registers'));
  const paths = names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
  const sources = paths
    .filter((path) => !descriptions.includes(basename(path)))
    .map((path) => ({ name: basename(path), path, bytes: statSync(path).size, as: null }));
  await importFiles(desk, {
    sources,
    agencyName: null,
    isDryRun: false,
    approve: false,
    actor: demonstrator,
    origin: 'demo',
    signal: new AbortController().signal,
    onProgress: () => {},
  });
}

/** Adds files to the record with this title, as one new version. */
async function attachFiles(desk: Desk, title: string, files: readonly string[]): Promise<void> {
  const attachments: AttachmentRef[] = [];
  for (const file of files) {
    const bytes = readFileSync(join(here, file));
    const name = basename(file);
    const mediaType = attachmentMediaType(name);
    attachments.push({ sha256: await desk.attachments.put(bytes), name, mediaType, bytes: bytes.byteLength });
  }
  await withTransaction(desk, async (inside) => {
    const record = await inside.db
      .selectFrom('records')
      .select(['id', 'version'])
      .where('title_key', '=', nameKey(title))
      .executeTakeFirst();
    if (record === undefined) return;
    const { content, bodyHash } = await storedRecords(inside.db).content(record.id);
    const missing = attachments.filter(
      (one) => !content.attachments.some((has) => has.sha256 === one.sha256),
    );
    if (missing.length === 0) return;
    await noteAttachments(inside, missing);
    const author = { who: demonstrator.name, origin: 'demo', batchId: null, importHash: null } as const;
    const complete = { ...content, attachments: [...content.attachments, ...missing] };
    await addVersion(inside, record, complete, bodyHash === null ? null : { hash: bodyHash }, author);
  });
}

/** The demonstration is the program's own content: nobody is there to review it. */
function approveAll(desk: Desk): Promise<number> {
  return withTransaction(desk, async (inside) => {
    const all = await inside.db
      .selectFrom('records')
      .select(['id', 'title', 'version', 'approved_version as approved'])
      .where('state', '<>', 'withdrawn')
      .execute();
    const waiting = all.filter(({ version, approved }) => version !== approved);
    if (waiting.length > 0) {
      await markApproved(
        inside,
        waiting.map(({ id }) => id),
        demonstrator.name,
      );
      await recordAudit(inside, {
        who: demonstrator.name,
        action: 'record.approve',
        subject: subjectOf(waiting.map(({ title }) => title)),
        details: { records: waiting.map(({ id, version }) => ({ id, version })) },
      });
    }
    return all.length;
  });
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
