// Errors of shaping the catalogue tree.
import { defineMessages } from './message.ts';

export const treeMessages = defineMessages({
  'tree.title-taken': {
    zh: '同一层已经有“{title}”。请换一个名称。没有保存。',
    en: '“{title}” is already there on the same level. Choose another name. Nothing was saved.',
    status: 409,
  },
  'tree.not-empty': {
    zh: '“{title}”下面还有 {nodes} 个分类、{records} 条内容，不能删除。先把它们移走。',
    en: '“{title}” still holds {nodes} nodes and {records} records and cannot be removed. Move them away first.',
    status: 409,
  },
  'tree.below-itself': {
    zh: '不能把“{title}”移到它自己的下面。没有改动。',
    en: '“{title}” cannot be moved below itself. Nothing was changed.',
    status: 409,
  },
  'tree.too-deep': {
    zh: '目录最多 {most} 层。没有改动。',
    en: 'The tree has at most {most} levels. Nothing was changed.',
    status: 409,
  },
});
