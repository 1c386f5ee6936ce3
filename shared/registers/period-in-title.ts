// Whether a title says already what its figures are about, so that it is not said twice.

/** `明渚区2026年“三公”经费` names `2026年` and `2026年度`. */
export function isPeriodNamed(title: string, period: string): boolean {
  return plain(title).includes(plain(period));
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s|度$/gu, '');
}
