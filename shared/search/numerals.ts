// Chinese numerals of document numbers as digits: 第十二号 → 第12号, 二〇二四 → 2024.

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Replaces every run of Chinese numerals; text without any comes back as it is. */
export function foldNumerals(text: string): string {
  return text.replace(/[〇零一二三四五六七八九十百千]{1,20}/g, (run) =>
    /[十百千]/.test(run) ? String(countedValue(run)) : [...run].map((one) => digits[one]).join(''),
  );
}

/** 一百二十三 → 123; 十二 → 12. */
function countedValue(run: string): number {
  let total = 0;
  let pending: number | null = null;
  for (const one of run) {
    const unit = units[one];
    if (unit === undefined) pending = digits[one] ?? 0;
    else {
      total += (pending ?? 1) * unit;
      pending = null;
    }
  }
  return total + (pending ?? 0);
}
