// English words of the desk about what is shown for a time only.
import type { zhCNShown } from './zh-CN-shown.ts';

export const enShown: Readonly<Record<keyof typeof zhCNShown, string>> = {
  'shown.title': 'Shown for a time (Beijing time; empty: always)',
  'shown.from': 'Shown from',
  'shown.until': 'Shown until',
  'shown.state.always': 'Shown as long as it is public.',
  'shown.state.waiting': 'Planned: once published it waits on the terminals and appears by itself at {from}.',
  'shown.state.showing':
    'Visible once published; it goes by itself at {until}, also on terminals without a network.',
  'shown.state.endless': 'Its time has come: visible once published.',
  'shown.state.over': 'Its time was over at {until}: it is not shown, published or not.',
  'detail.notice.withdrawsAtEnd': 'Goes by itself when the period ends',
  'detail.notice.objection': 'Where objections are received',
};
