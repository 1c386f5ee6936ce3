// Takes one file of the watched folder into its agency's batch, exactly once: a row is written with the batch, the file is moved after.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import { chinaDay } from '#shared/transfers/transfer-month.ts';
import { findAgencyId } from '../../editorial/agencies.ts';
import { type Desk, instant, withTransaction } from '../../editorial/desk.ts';
import { ingestLimits } from '../../ingest/limits.ts';
import { senderOf } from '../accept-upload.ts';
import { insertFiles, insertTransfer, listColumns, update } from '../prepare-transfer.ts';
import { type ArrivedFile, keepAndRead, keepAndReadList, keepFile } from '../transfer-service.ts';
import { doneFolder, refuseFile, type SeenFile, setAside } from './inbox-files.ts';

export interface Inbox {
  readonly desk: Desk;
  readonly root: string;
  /** Copies in flight, on the disk of the store. */
  readonly workDir: string;
  /** Called between the steps; a test stops there as a power cut would. */
  readonly onStep?: (step: string) => void;
}

/** Takes a complete file in, or refuses it with a text that says why. */
export async function takeFile(inbox: Inbox, file: SeenFile): Promise<'taken' | 'refused'> {
  try {
    const agency = await agencyOf(inbox.desk, file);
    await take(inbox, file, agency);
    return 'taken';
  } catch (error) {
    if (!(error instanceof AppError) || isOfStore(error)) throw error;
    inbox.onStep?.('refusing');
    await refuseFile(
      inbox.root,
      file.path,
      describeError(error.code, error.details, 'zh-CN'),
      inbox.desk.newId('x'),
    );
    return 'refused';
  }
}

/** A full disk or a busy store is no fault of the file: it stays, and is looked at again. */
const isOfStore = ({ code }: AppError) => code.startsWith('store.') || code === 'internal';

interface OwningAgency {
  readonly id: string;
  readonly name: string;
}

async function agencyOf({ db }: Desk, { agency, isPlain, bytes, name }: SeenFile): Promise<OwningAgency> {
  if (!isPlain) throw new AppError('inbox.not-a-file');
  if (agency === '') throw new AppError('inbox.no-folder');
  const id = await findAgencyId(db, agency);
  if (id === null) throw new AppError('inbox.unknown-agency', { agency: agency.slice(0, 100) });
  if (bytes === 0) throw new AppError('ingest.empty-file');
  if (bytes > ingestLimits.fileBytes) {
    const limit = `${ingestLimits.fileBytes / 1024 / 1024} MB`;
    throw new AppError('http.file-too-large', { name: name.slice(0, 100), limit });
  }
  const row = await db.selectFrom('agencies').select('name').where('id', '=', id).executeTakeFirstOrThrow();
  return { id, name: row.name };
}

async function take(inbox: Inbox, file: SeenFile, agency: OwningAgency): Promise<void> {
  const { desk, root, onStep } = inbox;
  const sha256 = await digestOf(join(root, file.path));
  onStep?.('digested');
  const rowId = (await findTaken(desk, file.path, sha256)) ?? (await store(inbox, file, agency, sha256));
  onStep?.('stored');
  await setAside(root, file.path, doneFolder, rowId);
  onStep?.('moved');
  await markMoved(desk, rowId);
}

/** The bytes are in the store's own place, and read, before one transaction puts them into the batch and says so. */
async function store(inbox: Inbox, file: SeenFile, agency: OwningAgency, sha256: string): Promise<string> {
  const { desk, onStep } = inbox;
  const arrived = await copyOf(inbox, file, sha256);
  try {
    const part = await readPart(desk, arrived, agency.name);
    onStep?.('read');
    return await withTransaction(desk, async (inside) => {
      const transferId = await ensureBatch(inside, agency);
      await addPart(inside, transferId, part, agency);
      const id = inside.newId('i');
      const at = instant(inside);
      await inside.db
        .insertInto('inbox_files')
        .values({
          id,
          path: file.path,
          sha256,
          bytes: arrived.bytes,
          transfer_id: transferId,
          taken_at: at,
          moved_at: null,
        })
        .execute();
      onStep?.('committing');
      return id;
    });
  } finally {
    await rm(arrived.path, { force: true });
  }
}

