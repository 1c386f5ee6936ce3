// Keeps a file of a case for good, and reads it again: sealed with a key of its own, its name with it.
import { instant } from '../../editorial/desk.ts';
import { attachmentMediaType } from '../../http/static/media-types.ts';
import type { CaseFileTable } from '../../store/case-tables.ts';
import type { CaseDesk } from '../case-desk.ts';
import { readWhole, writeWhole } from './case-file-store.ts';
import { cleanFile } from './cleaned-file.ts';
import { openPieces, sealWhole } from './sealed-pieces.ts';

export interface ReadCaseFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const cleanedPictures = ['image/jpeg', 'image/png', 'image/webp'];
const nameOfFile = (id: string) => `name of file ${id}`;

export function sealFileName(vault: CaseDesk['vault'], key: Uint8Array, id: string, name: string): string {
  return vault.seal(key, new TextEncoder().encode(name), nameOfFile(id));
}

export function openFileName(vault: CaseDesk['vault'], key: Uint8Array, id: string, sealed: string): string {
  return new TextDecoder().decode(vault.open(key, sealed, nameOfFile(id)));
}

/**
 * A file of the office for a case; it is in its place before the row that names it. Pictures lose what they say of their
 * maker; other files are kept as they are, Word files and spreadsheets among them.
 */
export async function keepOfficeFile(
  { desk, vault, filesDir }: CaseDesk,
  caseId: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<{ readonly id: string }> {
  const { mediaType, bytes } = officeFile(file);
  const id = desk.newId('f');
  const { key, wrapped } = await vault.newKey(id);
  await writeWhole(filesDir, id, sealWhole(key, id, bytes));
  const at = instant(desk);
  await desk.db
    .insertInto('case_files')
    .values({
      id,
      case_id: caseId,
      origin: 'office',
      media_type: mediaType,
      bytes: bytes.length,
      received_bytes: bytes.length,
      is_complete: 1,
      wrapped_key: wrapped,
      sealed_name: sealFileName(vault, key, id, file.name),
      created_at: at,
      touched_at: at,
    })
    .execute();
  return { id };
}

function officeFile(file: { readonly name: string; readonly bytes: Uint8Array }) {
  const mediaType = attachmentMediaType(file.name);
  return cleanedPictures.includes(mediaType) ? cleanFile(file.bytes) : { mediaType, bytes: file.bytes };
}

/** A finished file. Throws `cases.file-missing` when its bytes are gone and `cases.key-missing` when they do not open. */
export async function readCaseFile(
  { vault, filesDir }: Pick<CaseDesk, 'vault' | 'filesDir'>,
  row: Pick<CaseFileTable, 'id' | 'wrapped_key' | 'sealed_name' | 'media_type' | 'bytes'>,
): Promise<ReadCaseFile> {
  const key = await vault.unwrap(row.wrapped_key, row.id);
  const sealed = await readWhole(filesDir, row.id);
  return {
    name: openFileName(vault, key, row.id, row.sealed_name),
    mediaType: row.media_type,
    bytes: openPieces(key, sealed, { fileId: row.id, length: row.bytes, total: row.bytes }),
  };
}
