// Feeds one XML part of a packed file to handlers, in one go.
import { type XmlHandlers, XmlStream } from '#shared/workbook/xml-stream.ts';
import type { MemoryArchive } from './memory-archive.ts';

/** Parses a part where there is one. Throws `ingest.unreadable` on broken XML and on document type declarations. */
export function parsePart(archive: MemoryArchive, path: string, handlers: XmlHandlers): void {
  const member = archive.find(path);
  if (member === null) return;
  const stream = new XmlStream(handlers);
  stream.push(archive.unpack(member));
  stream.finish();
}
