// Which wishes are for the same thing: a topic of the list, or words that say the same but for how they ask.
import type { OutboxItem } from '#shared/protocol/outbox-api.ts';

/** What people put before and behind what they mean. */
const asking =
  /^(?:我|们|想|要|请|求|能否|能不能|是否|可以|可否|希望|建议|要求|应当|应该|多|公开|公布|查询|查找|查看|查|看看|看|知道|了解|一下|关于|有关|本区|我区|全区|的)+/u;
const tail = /(?:的|相关|有关|方面|具体|详细|这方面|信息|情况|内容|资料|文件|公开|吗|呢|吧|谢谢)+$/u;

/** `topic:<id>` or `words:<key>`. */
export function wishKey({
  topicId,
  words,
}: Pick<Extract<OutboxItem, { kind: 'wish' }>, 'topicId' | 'words'>): string {
  return topicId === null ? `words:${wordsKey(words)}` : `topic:${topicId}`;
}

function wordsKey(words: string): string {
  const bare = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const meant = bare.replace(asking, '').replace(tail, '');
  return meant.length >= 2 ? meant : bare;
}
