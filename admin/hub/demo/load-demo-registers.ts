// The demonstration venue's registers: each table imported as staff would, set in its place and approved.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Desk, withTransaction } from '../editorial/desk.ts';
import { importFiles } from '../editorial/import/import-files.ts';
import { loadTreeIndex } from '../editorial/tree.ts';
import type { Actor } from '../http/hub-services.ts';
import { markApproved } from '../registers/review-register.ts';
import { openRevision } from '../registers/revise-register.ts';
import { findRegister, type StoredRegister } from '../registers/stored-register.ts';

const listSchema = z.array(
  z.object({
    file: z.string(),
    id: z.string(),
    title: z.string(),
    agency: z.string(),
    treePath: z.array(z.string()).nullable(),
    period: z.string().nullable(),
  }),
);
type Listed = z.infer<typeof listSchema>[number];

/** Loads the tables in the order of their list; periods of one register follow each other. */
export async function loadDemoRegisters(desk: Desk, folder: string, actor: Actor): Promise<void> {
  const text = readFileSync(join(folder, 'registers.json'), 'utf8');
  for (const listed of listSchema.parse(JSON.parse(text))) {
    if (isLoaded(await findRegister(desk.db, listed.id), listed)) continue;
    await importListed(desk, join(folder, listed.file), listed, actor);
    await settle(desk, listed, actor);
  }
}

/** A period that was followed by another is not loaded a second time. */
function isLoaded(register: StoredRegister | null, { period }: Listed): boolean {
  if (register === null || register.approvedVersion === null) return false;
  return period === null || (register.period !== null && register.period >= period);
}

async function importListed(desk: Desk, path: string, listed: Listed, actor: Actor): Promise<void> {
  const reading = { as: 'register', register: listed.id, period: listed.period } as const;
  await importFiles(desk, {
    sources: [{ name: listed.file, path, bytes: statSync(path).size, ...reading }],
    agencyName: listed.agency,
    isDryRun: false,
    approve: false,
    actor,
    origin: 'demo',
    signal: new AbortController().signal,
    onProgress: () => {},
  });
}

/** Gives the register its title and its place in the catalogue, and approves it. */
async function settle(desk: Desk, { id, title, treePath }: Listed, actor: Actor): Promise<void> {
  const tree = await loadTreeIndex(desk);
  let nodeId: string | null = null;
  for (const step of treePath ?? []) nodeId = (tree.child(nodeId, step) ?? tree.ensureChild(nodeId, step)).id;
  await withTransaction(desk, async (inside) => {
    await tree.flush(inside.db);
    const register = await findRegister(inside.db, id);
    if (register === null) return;
    const definition = { ...register.definition, title };
    const revised = await openRevision(inside, register, actor.name, { definition, nodeId });
    await markApproved(inside, revised, actor.name);
  });
}
