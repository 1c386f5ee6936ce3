// Makes a catalogue matter from the keys of one .jsonl object, through the same door as a sheet's row.
import { channels as standardChannels } from '#shared/catalogue/details.ts';
import { type BuiltMatter, buildMatter } from './catalogue/build-matter.ts';
import type { CatalogueItem } from './catalogue/item.ts';
import { type FieldBag, textOf } from './field-bag.ts';

/** `levels` may be a list or `A / B`; `channels` a list of channel codes or names, or the words of a cell. */
export function buildMatterFromBag(bag: FieldBag, agencyName: string | null): BuiltMatter {
  const named = ['level1', 'level2', 'level3', 'level4'].map((field) => bag.text(field));
  const item: CatalogueItem = {
    row: bag.row,
    number: '',
    levels: named.some((level) => level !== '') ? named : bag.list('item', /\s*[/＞>→]\s*/u, 4),
    texts: new Map(),
    ticks: new Map(),
    joinedTicks: new Map(),
    joinedRows: [],
    problems: [],
  };
  for (const field of ['elements', 'basis', 'deadline', 'agency', 'responsible', 'field', 'indexNo']) {
    item.texts.set(field, lines(bag.raw(field)));
  }
  for (const field of ['audience', 'mode', 'tier']) item.texts.set(field, lines(bag.raw(field)));
  item.texts.set('treePath', bag.list('treePath', /\s*[/＞>→]\s*/u, 8).join('/'));
  const listed = bag.list('channels', /\n/u);
  const codes = listed.filter((name) => (standardChannels as readonly string[]).includes(name));
  item.texts.set('channels', listed.filter((name) => !codes.includes(name)).join('\n'));
  const built = buildMatter(item, { field: null, agencyName, headingOf: (field) => bag.columnOf(field) });
  const details = built.draft?.details;
  if (!built.draft || details?.type !== 'matter' || codes.length === 0) return built;
  const chosen = standardChannels.filter(
    (channel) => codes.includes(channel) || details.channels.includes(channel),
  );
  return { ...built, draft: { ...built.draft, details: { ...details, channels: chosen } } };
}

function lines(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  if (value !== null && typeof value === 'object') return textOf((value as { text?: unknown }).text ?? value);
  return textOf(value);
}
