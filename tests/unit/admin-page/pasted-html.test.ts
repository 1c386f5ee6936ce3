// What comes from the clipboard is plain before it is parsed, and its words are all there.
import { describe, expect, it } from 'vitest';
import { cleanPastedHtml } from '#admin-page/state/pasted-html.ts';
import { withTableHeads } from '#admin-page/state/table-heads.ts';
import { xssShapes } from '../ingest/xss-shapes.ts';

describe('cleanPastedHtml › when something is pasted', () => {
  it('from a word processor › structure and words stay, its styles and own tags go', () => {
    const pasted =
      '<html><head><style>p{color:red}</style></head><body lang=ZH><!--[if gte mso 9]><xml>x</xml><![endif]-->' +
      '<p class=MsoNormal style="margin:0" onclick="x()"><b>一、</b><o:p>总则</o:p></p>' +
      '<table border=1><tr><td colspan="2" style="width:9pt">甲</td></tr></table></body></html>';
    expect(cleanPastedHtml(pasted)).toBe(
      '<p><b>一、</b>总则</p><table><tr><td colspan="2">甲</td></tr></table>',
    );
  });

  it('from the editor itself › its own mark stays', () => {
    const slice = '<p data-pm-slice="1 1 []">文</p>';
    expect(cleanPastedHtml(slice)).toBe(slice);
  });

  it('with links and pictures › only those a body may hold stay', () => {
    expect(cleanPastedHtml('<a href="https://e.org" target=_blank>甲</a><a href="javascript:x">乙</a>')).toBe(
      '<a href="https://e.org">甲</a><a>乙</a>',
    );
    expect(cleanPastedHtml('<img src="https://e.org/a.png">前<img src="data:image/png;base64,AA==">')).toBe(
      '前<img src="data:image/png;base64,AA==">',
    );
  });

  it.each(xssShapes)('like %s › no tag keeps a handler, a style or a foreign address', (shape) => {
    for (const [tag] of cleanPastedHtml(shape).matchAll(/<[a-z][^>]*>/gi))
      expect(tag).not.toMatch(/\son\w+=|\sstyle=|javascript:|evil\.example|<script|srcdoc/i);
  });

  it.each(['<', '<a ', '"', '<!--', '<style>', '<p a="', '=', '>', '<table><caption>'])(
    'that repeats %s without end › it comes to an end',
    (piece) => {
      expect(cleanPastedHtml(piece.repeat(50_000)).length).toBeLessThan(5_000_000);
    },
  );

  it('with a tag hidden in an attribute › nothing comes together when it is taken out', () => {
    expect(cleanPastedHtml('<p onclick="x()" title="<img>">文</p>')).not.toMatch(/<p/);
  });
});

describe('withTableHeads › when the editor gives a table', () => {
  it.each([
    [
      'whose first row has header cells only',
      '<table><tbody><tr><th><p>甲</p></th></tr><tr><td><p>乙</p></td></tr></tbody></table>',
      '<table><thead><tr><th><p>甲</p></th></tr></thead><tbody><tr><td><p>乙</p></td></tr></tbody></table>',
    ],
    [
      'that is a head alone',
      '<table><caption>表</caption><tbody><tr><th>甲</th><th>乙</th></tr></tbody></table>',
      '<table><caption>表</caption><thead><tr><th>甲</th><th>乙</th></tr></thead></table>',
    ],
    [
      'with a header cell at the side',
      '<table><tbody><tr><th>甲</th><td>乙</td></tr></tbody></table>',
      '<table><tbody><tr><th>甲</th><td>乙</td></tr></tbody></table>',
    ],
  ])('%s › it sets the head apart or leaves it', (_what, given, wanted) => {
    expect(withTableHeads(given)).toBe(wanted);
  });
});
