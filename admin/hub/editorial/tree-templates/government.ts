// 政务公开: the regulation's own items, and the 26 fields of the standard catalogues.
import { articleNodes } from './government-articles.ts';
import { fieldNodes } from './government-fields.ts';
import type { TemplateSource } from './template-source.ts';

export const government: TemplateSource = {
  id: 'government',
  title: '政务公开',
  basis: '《中华人民共和国政府信息公开条例》第十九条至第二十一条',
  defaults: {
    channels: ['website', 'reading-point', 'service-centre', 'library', 'archive'],
    tiers: ['county', 'township'],
  },
  nodes: [...articleNodes, ...fieldNodes],
};
