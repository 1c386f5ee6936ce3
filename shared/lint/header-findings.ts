// Judges the header of a record: what is missing for its kind, dates that cannot be, index numbers that are none.
import type { RecordDetails } from '../catalogue/details.ts';
import type { WrittenKind } from '../catalogue/record.ts';
import { checkCreditCode } from '../registers/credit-code.ts';
import type { Finding, Severity } from './finding.ts';
import type { RuleId } from './rule-table.ts';

/** The header as it is judged. */
export interface HeaderFacts {
  readonly kind: WrittenKind;
  readonly agencyName: string;
  readonly docNo: string | null;
  readonly indexNo: string | null;
  readonly date: string | null;
  readonly publishedOn: string | null;
  readonly expiresOn: string | null;
  readonly summary: string;
  readonly details: RecordDetails | null;
  readonly hasContent: boolean;
}

/** Under this name an import files what names nobody. */
const nobody = '未注明发布机构';

/** `today` is a day `YYYY-MM-DD`. */
export function headerFindings(facts: HeaderFacts, today: string): Finding[] {
  return [...missingFields(facts), ...dateFindings(facts, today), ...indexFindings(facts)];
}

function missingFields(facts: HeaderFacts): Finding[] {
  const missing = missingOf(facts);
  const named =
    facts.agencyName === nobody ? [finding('missing-field', 'must-answer', 'agency', 'agency')] : [];
  const first = missing[0];
  return first === undefined ? named : [...named, finding('missing-field', 'hint', first, missing.join(' '))];
}

/** Fields of the catalogue (Art. 12) and those people come for. */
function missingOf({
  kind,
  date,
  indexNo,
  summary,
  details,
  hasContent,
  publishedOn,
}: HeaderFacts): string[] {
  const absent = (key: string, isThere: boolean): string[] => (isThere ? [] : [key]);
  if (kind === 'document') {
    return [
      ...absent('date', date !== null),
      ...absent('indexNo', indexNo !== null),
      ...absent('summary', summary !== ''),
      ...absent('body', hasContent),
    ];
  }
  if (kind === 'notice') {
    const contact = details?.type === 'notice' ? details.contact : null;
    return [
      ...absent('publishedOn', publishedOn !== null || date !== null),
      ...absent('details.contact', contact !== null && contact !== ''),
      ...absent('body', hasContent),
    ];
  }
  if (details?.type === 'guide') {
    return [
      ...absent('details.address', Boolean(details.address ?? details.onlineUrl ?? details.places?.length)),
      ...absent('details.phone', Boolean(details.phone ?? details.places?.some(({ phone }) => phone))),
      ...absent('details.basis', details.basis.length > 0 || (details.laws?.length ?? 0) > 0),
      ...absent('details.materials', details.materials.length > 0),
      ...absent('details.limit', Boolean(details.promisedLimit ?? details.statutoryLimit)),
    ];
  }
  if (details?.type === 'matter') {
    return [
      ...absent('details.basis', details.basis !== ''),
      ...absent('details.deadline', details.deadline !== null),
      ...absent('details.channels', details.channels.length > 0),
    ];
  }
  return [];
}

function dateFindings({ date, publishedOn, expiresOn }: HeaderFacts, today: string): Finding[] {
  const pairs = [
    ['date', date, publishedOn],
    ['expiresOn', date, expiresOn],
    ['expiresOn', publishedOn, expiresOn],
  ] as const;
  const wrong = pairs.find(
    ([, first, second]) => first !== null && second !== null && isAfter(first, second),
  );
  return [
    ...(wrong === undefined
      ? []
      : [finding('date-order', 'must-answer', wrong[0], `${wrong[1]} > ${wrong[2]}`)]),
    ...(date !== null && isAfter(date, today) ? [finding('future-date', 'must-answer', 'date', date)] : []),
  ];
}

/** Compares as far as both are known: 2024 is not after 2024-03. */
function isAfter(first: string, second: string): boolean {
  const length = Math.min(first.length, second.length);
  return first.slice(0, length) > second.slice(0, length);
}

function indexFindings({ indexNo, date }: HeaderFacts): Finding[] {
  if (indexNo === null) return [];
  const isEmptyWord = /^(?:无|暂无|没有|待定|空|-+|\/+|0+|[x×]+|n\/?a)$/iu.test(indexNo);
  if (isEmptyWord || /\s|[，。；？]|[x×]{3,}/iu.test(indexNo))
    return [finding('index-number', 'must-answer', 'indexNo', indexNo)];
  const code = /^([0-9A-HJ-NPQRTUWXY]{18})(?=[/-])/u.exec(indexNo)?.[1];
  if (code !== undefined && checkCreditCode(code).state !== 'valid') {
    return [finding('index-number', 'must-answer', 'indexNo', indexNo)];
  }
  const year = /[/-]((?:19|20)\d{2})(?:[-/]|\d{2}[/-])/u.exec(indexNo)?.[1];
  const isOtherYear =
    year !== undefined && date !== null && Math.abs(Number(year) - Number(date.slice(0, 4))) > 1;
  return isOtherYear ? [finding('index-number', 'hint', 'indexNo', indexNo)] : [];
}

function finding(rule: RuleId, severity: Severity, label: string, excerpt: string): Finding {
  return {
    rule,
    severity,
    place: { part: 'field', label },
    excerpt: excerpt.slice(0, 120),
    count: 1,
    identity: excerpt,
  };
}
