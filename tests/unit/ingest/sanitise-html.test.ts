// Bodies from outside: hostile shapes come out harmless, honest HTML keeps its meaning, parts fit and join again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutBodyParts, htmlToText, sanitiseHtml } from '#hub/ingest/sanitise-html.ts';
import { textToHtml } from '#hub/ingest/text-to-html.ts';
import { xssShapes } from './xss-shapes.ts';

const allowedTags = new Set(
  'h2 h3 h4 h5 h6 p blockquote pre hr br ul ol li dl dt dd table caption thead tbody tfoot tr th td a strong em u s sub sup code img'.split(
    ' ',
  ),
);
const allowedAttribute =
  /^(?:href="(?:https?:|mailto:|tel:)[^"]*"|rel="noopener noreferrer nofollow"|id="(?:art|sec)-[\d-]+"|src="data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+"|alt="[^"]*"|(?:col|row)span="\d+"|scope="(?:row|col)"|start="\d+")$/u;

/** Every tag and attribute is on the list, judged without any parser of ours. */
function expectHarmless(html: string): void {
  for (const [, name = '', attributes = ''] of html.matchAll(/<\/?([^\s/>]+)([^>]*)>/gu)) {
    expect(allowedTags).toContain(name);
    for (const attribute of attributes.replace(/\/$/u, '').match(/[^\s=]+(?:="[^"]*")?/gu) ?? []) {
      expect(attribute).toMatch(allowedAttribute);
    }
  }
  expect(html.replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>/gu, '')).not.toMatch(/[<>]/u);
}

describe('sanitise › hostile HTML', () => {
  test('the list is long enough', () => expect(xssShapes.length).toBeGreaterThanOrEqual(40));

  test.each(xssShapes)('%s', (shape) => {
    expectHarmless(sanitiseHtml(shape).html);
    expectHarmless(sanitiseHtml(`<p>前${shape}后</p>`).html);
    expectHarmless(sanitiseHtml(`<table><tr><td>${shape}</td></tr></table>`).html);
  });

  test('shapes thrown together at random › still harmless, and cleaning twice is cleaning once', () => {
    const piece = fc.oneof(
      fc.constantFrom(...xssShapes),
      fc.string({ maxLength: 10 }),
      fc.constantFrom('<p>', '</p>', '<td', '"', '>', '<!--', '-->'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const { html } = sanitiseHtml(pieces.join(''));
        expectHarmless(html);
        expect(sanitiseHtml(html).html).toBe(html);
      }),
      { numRuns: 300 },
    );
  });

  test('thousands of nested tags › it answers, and what it answers is bounded', () => {
    const { html } = sanitiseHtml(`${'<blockquote>'.repeat(20_000)}x${'</blockquote>'.repeat(20_000)}`);
    expect(html.length).toBeLessThan(100_000);
  });

  test('nesting beyond all sense › the words stay, in place of the parser’s patience', () => {
    for (const tag of ['div', 'span', 'x-y', 'ul><li', 'table><tr><td']) {
      const { text } = sanitiseHtml(`${`<${tag}>`.repeat(200_000)}甲${'</div>'.repeat(200_000)}<p>乙</p>`);
      expect(text.replace(/\s/gu, '')).toBe('甲乙');
    }
  });
});

