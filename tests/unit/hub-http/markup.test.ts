// Escaping in templates: whatever is interpolated comes out as text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Content, escapeHtml, html, trusted } from '#hub/phone/markup.ts';

describe('html templates', () => {
  it('any text › no character that could end an element or attribute survives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"'`]/);
        expect(html`<p title="${text}">${text}</p>`.text.match(/[<>"]/g)).toHaveLength(6);
      }),
    );
  });

  it('any text › undoing the entities gives it back', () => {
    const undo = (text: string) =>
      text.replace(/&(?:amp|lt|gt|quot|#39|#96);/g, (entity) => {
        const known = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#96;': '`' };
        return known[entity as keyof typeof known];
      });
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(undo(escapeHtml(text))).toBe(text);
      }),
    );
  });

  it('nested markup › it is kept, lists are joined, absence leaves nothing', () => {
    const items: readonly Content[] = ['<a>', trusted('<b></b>'), null, undefined, false, 3];
    expect(html`[${items}]`.text).toBe('[&lt;a&gt;<b></b>3]');
  });
});
