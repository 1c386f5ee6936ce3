// Reading feeds of every format, and refusing those made to harm: nothing is expanded, nothing is endless.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleElement } from '#hub/feeds/incoming/article-element.ts';
import { mapItem } from '#hub/feeds/incoming/map-item.ts';
import { readFeed } from '#hub/feeds/incoming/read-feed.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { FeedMapping } from '#shared/protocol/feeds-api.ts';
import { rss, rssItem } from './hostile-portal.ts';

const read = (body: string | Uint8Array, contentType = '', itemsPath: string | null = null) =>
  readFeed(
    {
      bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
      contentType,
      host: 'portal.example',
    },
    itemsPath,
  );
function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : String(thrown);
  }
  return 'nothing thrown';
}
const plain: FeedMapping = { itemsPath: null, fields: {}, article: null };
const base = new URL('http://portal.example/feed');
const mapped = (body: string | Uint8Array, mapping = plain, contentType = '') =>
  read(body, contentType, mapping.itemsPath).items.map(
    (item, at) => mapItem(item, at + 1, { mapping, base, today: '2026-11-26' }).mapped,
  );

const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
<title>政策文件</title><at:deleted-entry ref="urn:gone" when="2026-01-01T00:00:00Z"/>
<entry><id>urn:1</id><title type="html">关于&lt;b>供水&lt;/b>的通知</title><link rel="edit" href="/edit"/><link href="/1.html"/>
<published>2026-11-20T17:30:00Z</published><category term="城市管理"/><category term="供水"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>一、<em>停水</em> 4 &lt; 5</p></div></content></entry></feed>`;
const rss1 = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dcx="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>旧门户</title></channel><item rdf:about="http://portal.example/7"><title>七</title><dcx:date>2026-01-07</dcx:date></item></rdf:RDF>`;
const jsonFeed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'JSON',
  items: [
    {
      id: '1',
      url: '/1',
      title: '一',
      content_html: '<p>正文</p>',
      summary: '摘要',
      date_published: '2026-11-20T01:00:00+08:00',
      tags: ['甲', '乙'],
    },
  ],
});

describe('reading a feed › when it is one of the known formats', () => {
  it('RSS 2.0 gives its items with content and dates of the day in China', () => {
    const feed = read(
      rss(
        rssItem(
          '1',
          '通知',
          '<pubDate>Fri, 20 Nov 2026 17:30:00 GMT</pubDate><content:encoded><![CDATA[<p>一</p>]]></content:encoded><description>概述</description>',
        ),
      ),
      'application/rss+xml',
    );
    expect(feed).toMatchObject({ format: 'rss', title: '市政府门户', isTruncated: false });
    expect(
      mapped(
        rss(
          rssItem(
            '1',
            '通知',
            '<pubDate>Fri, 20 Nov 2026 17:30:00 GMT</pubDate><content:encoded><![CDATA[<p>一</p>]]></content:encoded><description>概述</description>',
          ),
        ),
      ),
    ).toEqual([
      {
        ...{ id: '1', title: '通知', link: 'http://portal.example/1', publishedOn: '2026-11-21', date: null },
        ...{ docNo: null, indexNo: null, topic: null, genre: null, keywords: [] },
        ...{ summary: '概述', bodyHtml: '<p>一</p>' },
      },
    ]);
  });

  it('Atom gives XHTML as HTML, the alternate link, categories together, and what was deleted', () => {
    expect(read(atom)).toMatchObject({ format: 'atom', title: '政策文件', deleted: ['urn:gone'] });
    expect(mapped(atom)[0]).toMatchObject({
      ...{
        id: 'urn:1',
        title: '关于供水的通知',
        link: 'http://portal.example/1.html',
        publishedOn: '2026-11-21',
      },
      ...{ topic: '城市管理、供水', bodyHtml: '<div><p>一、<em>停水</em> 4 &lt; 5</p></div>' },
    });
  });

  it('RSS 1.0 is told by its address, whatever prefixes it chose', () => {
    expect(mapped(rss1)[0]).toMatchObject({
      id: 'http://portal.example/7',
      title: '七',
      publishedOn: '2026-01-07',
    });
  });

  it('JSON Feed gives its items', () => {
    expect(read(jsonFeed).format).toBe('json-feed');
    expect(mapped(jsonFeed)[0]).toMatchObject({
      ...{ id: '1', link: 'http://portal.example/1', publishedOn: '2026-11-20', summary: '摘要' },
      ...{ bodyHtml: '<p>正文</p>', keywords: ['甲', '乙'] },
    });
  });

  it('a plain list is found by itself, or where the mapping says, and fields are taken by path', () => {
    const body = JSON.stringify({
      code: 0,
      payload: { rowList: [{ meta: { no: 'A-1' }, bt: '标题', fwsj: '2026年3月5日' }] },
    });
    expect(codeOf(() => read(body))).toBe('feeds.no-list');
    const mapping: FeedMapping = {
      ...{ itemsPath: 'payload.rowList', article: null },
      fields: { id: 'meta.no', title: 'bt', date: 'fwsj' },
    };
    expect(mapped(body, mapping)[0]).toMatchObject({ id: 'A-1', title: '标题', date: '2026-03-05' });
    expect(read(JSON.stringify({ data: { list: [{ id: 1 }] } })).items[0]?.get('id')).toBe('1');
  });
});

