// Two people changed one body: passages only one of them touched are taken from that one, and the rest is named.
import { diffSequences } from '#shared/changes/diff-sequences.ts';
import { bodyEssence } from './same-body.ts';

const voidTags = new Set(['br', 'hr', 'img', 'col', 'wbr']);
const tag = /<(\/?)([a-zA-Z][\w-]*)\b[^>]*?(\/?)>/g;

/** The top-level blocks of a body, each with its markup; joined they are the body again. */
export function splitPassages(html: string): readonly string[] {
  const passages: string[] = [];
  let depth = 0;
  let from = 0;
  for (const match of html.matchAll(tag)) {
    const [whole, closing, name = '', selfClosing] = match;
    const end = match.index + whole.length;
    if (closing) depth = Math.max(0, depth - 1);
    else if (!selfClosing && !voidTags.has(name.toLowerCase())) depth += 1;
    if (depth > 0) continue;
    passages.push(html.slice(from, end));
    from = end;
  }
  if (html.slice(from).trim() !== '') passages.push(html.slice(from));
  return passages.filter((passage) => passage.trim() !== '');
}

/** A stretch of the base that somebody replaced, by the passages that stand there now. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly by: readonly string[];
}

interface Work {
  readonly replaced: readonly Replacement[];
  /** The passages of the base as they stand in the changed body; undefined where they were replaced. */
  readonly kept: readonly (string | undefined)[];
}

/** What was done to the base; passages with the same key count as untouched. */
function workOf(
  base: readonly string[],
  changed: readonly string[],
  keyOf: (passage: string) => string,
): Work {
  const replaced: Replacement[] = [];
  const kept: (string | undefined)[] = base.map(() => undefined);
  let [at, changedAt] = [0, 0];
  for (const { type, items } of diffSequences(base.map(keyOf), changed.map(keyOf))) {
    const count = items.length;
    if (type === 'keep') {
      for (let index = 0; index < count; index += 1) kept[at + index] = changed[changedAt + index];
      at += count;
      changedAt += count;
      continue;
    }
    const by = type === 'add' ? changed.slice(changedAt, changedAt + count) : [];
    const to = type === 'remove' ? at + count : at;
    // A removal and the addition that follows it are one replacement.
    const last = replaced.at(-1);
    if (last?.to === at) replaced[replaced.length - 1] = { ...last, to, by: [...last.by, ...by] };
    else replaced.push({ from: at, to, by });
    if (type === 'remove') at += count;
    else changedAt += count;
  }
  return { replaced, kept };
}

/** Two replacements meet when they share a passage, touch each other, or put something in at the same place. */
const meet = (a: Replacement, b: Replacement) => a.from <= b.to && b.from <= a.to;

/**
 * The body with both people's changes; null when they changed the same passage or neighbouring ones. Mine comes from
 * the editor, which writes markup its own way: there only what a reader gets counts. Both others come from the hub.
 */
export function mergeBodies(base: string, mine: string, theirs: string): string | null {
  const readable = (html: string) => splitPassages(html).filter((passage) => bodyEssence(passage) !== '');
  const passages = readable(base);
  const ours = workOf(passages, readable(mine), bodyEssence);
  const others = workOf(passages, readable(theirs), (passage) => passage);
  if (ours.replaced.some((one) => others.replaced.some((other) => meet(one, other)))) return null;
  const all = [...ours.replaced, ...others.replaced].sort((a, b) => a.from - b.from);
  const merged: string[] = [];
  let at = 0;
  const keepUntil = (end: number) => {
    for (; at < end; at += 1) merged.push(ours.kept[at] ?? passages[at] ?? '');
  };
  for (const { from, to, by } of all) {
    keepUntil(from);
    merged.push(...by);
    at = to;
  }
  keepUntil(passages.length);
  return merged.join('');
}