/** Read from a copy: whoever goes on writing to the file changes nothing of what is taken. */
async function copyOf({ root, workDir, desk }: Inbox, file: SeenFile, sha256: string): Promise<ArrivedFile> {
  await mkdir(workDir, { recursive: true });
  const path = join(workDir, desk.newId('i'));
  await copyFile(join(root, file.path), path);
  if ((await digestOf(path)) !== sha256) {
    await rm(path, { force: true });
    // It changed meanwhile: it is not complete, and is looked at again.
    throw new AppError('store.busy');
  }
  return { name: file.name, path, bytes: file.bytes, sha256 };
}

type Part =
  | { readonly role: 'list'; readonly list: Awaited<ReturnType<typeof keepAndReadList>> }
  | { readonly role: 'scan'; readonly name: string; readonly sha256: string }
  | { readonly role: 'file'; readonly file: Awaited<ReturnType<typeof keepAndRead>> };

const isListName = (name: string) => /移送清单/u.test(name) && /\.(?:xlsx|csv|tsv|txt)$/iu.test(name);
const isScanName = (name: string) => /(?:盖章|扫描)/u.test(name) && /\.(?:pdf|jpe?g|png|tiff?)$/iu.test(name);

/** The list and its stamped scan go by their names (移送清单, 盖章, 扫描); everything else is a file. */
async function readPart(desk: Desk, arrived: ArrivedFile, agencyName: string): Promise<Part> {
  const { name, sha256 } = arrived;
  if (isListName(name)) return { role: 'list', list: await keepAndReadList(desk, arrived) };
  if (isScanName(name)) {
    await keepFile(desk, arrived);
    return { role: 'scan', name, sha256 };
  }
  const file = await keepAndRead(desk, arrived, agencyName);
  if (file.problem !== null) throw new AppError(file.problem.code, file.problem.details);
  return { role: 'file', file };
}

/** The agency's batch of this month that came this way and is still being prepared, or a new one. */
async function ensureBatch(inside: Desk, agency: OwningAgency): Promise<string> {
  const month = chinaDay(inside.now()).slice(0, 7);
  const open = await inside.db
    .selectFrom('transfers')
    .select('id')
    .where('agency_id', '=', agency.id)
    .where('month', '=', month)
    .where('source', '=', 'folder')
    .where('state', '=', 'preparing')
    .orderBy('id')
    .executeTakeFirst();
  if (open !== undefined) return open.id;
  const input = { agencyId: agency.id, month, isEmpty: false, contact: '', note: '' };
  return insertTransfer(inside, input, senderOf(agency.name, agency.id), { source: 'folder', linkId: null });
}

async function addPart(inside: Desk, id: string, part: Part, agency: OwningAgency): Promise<void> {
  if (part.role === 'list') await update(inside, { id }, listColumns(part.list));
  else if (part.role === 'scan')
    await update(inside, { id }, { scan_name: part.name, scan_sha256: part.sha256 });
  else {
    const named = { ...part.file, name: await freeName(inside, id, part.file) };
    await insertFiles(inside, { id, revision: 0 }, [named], senderOf(agency.name, agency.id).name);
  }
}

/** Another file of the same name, out of another folder, does not take the place of the first. */
async function freeName(
  inside: Desk,
  id: string,
  { name, sha256 }: { readonly name: string; readonly sha256: string },
): Promise<string> {
  const rows = await inside.db
    .selectFrom('transfer_files')
    .select(['name', 'sha256'])
    .where('transfer_id', '=', id)
    .execute();
  const twin = rows.find((row) => row.name === name);
  if (twin === undefined || twin.sha256 === sha256) return name;
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  const taken = new Set(rows.map((row) => row.name));
  for (let number = 2; ; number += 1) {
    const candidate = `${stem} (${number})${ending}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** A file whose content is in a batch already, and which was not moved because the hub stopped there. */
async function findTaken({ db }: Desk, path: string, sha256: string): Promise<string | null> {
  const row = await db
    .selectFrom('inbox_files')
    .select('id')
    .where('path', '=', path)
    .where('sha256', '=', sha256)
    .where('moved_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function markMoved(desk: Desk, id: string): Promise<void> {
  await desk.db
    .updateTable('inbox_files')
    .set({ moved_at: instant(desk) })
    .where('id', '=', id)
    .execute();
}

/** What was moved but not yet marked so when the hub stopped: the same file put there again later is a new one. */
export async function settleMoved({ desk, root }: Inbox): Promise<void> {
  const rows = await desk.db
    .selectFrom('inbox_files')
    .select(['id', 'path'])
    .where('moved_at', 'is', null)
    .execute();
  for (const { id, path } of rows) if (!existsSync(join(root, path))) await markMoved(desk, id);
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
