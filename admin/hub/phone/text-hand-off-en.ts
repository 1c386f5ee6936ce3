// The words of the pages that receive lists and texts from a terminal's screen, in English.
import type { handOffChinese } from './text-hand-off-zh.ts';

export const handOffEnglish: typeof handOffChinese = {
  list: {
    title: 'My list',
    count: (total) => (total === 1 ? '1 item' : `${total} items`),
    opening: 'Opening the list…',
    keep: 'The list is in this address; no server keeps it. To keep it, bookmark the page or copy the link.',
    keepShort: (days) =>
      `The short code is kept for ${days} days and names the items only. To keep the list longer, copy the link.`,
    damaged: 'The list did not arrive whole. Please scan it once more.',
    noScript:
      'The list stands behind the # of this address, and reading it takes JavaScript. You can also scan the items one by one, or type a code below.',
    changed: (scanned, shown) => `You took version ${scanned}; the current one is version ${shown}`,
    gone: 'This item is no longer in the public catalogue',
    goneCode: (code) => `Code ${code}`,
    expired: 'This short code has ended',
    expiredWhy: (days) => `Short codes are kept for ${days} days. Make a new one at the terminal, or search:`,
    copy: 'Copy link',
  },
  receive: {
    title: 'Receive a text',
    intro:
      'The screen in the hall shows a long text as several codes in turn. Gather enough of them, in any order, and the text is whole; missing some does no harm.',
    camera: 'Receive by camera',
    stop: 'Stop',
    aim: 'Point at the code on the screen and hold still.',
    noCamera:
      'The camera can’t be used here. Scan the codes one by one with any camera; each is kept on this phone.',
    refused: 'The camera was not allowed. Allow it in the browser’s settings, or scan the codes one by one.',
    progress: (held, needed) => `${held} of ${needed} received`,
    none: 'Nothing received yet.',
    other: 'This code belongs to another text. To receive that one, clear what is here first.',
    damaged: 'This code did not arrive whole. Please scan it once more.',
    clear: 'Clear and start again',
    pasted: 'Or paste the scanned text here',
    add: 'Add',
    done: 'All received',
    copy: 'Copy the text',
    copied: 'Copied',
    private: 'The text is on your phone only; nothing was uploaded.',
    noScript:
      'Receiving needs JavaScript. Without it, scan the codes one by one: a camera shows the text of each.',
  },
};
