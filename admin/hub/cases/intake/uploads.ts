// Files on their way: opened, sent piece by piece from wherever they stand, checked and cleaned once they are whole.
import { AppError } from '#shared/errors/app-error.ts';
import { caseFileBounds, type UploadState } from '#shared/protocol/cases-api.ts';
import { instant } from '../../editorial/desk.ts';
import type { CaseFileTable } from '../../store/case-tables.ts';
import type { CaseDesk } from '../case-desk.ts';
import { requireFittingKey } from '../case-key.ts';
import {
  readArriving,
  removeArriving,
  removeFile,
  writePiece,
  writeWhole,
} from '../files/case-file-store.ts';
import { cleanFile } from '../files/cleaned-file.ts';
import { sealFileName } from '../files/keep-file.ts';
import { openPieces, pieceOverhead, sealPiece, sealWhole } from '../files/sealed-pieces.ts';
import { makeRoom, sweepUploads } from './sweep-uploads.ts';

/** A smaller piece is taken only where it ends the file: a million pieces of a byte are an attack, not a bad network. */
const leastPieceBytes = 4096;

type Row = Pick<
  CaseFileTable,
  'id' | 'case_id' | 'bytes' | 'received_bytes' | 'is_complete' | 'wrapped_key'
> & { readonly pieces: number };

export interface UploadOpening {
  readonly uploadId: string;
  readonly name: string;
  readonly bytes: number;
}

export interface Uploads {
  open(opening: UploadOpening): Promise<UploadState>;
  addPiece(uploadId: string, offset: number, piece: Uint8Array): Promise<UploadState>;
  state(uploadId: string): Promise<UploadState>;
  sweep(): Promise<{ readonly removed: number }>;
}

export function createUploads(cases: CaseDesk): Uploads {
  const turns = new Turns();
  return {
    open: (opening) => turns.take(opening.uploadId, () => openUpload(cases, opening)),
    addPiece: (uploadId, offset, piece) =>
      turns.take(uploadId, () => addPiece(cases, uploadId, offset, piece)),
    state: (uploadId) => turns.take(uploadId, async () => finished(cases, await findRow(cases, uploadId))),
    sweep: () => sweepUploads(cases),
  };
}

/** Opening one that is there says how far it is. */
async function openUpload(cases: CaseDesk, { uploadId, name, bytes }: UploadOpening): Promise<UploadState> {
  const known = await loadRow(cases, uploadId);
  if (known !== null) return finished(cases, known);
  await requireFittingKey(cases);
  await makeRoom(cases, bytes);
  const { desk, vault } = cases;
  const { key, wrapped } = await vault.newKey(uploadId);
  const at = instant(desk);
  await desk.db
    .insertInto('case_files')
    .values({
      id: uploadId,
      case_id: null,
      origin: 'applicant',
      media_type: '',
      bytes,
      received_bytes: 0,
      is_complete: 0,
      wrapped_key: wrapped,
      sealed_name: sealFileName(vault, key, uploadId, name),
      created_at: at,
      touched_at: at,
    })
    .execute();
  return { uploadId, received: 0, bytes, isComplete: false };
}

async function addPiece(
  cases: CaseDesk,
  uploadId: string,
  offset: number,
  piece: Uint8Array,
): Promise<UploadState> {
  const row = await findRow(cases, uploadId);
  if (row.is_complete === 1 || row.received_bytes === row.bytes) return finished(cases, row);
  const after = offset + piece.length;
  if (offset !== row.received_bytes) throw misplaced(row.received_bytes);
  if (after > row.bytes || piece.length > caseFileBounds.pieceBytes) throw misplaced(row.received_bytes);
  if (piece.length < leastPieceBytes && after !== row.bytes) throw new AppError('cases.piece-too-small');
  await keepPiece(cases, row, piece);
  const { desk } = cases;
  const pieces = row.pieces + 1;
  await desk.db
    .updateTable('case_files')
    .set({ received_bytes: after, pieces, touched_at: instant(desk) })
    .where('id', '=', uploadId)
    .execute();
  return finished(cases, { ...row, received_bytes: after, pieces });
}

/** The piece is on disk before the row counts it: what a crash leaves uncounted is written over by the next try. */
async function keepPiece({ desk, vault, filesDir }: CaseDesk, row: Row, piece: Uint8Array): Promise<void> {
  const key = await vault.unwrap(row.wrapped_key, row.id);
  const place = { fileId: row.id, index: row.pieces, offset: row.received_bytes, total: null };
  try {
    const at = row.received_bytes + row.pieces * pieceOverhead;
    await writePiece(filesDir, row.id, at, sealPiece(key, place, piece));
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'cases.file-missing') throw thrown;
    await desk.db
      .updateTable('case_files')
      .set({ received_bytes: 0, pieces: 0 })
      .where('id', '=', row.id)
      .execute();
    throw misplaced(0);
  }
}

/** Once every byte is there the file is checked, cleaned and put in its place; asking again goes on where that broke off. */
async function finished(cases: CaseDesk, row: Row): Promise<UploadState> {
  const { desk, vault, filesDir } = cases;
  const state = { uploadId: row.id, received: row.received_bytes, bytes: row.bytes };
  if (row.is_complete === 1) return { ...state, received: row.bytes, isComplete: true };
  if (row.received_bytes < row.bytes) return { ...state, isComplete: false };
  const key = await vault.unwrap(row.wrapped_key, row.id);
  const arrived = await readArriving(filesDir, row.id);
  const whole = openPieces(key, arrived, { fileId: row.id, length: row.bytes, total: null });
  const { mediaType, bytes } = await cleanOrForget(cases, row.id, whole);
  await writeWhole(filesDir, row.id, sealWhole(key, row.id, bytes));
  await desk.db
    .updateTable('case_files')
    .set({ is_complete: 1, media_type: mediaType, bytes: bytes.length, received_bytes: bytes.length })
    .where('id', '=', row.id)
    .execute();
  await removeArriving(filesDir, row.id);
  return { uploadId: row.id, received: bytes.length, bytes: bytes.length, isComplete: true };
}

/** What is not taken is not kept either. */
async function cleanOrForget({ desk, filesDir }: CaseDesk, id: string, bytes: Uint8Array) {
  try {
    return cleanFile(bytes);
  } catch (thrown) {
    await desk.db.deleteFrom('case_files').where('id', '=', id).where('case_id', 'is', null).execute();
    await removeFile(filesDir, id);
    throw thrown;
  }
}

async function findRow(cases: CaseDesk, uploadId: string): Promise<Row> {
  const row = await loadRow(cases, uploadId);
  if (row === null) throw new AppError('cases.file-missing');
  return row;
}

async function loadRow({ desk }: CaseDesk, uploadId: string): Promise<Row | null> {
  const row = await desk.db
    .selectFrom('case_files')
    .select(['id', 'case_id', 'bytes', 'received_bytes', 'is_complete', 'wrapped_key', 'pieces'])
    .where('id', '=', uploadId)
    .where('origin', '=', 'applicant')
    .executeTakeFirst();
  return row ?? null;
}

const misplaced = (received: number) => new AppError('cases.piece-misplaced', { received });

/** One thing at a time per upload: two senders of one file must not write over each other. */
class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    const settled = turn.catch(() => undefined);
    this.#last.set(key, settled);
    void settled.then(() => {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    });
    return turn;
  }
}
