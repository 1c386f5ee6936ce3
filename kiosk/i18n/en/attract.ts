// English words of the screen nobody uses: the invitation, what is new, when the hall is open.

import type { attractZh } from '../zh/attract.ts';
import type { Translated } from '../zh/index.ts';

export const attractEn: Translated<typeof attractZh> = {
  'attract.label': 'Waiting screen',
  'attract.touch': 'Touch the screen to begin',
  'attract.touchLine': 'Policies, notices and how to get things done. No sign-in; cleared when you leave',
  'attract.notices': 'On display now',
  'attract.newest': 'Newly published',
  'attract.topics': 'Topics with the most content',
  'attract.topicsLine': 'By the number of published items',
  'attract.held': 'What you can find here',
  'attract.hall': 'This hall',
  'attract.hours': 'Opening hours',
  'attract.address': 'Address',
  'attract.phone': 'Phone',
  'attract.count': '{count|item|items}',
  'attract.published': 'Published {date}',
  'attract.preparing': 'Content is being prepared and will be here shortly',
  'opening.until': 'Open today until {time}',
  'opening.always': 'Open all day',
  'opening.later': 'Opens today at {time}',
  'opening.over': 'Closed for today',
  'opening.closedToday': 'Not open today',
};
