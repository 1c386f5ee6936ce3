// Excerpts of findings: enough to recognise the place, with everything a leak could spread by hidden.
import { maskName, personNames } from './person-names.ts';
import type { RuleId } from './rule-table.ts';
import type { Match } from './section-text.ts';

const around = 12;
const longest = 60;

/** Rules whose words are no secret themselves. */
const spokenRules = new Set<RuleId>([
  'classification',
  'internal-mark',
  'draft-wording',
  'placeholder',
  'impossible-date',
  'private-link',
  'dead-link',
  'doubtful-link',
]);

/** The match with a little before and behind it, masked. */
export function excerptOf(text: string, { start, end }: Match, rule: RuleId): string {
  const before = text.slice(Math.max(0, start - around), start);
  const after = text.slice(end, end + around);
  const own = text.slice(start, end).slice(0, longest);
  const middle = spokenRules.has(rule) ? own : maskValue(own, rule);
  const ends = [start > around ? '…' : '', end + around < text.length ? '…' : ''];
  return `${ends[0]}${maskWords(before)}${middle}${maskWords(after)}${ends[1]}`
    .replace(/[\t\n]+/gu, ' ')
    .trim();
}

/** The beginning of a text nobody should see, with numbers and names in it hidden. */
export function maskedBeginning(text: string, characters = 24): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const cut = line.slice(0, characters);
  return `${maskWords(cut)}${line.length > cut.length ? '…' : ''}`;
}

/** Long numbers, names and addresses within words around a finding. */
export function maskWords(text: string): string {
  const named = personNames(text).reduceRight(
    (masked, { name, start, end }) => masked.slice(0, start) + maskName(name) + masked.slice(end),
    text,
  );
  return named
    .replace(/\d(?:[ -]?\d){4,}[Xx]?/gu, (digits) => stars(digits))
    .replace(/[\w.+-]+(?=@)/gu, (name) => stars(name))
    .replace(/\d+(?=\s?(?:室|号|单元|栋|幢|组|号楼))/gu, (digits) => '*'.repeat(digits.length));
}

function maskValue(value: string, rule: RuleId): string {
  if (rule === 'named-list') return maskName(value);
  if (rule === 'private-email') return value.replace(/^[^@]+/u, (name) => stars(name));
  if (rule === 'home-address') return value.replace(/[\dA-Za-z一二三四五六七八九十百]+/gu, '*');
  if (rule === 'local-path')
    return value.replace(/[^\\/:]+/gu, (name) => (name.length < 3 ? name : stars(name)));
  return stars(value);
}

/** Keeps the first two characters and the last, where there is enough between. */
function stars(value: string): string {
  if (value.length <= 5) return value.slice(0, 1) + '*'.repeat(Math.max(1, value.length - 1));
  return value.slice(0, 2) + value.slice(2, -1).replace(/[^\s-]/gu, '*') + value.slice(-1);
}
