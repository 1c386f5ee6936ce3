// Files that arrived with a form that came back to be mended, as its ticks name them.
import { caseFileBounds } from '#shared/cases/case-files.ts';
import { cleanFileName } from '../../http/multipart/receive-files.ts';
import type { ArrivedFile } from './form-page.ts';

/** `arrived0` … hold `<upload id> <bytes> <name>`; what cannot be read is passed over. */
export function parseFileFields(fields: Readonly<Record<string, string>>): readonly ArrivedFile[] {
  const files: ArrivedFile[] = [];
  for (let index = 0; index < caseFileBounds.files; index += 1) {
    const match = /^([A-Za-z0-9_-]{22,43}) (\d{1,9}) (.{1,200})$/su.exec(fields[`arrived${index}`] ?? '');
    if (match === null) continue;
    const [, uploadId = '', bytes = '', name = ''] = match;
    files.push({ uploadId, bytes: Number(bytes), name: cleanFileName(name) });
  }
  return files;
}
