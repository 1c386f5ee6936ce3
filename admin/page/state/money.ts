// Amounts of money as people read them.
import { deskLanguage } from '../i18n/index.ts';

/** Fen as yuan, with fen only where there are any. */
export const yuan = (fen: number): string =>
  new Intl.NumberFormat(deskLanguage.value, {
    style: 'currency',
    currency: 'CNY',
    minimumFractionDigits: fen % 100 === 0 ? 0 : 2,
  }).format(fen / 100);