describe('reading a feed › when its text is encoded in some way', () => {
  const xml = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><item><guid>1</guid><title>\u0000</title></item></channel></rss>`;
  const gb = (label: string) => {
    const [before = '', after = ''] = xml(label).split('\u0000');
    return Buffer.concat([Buffer.from(before), Buffer.from([0xb9, 0xab, 0xbf, 0xaa]), Buffer.from(after)]);
  };
  const utf8 = (label: string) => xml(label).replace('\u0000', '公开');
  it.each([
    ['by header', gb('x'), 'text/xml; charset=GB2312'],
    ['by declaration', gb('GBK'), 'text/xml'],
    ['by looks', gb('gb18030'), ''],
    ['UTF-8 by mark, against a wrong header', Buffer.from(`\ufeff${utf8('gbk')}`), 'text/xml; charset=gbk'],
    ['UTF-16 by mark', Buffer.from(`\ufeff${utf8('utf-16')}`, 'utf16le'), ''],
    ['UTF-8 without a word', Buffer.from(utf8('UTF-8')), ''],
  ])('%s › it reads the same', (_how, bytes, type) => {
    expect(read(bytes, type).items[0]?.get('title')).toBe('公开');
  });

  it.each([
    [
      'broken UTF-8',
      Buffer.concat([Buffer.from(rss('')), Buffer.from([0xff, 0xfe, 0xfd])]),
      'text/xml; charset=utf-8',
    ],
    ['an unknown encoding', Buffer.from(rss('')), 'text/xml; charset=klingon'],
    ['zero bytes', Buffer.from(`${rss('')}\u0000`), 'text/xml'],
  ])('%s › it is refused rather than stored as question marks', (_how, bytes, type) => {
    expect(codeOf(() => read(bytes, type))).toBe('feeds.bad-text');
  });
});

describe('reading a feed › when it was made to harm', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]><rss><channel><item><title>&lol2;</title></item></channel></rss>`;
  const external = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&xxe;</title></item></channel></rss>`;
  it.each([
    ['billion laughs', laughs, 'feeds.entities'],
    ['an external entity', external, 'feeds.entities'],
    [
      'a parameter entity',
      '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://evil.example/">%p;]><rss/>',
      'feeds.entities',
    ],
    ['an entity nobody declared', rss('<title>&nbsp;</title>'), 'feeds.broken-xml'],
    ['tags that never close', '<rss><channel><item><title>x', 'feeds.broken-xml'],
    ['tags that cross', '<rss><channel></rss></channel>', 'feeds.broken-xml'],
    ['two roots', `${rss('')}<rss/>`, 'feeds.broken-xml'],
    ['an unbound prefix', '<rss><channel><item><x:y>1</x:y></item></channel></rss>', 'feeds.broken-xml'],
    ['elements without end', `<rss>${'<a>'.repeat(100_000)}`, 'feeds.too-deep'],
    ['lists without end', `[{"a":${'{"a":'.repeat(200)}1${'}'.repeat(200)}}]`, 'feeds.too-deep'],
    ['broken JSON', '{"items":[', 'feeds.broken-json'],
    ['JSON nested beyond reason', '['.repeat(500_000), 'feeds.broken-json'],
    ['JSON without a list', '{"items":{}}', 'feeds.no-list'],
    ['inherited names', '{"a":1}', 'feeds.no-list', 'constructor.name'],
    ['a web page', '<!DOCTYPE html><html><body>404</body></html>', 'feeds.not-a-feed'],
    ['another XML', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'feeds.not-a-feed'],
    ['plain words', 'hello', 'feeds.not-a-feed'],
    ['nothing', '', 'feeds.not-a-feed'],
  ])('%s › it is refused', (_what, body, code, path?: string) => {
    expect(codeOf(() => read(body, '', path ?? null))).toBe(code);
  });

  it.each(['image/png', 'application/pdf', 'video/mp4', 'application/zip'])(
    '%s › it is not even looked at',
    (type) => {
      expect(codeOf(() => read(rss(''), type))).toBe('feeds.wrong-type');
    },
  );

  it('the five entities of XML are characters', () => {
    expect(read(rss('<title>&lt;&gt;&amp;&quot;&apos;&#20844;</title>')).items[0]?.get('title')).toBe(
      `<>&"'公`,
    );
  });

  it('an endless list gives its first thousand items and says so', () => {
    const items = Array.from({ length: 1500 }, (_, at) => rssItem(String(at), `第${at}条`));
    const feed = read(rss(...items));
    expect(feed.items).toHaveLength(1000);
    expect(feed.isTruncated).toBe(true);
    const list = read(JSON.stringify(Array.from({ length: 1500 }, (_, id) => ({ id }))));
    expect([list.items.length, list.isTruncated]).toEqual([1000, true]);
  });

  it('an item with fields without end keeps some', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `<f${at}>x</f${at}>`).join('');
    expect(read(rss(many)).items[0]?.size).toBe(100);
  });

  it('whatever text comes, it is a feed or a refusal of our own', () => {
    const pieces = fc.constantFrom(
      '<rss>',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '&amp;',
      '&x;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '<!DOCTYPE',
      '[',
      '{',
      '"items":',
      '公',
      '\u0001',
      '</rss>',
      ' xmlns="http://www.w3.org/2005/Atom"',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
        const code = codeOf(() => read(parts.join('')));
        expect(code === 'nothing thrown' || code.startsWith('feeds.')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('mapping an item › when something is missing or wrong', () => {
  const map = (fields: Record<string, string>, mapping = plain) =>
    mapItem(new Map(Object.entries(fields)), 3, { mapping, base, today: '2026-11-26' });

  it.each([
    ['no title', { id: '1' }, 'title', 'feeds.item-no-title'],
    [
      'a title of markup alone',
      { id: '1', title: '<script></script> &nbsp;' },
      'title',
      'feeds.item-no-title',
    ],
    ['neither id nor link', { title: '一' }, 'id', 'feeds.item-no-id'],
    ['a link that is none', { title: '一', link: 'javascript:alert(1)' }, 'id', 'feeds.item-no-id'],
  ])('%s › it is refused with row and field', (_what, fields, column, code) => {
    expect(map(fields)).toEqual({ mapped: null, problems: [{ row: 3, column, code, details: {} }] });
  });

  it('a date that cannot be read is left out and said', () => {
    const { mapped: item, problems } = map({ id: '1', title: '一', pubDate: '昨天' });
    expect(item?.publishedOn).toBeNull();
    expect(problems).toMatchObject([{ row: 3, column: 'publishedOn', code: 'feeds.item-date' }]);
  });

  it('a field staff said is none stays empty, and the link serves as the id', () => {
    const mapping: FeedMapping = { ...plain, fields: { id: null, topic: null } };
    const { mapped: item } = map({ guid: 'x', title: '一', link: '/1', category: '甲' }, mapping);
    expect(item).toMatchObject({ id: 'http://portal.example/1', topic: null });
  });
});

describe('taking the article out of a page › when its element is named', () => {
  const page = `<html><head><style>#TRS{}</style><script>var a='<div id="TRS">no</div>';</script></head><body>
<!-- <div id="TRS">no</div> --><div class="nav"><div>x</div></div><div data-id="TRS"></div>
<div class='view TRS_Editor' id=TRS><p>一 <b title="a>b">二</b></p><div>三<div/></div><img src=x></div><p>尾</p></body></html>`;

  it.each([
    ['id', 'TRS'],
    ['class', 'TRS_Editor'],
  ] as const)('by %s › it takes the inside of that element alone', (by, name) => {
    expect(articleElement(page, { by, name })).toBe(
      '<p>一 <b title="a>b">二</b></p><div>三<div/></div><img src=x>',
    );
  });

  it('a page without it gives nothing, and one that never closes it gives the rest', () => {
    expect(articleElement(page, { by: 'id', name: 'TR' })).toBeNull();
    expect(articleElement('<div id="a"><p>一', { by: 'id', name: 'a' })).toBe('<p>一');
  });

  it('two megabytes made of the beginnings of tags hold no article, and end', () => {
    for (const piece of ["<a'", '<a "', '<!--', '<script', '<div id=', '<']) {
      expect(articleElement(piece.repeat(2_000_000 / piece.length), { by: 'id', name: 'a' })).toBeNull();
    }
  });
});