describe('sanitise › honest HTML', () => {
  test('words, tables, links and anchors stay', () => {
    const { html, text } = sanitiseHtml(
      '<div class="c"><h1>标题</h1><p id="art-3">第三条 <b>粗</b></p><table><tr><td colspan="2">甲</td></tr></table><a href="tel:0600-1">电话</a></div>',
    );
    expect(html).toBe(
      '<h2>标题</h2><p id="art-3">第三条 <strong>粗</strong></p><table><tr><td colspan="2">甲</td></tr></table><p><a href="tel:0600-1" rel="noopener noreferrer nofollow">电话</a></p>',
    );
    expect(text).toBe('标题\n第三条 粗\n甲\n电话');
  });

  test('loose text and nested paragraphs › they become flat paragraphs', () => {
    expect(sanitiseHtml('<div>甲<div>乙</div>丙</div><p></p><p>&nbsp;</p>').html).toBe(
      '<p>甲</p><p>乙</p><p>丙</p>',
    );
  });

  test('a link that loses its address › its words stay and what follows keeps its shape', () => {
    expect(sanitiseHtml('<p>甲<a href="javascript:x">乙</a></p><ol><li>三</li><li>四</li></ol>').html).toBe(
      '<p>甲乙</p><ol><li>三</li><li>四</li></ol>',
    );
  });

  test('pictures › small embedded ones stay, large ones are counted and dropped', () => {
    const small = `<img src="data:image/png;base64,${'A'.repeat(100)}">`;
    const large = `<img src="data:image/png;base64,${'A'.repeat(30_000)}">`;
    expect(sanitiseHtml(small + large)).toMatchObject({ droppedImages: 1 });
    expect(sanitiseHtml(small).html).toContain('<img');
  });

  test('entities › text reads them, markup keeps them', () => {
    const { html, text } = sanitiseHtml('<p>1 &lt; 2 &amp;amp; 3</p>');
    expect(html).toBe('<p>1 &lt; 2 &amp;amp; 3</p>');
    expect(text).toBe('1 < 2 &amp; 3');
  });

  test('table cells › their paragraphs stay on the line of the row', () => {
    expect(
      htmlToText('<table><tr><td><p>甲</p><p>乙</p></td><td>丙</td></tr><tr><td>丁</td></tr></table>'),
    ).toBe('甲 乙 丙\n丁');
  });
});

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('body parts', () => {
  const sentence = '本条规定的事项由主管部门负责，具体办法另行制定。';
  const long = {
    paragraph: `<p id="art-1">${sentence.repeat(2_000)}</p>`,
    bold: `<p><strong>${sentence.repeat(2_000)}</strong></p>`,
    unbroken: `<p>${'字'.repeat(60_000)}</p>`,
    entities: `<p>${'&amp;'.repeat(30_000)}</p>`,
    list: `<ol start="5">${`<li>${sentence}</li>`.repeat(2_000)}</ol>`,
    table: `<table><thead><tr><th>甲</th></tr></thead><tbody>${`<tr><td>${sentence}</td></tr>`.repeat(2_000)}</tbody></table>`,
    cell: `<table><tbody><tr><td><p>${sentence.repeat(3_000)}</p></td></tr></tbody></table>`,
    deep: `<p>${'<em>'.repeat(60)}${sentence.repeat(2_000)}${'</em>'.repeat(60)}</p>`,
  };

  test.each(Object.entries(long))(
    'one oversized %s › every part fits, is whole HTML and no word is lost',
    (_, html) => {
      const clean = sanitiseHtml(html).html;
      const parts = cutBodyParts(clean);
      expect(parts.length).toBeGreaterThan(1);
      for (const part of parts) {
        expect(bytes(part)).toBeLessThanOrEqual(24 * 1024);
        expect(sanitiseHtml(part).html).toBe(part);
      }
      const words = (text: string) => htmlToText(text).replace(/[\s甲]/gu, '');
      expect(parts.map(words).join('')).toBe(words(clean));
    },
  );

  test('a table that is split › its header is repeated; a list goes on counting', () => {
    for (const part of cutBodyParts(long.table)) expect(part).toContain('<th>甲</th>');
    const starts = cutBodyParts(long.list).map((part) => Number(/start="(\d+)"/u.exec(part)?.[1]));
    expect(starts[0]).toBe(5);
    expect(starts[1]).toBeGreaterThan(5);
  });

  test('an anchor › it stays on the first piece only', () => {
    expect(
      cutBodyParts(long.paragraph)
        .join('')
        .match(/id="art-1"/gu),
    ).toHaveLength(1);
  });

  test('ordinary bodies › joined parts are the body', () => {
    const body = textToHtml(
      Array.from({ length: 900 }, (_, index) => `第${index + 1}条 ${sentence.repeat(3)}`).join('\n'),
    );
    const parts = cutBodyParts(body);
    expect(parts.join('')).toBe(body);
    expect(parts.every((part) => bytes(part) <= 24 * 1024)).toBe(true);
  });

  test('nothing › no parts', () => expect(cutBodyParts('')).toEqual([]));

  test('any sanitised HTML and any bound › parts fit and keep the words', () => {
    const text = fc.string({ maxLength: 60 });
    const block = fc.oneof(
      text.map((inner) => `<p>${inner}</p>`),
      text.map((inner) => `<ul><li>${inner}</li><li><strong>${inner}</strong></li></ul>`),
      text.map((inner) => `<table><tr><th>${inner}</th></tr><tr><td>${inner}</td></tr></table>`),
      text,
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        const { html } = sanitiseHtml(blocks.join(''));
        const parts = cutBodyParts(html, 8_000);
        for (const part of parts) expect(bytes(part)).toBeLessThanOrEqual(8_000);
        expect(htmlToText(parts.join(''))).toBe(htmlToText(html));
      }),
    );
  });
});

describe('plain text as HTML', () => {
  test('chapters and articles › they get headings and anchors, everything is escaped', () => {
    expect(
      textToHtml(
        '第一章　总则\n第一条 为了<b>规范</b>\n第一百二十条之一 甲\n\n一、总体要求\n第二条的规定适用于此。',
      ),
    ).toBe(
      '<h2>第一章　总则</h2><p id="art-1">第一条 为了&lt;b&gt;规范&lt;/b&gt;</p><p id="art-120-1">第一百二十条之一 甲</p><h3>一、总体要求</h3><p>第二条的规定适用于此。</p>',
    );
  });

  test('an article quoted again › the anchor is given once', () => {
    expect(textToHtml('第一条 甲\n第一条 乙').match(/id=/gu)).toHaveLength(1);
  });

  test('any text › its HTML needs no sanitising', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const html = textToHtml(text);
        expectHarmless(html);
      }),
    );
  });
});
