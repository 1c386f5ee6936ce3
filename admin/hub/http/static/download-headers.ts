// The headers that make a browser save a file under its own name and never run it.
import { attachmentMediaType } from './media-types.ts';

/** Media type by the name's ending, and the name itself in the form of RFC 6266 and RFC 8187. */
export function downloadHeaders(name: string): Record<string, string> {
  const ascii = name.replace(/[^\w.-]+/g, '_').slice(-60);
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    'content-type': attachmentMediaType(name),
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
  };
}
