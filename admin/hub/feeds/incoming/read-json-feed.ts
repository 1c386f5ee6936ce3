// Reads JSON Feed 1.1 and plain JSON lists from text; items become fields by their paths.
import { AppError } from '#shared/errors/app-error.ts';
import type { FeedItem, ParsedFeed } from './feed-item.ts';
import { feedReadLimits } from './fetch-limits.ts';
import { ItemBuilder } from './item-builder.ts';

/** Where portals' interfaces usually keep their list, tried in this order. */
const usualPlaces = ['items', 'data', 'list', 'records', 'rows', 'result', 'results', 'content'];

/**
 * `itemsPath` says where the list is; without it the answer itself or the usual places are tried, two levels deep.
 * Throws `feeds.broken-json`, `feeds.no-list` or `feeds.too-deep`.
 */
export function readJsonFeed(text: string, itemsPath: string | null): ParsedFeed {
  const value = parseJson(text);
  const isJsonFeed = /^https?:\/\/jsonfeed\.org\/version\/1/.test(String(own(value, 'version') ?? ''));
  const list = itemsPath === null ? findList(value) : at(value, itemsPath);
  if (!Array.isArray(list)) throw new AppError('feeds.no-list', { path: itemsPath ?? 'items' });
  const title = own(value, 'title');
  return {
    format: isJsonFeed ? 'json-feed' : 'json-list',
    title: typeof title === 'string' ? title.trim().slice(0, 300) : '',
    items: list.slice(0, feedReadLimits.items).map(fieldsOf),
    isTruncated: list.length > feedReadLimits.items,
    deleted: [],
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new AppError('feeds.broken-json', {}, { cause });
  }
}

/** Only what the answer itself holds: never what objects inherit. */
function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, key) => own(part, key), value);
}

function findList(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return value;
  if (depth > 2) return undefined;
  for (const place of usualPlaces) {
    const found = findList(own(value, place), depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every text, number and truth of an item by its path; lists of words are joined. */
function fieldsOf(item: unknown): FeedItem {
  const builder = new ItemBuilder();
  const walk = (value: unknown, path: string, depth: number): void => {
    if (depth > feedReadLimits.depth) throw new AppError('feeds.too-deep', { limit: feedReadLimits.depth });
    if (['string', 'number', 'boolean'].includes(typeof value)) builder.set(path, String(value));
    else if (Array.isArray(value) && value.every((word) => typeof word === 'string')) {
      builder.set(path, value.slice(0, 50).join('、'));
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).slice(0, feedReadLimits.fields);
      for (const [key, part] of entries) walk(part, path === '' ? key : `${path}.${key}`, depth + 1);
    }
  };
  walk(item, '', 0);
  return builder.build();
}
