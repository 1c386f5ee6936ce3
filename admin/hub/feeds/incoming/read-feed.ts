// Reads an answer of a portal as a feed, whatever of the known formats it is in.
import { AppError } from '#shared/errors/app-error.ts';
import { decodeAnswer } from './decode-answer.ts';
import type { ParsedFeed } from './feed-item.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readXmlFeed } from './read-xml-feed.ts';

/** Portals label feeds as nearly any text; pictures, films and archives are none. */
const readable = /^(?:|text\/[\w.+-]+|application\/(?:[\w.+-]*xml|[\w.+-]*json|octet-stream))$/i;

export const feedAccept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1';

/** Throws AppErrors of the `feeds.` family only, before anything was made of the answer. */
export function readFeed(
  answer: { readonly bytes: Uint8Array; readonly contentType: string; readonly host: string },
  itemsPath: string | null,
): ParsedFeed {
  const type = (answer.contentType.split(';')[0] ?? '').trim();
  if (!readable.test(type))
    throw new AppError('feeds.wrong-type', { host: answer.host, type: type.slice(0, 80) });
  const text = decodeAnswer(answer.bytes, answer.contentType);
  const begin = text.slice(0, 1000).trimStart();
  if (/^<!doctype html|^<html/i.test(begin)) throw new AppError('feeds.not-a-feed');
  if (begin.startsWith('<')) return readXmlFeed(text.trimStart());
  if (/^[[{]/.test(begin)) return readJsonFeed(text, itemsPath);
  throw new AppError('feeds.not-a-feed');
}
