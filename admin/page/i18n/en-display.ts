// The words of the venue's display settings in English.
import type { zhCNDisplay } from './zh-CN-display.ts';

export const enDisplay: Record<keyof typeof zhCNDisplay, string> = {
  'display.title': 'How screens look and when they are awake',
  'display.lead': 'Every terminal and wall screen follows these settings from the next publish on.',
  'display.accent': 'Main colour',
  'display.accentPick': 'Pick the main colour',
  'display.accentOwn': 'Back to the usual colour',
  'display.accentSample': 'To my phone',
  'display.accentHint':
    'Used for buttons, links and headings. Its contrast is {ratio}; at least {least} is needed to be read.',
  'display.emblem': 'Emblem',
  'display.emblemHint':
    'One or two characters beside the name. Left empty, the sign of a window stands there.',
  'display.opening': 'Opening hours',
  'display.openingHint':
    'Screens say from these whether the hall is open today and until when. An end before the start runs into the next day; two equal times are a whole day. Left empty, nothing is said.',
  'display.quiet': 'Quiet hours',
  'display.quietHint':
    'Screens nobody uses go dark in these hours and show a clock only; a touch wakes them.',
  'display.plan': 'Plan of the wall screen',
  'display.planHint':
    'From the top down, the first row that fits is shown. The last row had best be “always”.',
  'display.always': 'Always',
  'display.raise': 'Move row {row} up',
  'display.layoutOf': '{label}: what is shown',
  'display.layout.mixed': 'A bit of everything',
  'display.layout.notices': 'Notices',
  'display.layout.rankings': 'Rankings',
  'display.layout.charts': 'Charts',
  'display.layout.guide': 'Hall guide',
  'display.layout.hall': 'Floor plans of the hall',
  'display.pageSeconds': 'Seconds a page stays',
  'display.pageSecondsHint': 'How long one page of the wall screen stays, 5 to 120 seconds.',
  'display.daysOf': '{label}: days',
  'display.fromOf': '{label}: from',
  'display.toOf': '{label}: to',
  'display.day.1': 'Monday',
  'display.day.2': 'Tuesday',
  'display.day.3': 'Wednesday',
  'display.day.4': 'Thursday',
  'display.day.5': 'Friday',
  'display.day.6': 'Saturday',
  'display.day.7': 'Sunday',
  'display.dayShort.1': 'Mo',
  'display.dayShort.2': 'Tu',
  'display.dayShort.3': 'We',
  'display.dayShort.4': 'Th',
  'display.dayShort.5': 'Fr',
  'display.dayShort.6': 'Sa',
  'display.dayShort.7': 'Su',
};
