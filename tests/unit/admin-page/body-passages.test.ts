// Two people's work on one body comes together passage by passage, and never at the cost of either.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeBodies, splitPassages } from '#admin-page/state/body-passages.ts';
import { canJoin, joinField, mergeDrafts } from '#admin-page/state/merge-drafts.ts';
import { documentInput } from '#tests/support/temp-desk.ts';

const bodyOf = (...texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');

describe('splitPassages › when a body is cut into its blocks', () => {
  it('with lists, tables and pictures › every block stays whole and nothing is lost', () => {
    const blocks = [
      '<h2 id="a">一</h2>',
      '<ul><li><p>甲</p><ul><li>乙</li></ul></li></ul>',
      '<table><tbody><tr><td>丙<br></td></tr></tbody></table>',
      '<hr>',
      '<img src="data:image/gif;base64,AA" alt="图">',
      '<p>尾</p>',
    ];
    expect(splitPassages(blocks.join(''))).toEqual(blocks);
  });

  it('that is only words › they are one passage', () => {
    expect(splitPassages('只有字')).toEqual(['只有字']);
    expect(splitPassages(' ')).toEqual([]);
  });

  it('of whatever text › joined again it holds every character that is not blank', () => {
    fc.assert(
      fc.property(fc.string(), (html) => {
        expect(splitPassages(html).join('').replace(/\s/g, '')).toBe(html.replace(/\s/g, ''));
      }),
    );
  });
});

describe('mergeBodies › when two people changed one body', () => {
  const base = bodyOf('一', '二', '三', '四', '五');

  it('in passages apart › both changes are there, in their places', () => {
    const mine = bodyOf('一', '二改', '三', '四', '五');
    const theirs = bodyOf('一', '二', '三', '四改', '五', '六');
    expect(mergeBodies(base, mine, theirs)).toBe(bodyOf('一', '二改', '三', '四改', '五', '六'));
  });

  it('and one of them took a passage out › it is out, and the other change is in', () => {
    expect(mergeBodies(base, bodyOf('二', '三', '四', '五'), bodyOf('一', '二', '三', '四', '五五'))).toBe(
      bodyOf('二', '三', '四', '五五'),
    );
  });

  it('in the same passage or next to each other › it leaves the choice to them', () => {
    expect(
      mergeBodies(base, bodyOf('一', '二甲', '三', '四', '五'), bodyOf('一', '二乙', '三', '四', '五')),
    ).toBe(null);
    expect(
      mergeBodies(base, bodyOf('一', '二甲', '三', '四', '五'), bodyOf('一', '二', '三乙', '四', '五')),
    ).toBe(null);
  });

  it('and mine went through the editor › markup it adds is no change, and stays', () => {
    const table = '<table><tr><td>甲</td></tr></table>';
    const edited = '<table><tbody><tr><td colspan="1"><p>甲</p></td></tr></tbody></table>';
    const merged = mergeBodies(
      `${table}<p>一</p><p>二</p>`,
      `${edited}<p>一</p><p>二我</p>`,
      `${table}<p>头</p><p>一</p><p>二</p>`,
    );
    expect(merged).toBe(`${edited}<p>头</p><p>一</p><p>二我</p>`);
  });

  it('in whatever passages › a merge holds every passage either of them wrote', () => {
    const passages = fc.array(fc.integer({ min: 0, max: 9 }).map(String), { maxLength: 8 });
    fc.assert(
      fc.property(passages, passages, passages, (before, mine, theirs) => {
        const merged = mergeBodies(bodyOf(...before), bodyOf(...mine), bodyOf(...theirs));
        if (merged === null) return;
        const count = (all: readonly string[], text: string) => all.filter((one) => one === text).length;
        const held = splitPassages(merged).map((passage) => passage.replace(/<[^>]*>/g, ''));
        for (const text of new Set([...mine, ...theirs])) {
          const added = Math.max(0, count(mine, text) - count(before, text));
          expect(count(held, text)).toBeGreaterThanOrEqual(added);
          const addedByThem = Math.max(0, count(theirs, text) - count(before, text));
          expect(count(held, text)).toBeGreaterThanOrEqual(addedByThem);
        }
      }),
    );
  });
});

describe('mergeDrafts › when both worked on the body', () => {
  const base = documentInput('a-1', { bodyHtml: bodyOf('一', '二', '三') });

  it('in different passages › there is nothing to choose', () => {
    const { content, clashes } = mergeDrafts(
      base,
      { ...base, bodyHtml: bodyOf('一我', '二', '三') },
      { ...base, bodyHtml: bodyOf('一', '二', '三他') },
    );
    expect(clashes).toEqual([]);
    expect(content.bodyHtml).toBe(bodyOf('一我', '二', '三他'));
  });

  it('in the same passage › mine is held, the body is named, and both can be kept', () => {
    const mine = { ...base, bodyHtml: bodyOf('一我', '二', '三') };
    const theirs = { ...base, bodyHtml: bodyOf('一他', '二', '三') };
    const { content, clashes } = mergeDrafts(base, mine, theirs);
    expect([content.bodyHtml, clashes]).toEqual([mine.bodyHtml, ['bodyHtml']]);
    expect(joinField('bodyHtml', mine, theirs)).toEqual({ bodyHtml: mine.bodyHtml + theirs.bodyHtml });
  });
});

describe('joinField › when a field can hold both', () => {
  it('as a list › what both have is there once', () => {
    const mine = documentInput('a-1', { keywords: ['一', '二'] });
    const theirs = documentInput('a-1', { keywords: ['二', '三'] });
    expect(joinField('keywords', mine, theirs)).toEqual({ keywords: ['一', '二', '三'] });
  });

  it('only those with room for two are offered', () => {
    expect(canJoin('summary')).toBe(true);
    expect(canJoin('title')).toBe(false);
  });
});
