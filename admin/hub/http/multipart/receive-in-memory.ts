// Reads the one file of an upload into memory: what must not lie unsealed on disk, however shortly.
import { refuse } from '../problem.ts';
import { describeBytes } from '../read-body.ts';
import { boundaryOf, type MultipartPart, parseMultipart } from './parse-multipart.ts';
import { cleanFileName } from './receive-files.ts';

export interface FileInMemory {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The first file of the form; the rest is read past. Throws as `receiveFiles` does. */
export async function receiveInMemory(request: Request, maxBytes: number): Promise<FileInMemory> {
  const boundary = boundaryOf(request.headers.get('content-type'));
  if (request.body === null) refuse('http.no-file');
  let received: FileInMemory | null = null;
  for await (const part of parseMultipart(request.body, boundary)) {
    const isFile = part.fileName !== null && part.fileName !== '';
    const bytes = await readPart(part, maxBytes);
    if (isFile && received === null) received = { name: cleanFileName(part.fileName ?? ''), bytes };
  }
  return received ?? refuse('http.no-file');
}

async function readPart({ fileName, content }: MultipartPart, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes)
      refuse('http.file-too-large', { name: cleanFileName(fileName ?? ''), limit: describeBytes(maxBytes) });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
