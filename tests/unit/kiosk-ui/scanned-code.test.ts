// Which texts of a scanner are hand-off codes, and which are words to look for.
import { describe, expect, it } from 'vitest';
import { parseScan } from '#kiosk/state/scanned-code.ts';

describe('parseScan › when a scanner typed something', () => {
  it.each([
    'http://hub.linxi.example:8080/m/K7M2Q9X4-3',
    'HTTPS://HUB.LINXI.EXAMPLE/M/K7M2Q9X4-3',
    'K7M2Q9X4-3',
    'k7m2q9x4-3',
  ])('it takes %s for a record', (text) => {
    expect(parseScan(text)).toEqual({ code: 'K7M2Q9X4', version: 3 });
  });

  it.each(['社会保障卡', '林政发〔2024〕12号', 'http://hub.linxi.example/', '9787020002207'])(
    'it takes %s for words',
    (text) => {
      expect(parseScan(text)).toBeNull();
    },
  );
});
