// Errors of the portal connection: fetching feeds, reading them, and what portals push.
import { defineMessages } from './message.ts';

export const feedMessages = defineMessages({
  'feeds.bad-address': {
    zh: '地址“{address}”不能使用：只接受以 http:// 或 https:// 开头、不带用户名和密码的地址。',
    en: 'The address “{address}” cannot be used: only http:// or https:// addresses without a user name are accepted.',
    status: 400,
  },
  'feeds.address-refused': {
    zh: '“{host}”指向本机、内网或保留的网络地址，没有连接。确实是本单位内网门户的，请管理员把它加入这个来源的“允许的内网主机”。',
    en: '“{host}” leads to this machine, a private network or a reserved address and was not contacted. If it is your own intranet portal, an administrator can add it to the allowed hosts of this source.',
    status: 400,
  },
  'feeds.host-unknown': {
    zh: '找不到主机“{host}”。请检查地址和网络。',
    en: 'The host “{host}” was not found. Check the address and the network.',
    status: 502,
  },
  'feeds.unreachable': {
    zh: '连不上“{host}”。过一会儿会自动再试。',
    en: '“{host}” could not be reached. It is tried again later.',
    status: 502,
  },
  'feeds.too-slow': {
    zh: '“{host}”在 {seconds} 秒内没有答完，已停止接收。',
    en: '“{host}” did not finish answering within {seconds} seconds; it was cut off.',
    status: 502,
  },
  'feeds.too-large': {
    zh: '“{host}”的回答超过 {limit}，已停止接收。',
    en: 'The answer of “{host}” is larger than {limit}; it was cut off.',
    status: 502,
  },
  'feeds.redirects': {
    zh: '“{host}”转来转去超过 {limit} 次，或者转回了原处。',
    en: '“{host}” redirects more than {limit} times, or in a circle.',
    status: 502,
  },
  'feeds.status': {
    zh: '“{host}”回答了状态 {status}。',
    en: '“{host}” answered with status {status}.',
    status: 502,
  },
  'feeds.gone': {
    zh: '“{host}”说这个地址已永久取消（410），已停止读取。',
    en: '“{host}” says this address is gone for good (410); polling has stopped.',
    status: 502,
  },
  'feeds.wrong-type': {
    zh: '“{host}”的回答是 {type}，不是 RSS、Atom 或 JSON。',
    en: '“{host}” answered with {type}, which is no RSS, Atom or JSON.',
    status: 502,
  },
  'feeds.broken-encoding': {
    zh: '“{host}”的回答解不开压缩，或者压缩方式不认识。',
    en: 'The compressed answer of “{host}” is damaged or of an unknown kind.',
    status: 502,
  },
  'feeds.not-a-feed': {
    zh: '读到的不是 RSS、Atom、JSON Feed，也不是 JSON 列表。如果是网页，请找它的订阅地址。',
    en: 'What was read is no RSS, Atom, JSON Feed or JSON list. If it is a web page, look for the address of its feed.',
    status: 502,
  },
  'feeds.broken-xml': {
    zh: 'XML 有错误（第 {line} 行），没有读入任何条目。',
    en: 'The XML is broken (line {line}); nothing was taken from it.',
    status: 502,
  },
  'feeds.entities': {
    zh: 'XML 里定义了实体，可能是攻击，没有读入任何条目。',
    en: 'The XML defines entities of its own, which may be an attack; nothing was taken from it.',
    status: 502,
  },
  'feeds.too-deep': {
    zh: '内容嵌套超过 {limit} 层，没有读入任何条目。',
    en: 'The content is nested deeper than {limit} levels; nothing was taken from it.',
    status: 502,
  },
  'feeds.broken-json': {
    zh: 'JSON 有错误，没有读入任何条目。',
    en: 'The JSON is broken; nothing was taken from it.',
    status: 502,
  },
  'feeds.no-list': {
    zh: 'JSON 里找不到列表“{path}”。请在映射里指明列表在哪里。',
    en: 'The JSON has no list at “{path}”. Say in the mapping where the list is.',
    status: 502,
  },
  'feeds.bad-text': {
    zh: '文字编码有误：有认不出的字符。',
    en: 'The text is wrongly encoded: some characters could not be read.',
    status: 502,
  },
  'feeds.truncated': {
    zh: '条目太多，只读了前 {limit} 条。',
    en: 'There are too many items; only the first {limit} were read.',
    status: 200,
  },
  'feeds.item-no-title': {
    zh: '条目没有标题，没有收入。',
    en: 'The item has no title and was not taken.',
    status: 400,
  },
  'feeds.item-no-id': {
    zh: '条目没有编号也没有链接，无法辨认，没有收入。',
    en: 'The item has neither an id nor a link, so it cannot be told apart, and was not taken.',
    status: 400,
  },
  'feeds.item-twice': {
    zh: '与第 {row} 条编号相同，只收第一条。',
    en: 'It has the same id as item {row}; only the first was taken.',
    status: 400,
  },
  'feeds.item-date': {
    zh: '日期“{text}”读不出来，已留空。',
    en: 'The date “{text}” could not be read and was left out.',
    status: 400,
  },
  'feeds.item-field': {
    zh: '“{field}”的内容不合要求。',
    en: '“{field}” is not as required.',
    status: 400,
  },
  'feeds.item-unknown-node': {
    zh: '目录里没有节点“{node}”。',
    en: 'The catalogue tree has no node “{node}”.',
    status: 400,
  },
  'feeds.item-staff-text-kept': {
    zh: '门户和工作人员都改过这一条；门户改动的字段以门户为准，工作人员的文字在历史版本里。',
    en: 'Both the portal and staff changed this item; fields the portal changed follow the portal, the words of staff are in the version history.',
    status: 200,
  },
  'feeds.article-missing': {
    zh: '文章页里找不到正文（{name}），用了门户摘要里的文字。',
    en: 'The article page has no element {name}; the words of the feed were taken instead.',
    status: 200,
  },
  'feeds.article-later': {
    zh: '还有 {count} 条等下一次再读文章页。',
    en: '{count} items wait for the next time to have their article pages read.',
    status: 200,
  },
  'feeds.hosts-not-yours': {
    zh: '允许连接内网主机要由系统管理员决定。',
    en: 'Only a system administrator may allow hosts of the own network.',
    status: 403,
  },
  'feeds.bad-host': {
    zh: '“{host}”不是主机名。请写成 portal.lan 或 10.1.2.3:8080 的样子。',
    en: '“{host}” is no host. Write it like portal.lan or 10.1.2.3:8080.',
    status: 400,
  },
  'feeds.bad-token': {
    zh: '令牌不对、已停用，或者没有带上。',
    en: 'The token is wrong, revoked or missing.',
    status: 401,
  },
  'feeds.key-reused': {
    zh: '这个 Idempotency-Key 已用于另一份内容。新的内容请换一个。',
    en: 'This Idempotency-Key was used for other content. Use a new one for new content.',
    status: 422,
  },
  'feeds.bad-key': {
    zh: 'Idempotency-Key 应是 1 到 200 个可见字符。',
    en: 'An Idempotency-Key has 1 to 200 visible characters.',
    status: 400,
  },
});
