// Makes cells unreadable before they are published: numbers of persons, phones, names, addresses. Organisations stay.
import type { Mask } from '../catalogue/register.ts';
import { checkCreditCode } from './credit-code.ts';
import { isIdNumber } from './id-number.ts';
import { maskAddress } from './mask-address.ts';
import { maskPersonNames } from './mask-person-name.ts';
import { narrow } from './tidy-text.ts';

const maskers: Readonly<Record<Mask, (text: string) => string>> = {
  none: (text) => text,
  'id-number': maskIdNumbers,
  phone: maskPhones,
  'person-name': maskPersonNames,
  address: maskAddress,
  // Stars would still say that there is something.
  hidden: () => '',
};

/** A cell as it may be published; what is masked cannot be worked out from what is left. */
export function maskCell(mask: Mask, text: string): string {
  return maskers[mask](text);
}

const stars = (count: number) => '*'.repeat(count);

/** Whether a text is the code of an organisation and not of a person. */
function isOrganisationCode(text: string): boolean {
  return checkCreditCode(text.toUpperCase()).state === 'valid' && !isIdNumber(text);
}

/** Region and birthday go, the first three and last four characters stay; any other number loses its middle. */
function maskIdNumbers(text: string): string {
  return narrow(text).replace(/[0-9A-Za-z](?:[0-9A-Za-z]|[ \-_.](?=[0-9A-Za-z]))*/gu, (run) => {
    const number = run.replace(/[ \-_.]/gu, '');
    if (isOrganisationCode(number)) return run;
    return maskMiddle(number);
  });
}

function maskMiddle(number: string): string {
  if (number.length === 15) return number.slice(0, 3) + stars(9) + number.slice(-3);
  if (number.length > 15) return number.slice(0, 3) + stars(number.length - 7) + number.slice(-4);
  // A passport or a soldier's card: its first character and the last two at most.
  const kept = number.length >= 8 ? 2 : number.length >= 5 ? 1 : 0;
  if (kept === 0) return stars(number.length);
  return number.slice(0, 1) + stars(number.length - 1 - kept) + number.slice(-kept);
}

/** Short numbers of public lines: 110, 12345, 95598. */
const publicLine = /^(?:1\d\d|1[02]\d{3}|12\d{3}|9[56]\d{3,4})$/u;
const phone = /\+?\d(?:\d|[ \-()（）]+(?=\d))*/gu;
/** More digits than any number has with its country: several numbers with nothing but blanks between. */
const mostPhoneDigits = 13;

/** The middle four digits go; of a number in a town, the four before the last two. */
function maskPhones(text: string): string {
  return narrow(text)
    .replace(/[‐‑–—―−－]/gu, '-')
    .replace(phone, (run) =>
      countDigits(run) > mostPhoneDigits ? run.replace(/[\d+-]+/gu, maskPhone) : maskPhone(run),
    );
}

function maskPhone(run: string): string {
  const digits = countDigits(run);
  if (publicLine.test(run)) return run;
  if (digits < 7 || digits > mostPhoneDigits) return hideDigits(run, digits < 7 ? 0 : 3, digits);
  const behind = digits >= 11 && !run.startsWith('0') ? 4 : 2;
  return hideDigits(run, digits - behind - 4, digits - behind);
}

function countDigits(text: string): number {
  return text.match(/\d/gu)?.length ?? 0;
}

/** The text with its digits from `start` up to `end` as stars, counting digits only. */
function hideDigits(text: string, start: number, end: number): string {
  let seen = -1;
  return text.replace(/\d/gu, (digit) => {
    seen += 1;
    return seen >= start && seen < end ? '*' : digit;
  });
}
