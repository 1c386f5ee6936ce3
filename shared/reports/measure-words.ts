// What bulletins call what they count, in the words of official papers and in English.
import type { Language } from '../errors/app-error.ts';
import type { Measure } from './score.ts';

export const measureWords: Readonly<Record<Language, Readonly<Record<Measure, string>>>> = {
  'zh-CN': {
    published: '主动公开',
    'on-time': '按时公开',
    overdue: '逾期',
    stale: '应更新未更新',
    uncovered: '应公开未公开',
    adopted: '采纳意见',
  },
  en: {
    published: 'Published',
    'on-time': 'On time',
    overdue: 'Overdue',
    stale: 'Not kept up',
    uncovered: 'Not public yet',
    adopted: 'Opinions adopted',
  },
};
