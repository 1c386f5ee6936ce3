// Turns a .docx into HTML off the page's thread; nothing is unpacked for the converter that was not measured first.
import mammoth from 'mammoth/mammoth.browser.min.js';
import { wordStyleMap } from '#shared/catalogue/word-styles.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { BlobArchive } from './blob-archive.ts';
import { cutHtml } from './cut-html.ts';
import { fileLimits } from './file-limits.ts';

const partCharacters = 24_000;

/** HTML in parts, with pictures as data: addresses. Throws `ingest.*` of the archive, and what the converter throws. */
export async function readWord(file: Blob): Promise<string[]> {
  if (file.size > fileLimits.packedBytes) throw new AppError('kiosk.file-too-large');
  await measure(await BlobArchive.open(file));
  const arrayBuffer = await file.arrayBuffer();
  const { value } = await mammoth.convertToHtml(
    { arrayBuffer },
    { styleMap: wordStyleMap, externalFileAccess: false },
  );
  return cutHtml(value, partCharacters);
}

/** The converter unpacks whole parts at once, whatever their directory says: so they are run through first. */
async function measure(archive: BlobArchive): Promise<void> {
  let left: number = fileLimits.wordBytes;
  for (const member of archive.members) {
    if (member.isFolder) continue;
    const isText = /\.(?:xml|rels)$/iu.test(member.name);
    const most = Math.min(left, isText ? fileLimits.wordXmlBytes : left);
    for await (const chunk of archive.read(member, most)) left -= chunk.length;
  }
}
