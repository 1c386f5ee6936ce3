// Help beside every screen in English.
import type { zhCNHelp } from './zh-CN-help.ts';

export const enHelp: Readonly<Record<keyof typeof zhCNHelp, string>> = {
  'help.open': 'Help',
  'help.title': 'Help',
  'help.close': 'Close help',
  'help.keys': 'Keys',
  'help.keys.move': 'Down and up in a list',
  'help.keys.arrows': 'The same, once you are in the list',
  'help.keys.open': 'Open what is chosen',
  'help.keys.tick': 'Tick or untick it',
  'help.keys.save': 'Save',
  'help.keys.help': 'Open or close help',
  'help.keys.close': 'Close a dialog or help',
  'help.today':
    'Start here every day. Each line is one thing to do, and its button takes you there. Once done, the line is gone.\nA red edge means urgent: an emergency that still needs its review, a terminal in trouble, a group that is due and not ready.\nYou see only what you can do yourself.\nThe figures below tell how much there is, how much is public, and which version terminals show.',
  'help.records':
    'All content is here. Narrow the list at the top, then open a title.\nThe state says how far it is: drafts are not public; what is approved waits for the next release; what is public can be read by everybody.\nTick several to submit, withdraw or group them together. What cannot be done is skipped, with the reason.',
  'help.editor':
    'Write at the left; the right shows it as a terminal will. Save when you are done; words not saved stay in this browser tab, also after a reload or a new sign-in.\nThen submit it for review. The line at the top tells how far it is, and who did what when.\nIf it comes back, the opinion stands under the line and comments point at the words; press one to go there. Mark comments as resolved and submit again.\nReviewers: mark words in the body, then write the comment.\nComparing two versions shows what went and what came, also against what is public.\nWhen two people change one record, whoever saves last sees both and chooses place by place; nothing is lost.',
  'help.reviews':
    '“For me” is what you may decide now; “All” is everything that waits, by step and agency.\nOpen a title to read it and decide. Clear cases can be ticked and passed together.\nA return needs an opinion: what should change, and how.\nNobody reviews what they wrote or approves what they reviewed; leave those to colleagues.\nA red edge marks what was published in an emergency: please review it first.',
  'help.tree':
    'The tree is what visitors walk through on a terminal. Choose a part at the left, change it at the right.\nA ready-made tree can be installed and changed.\nParts that need stricter review get a procedure of their own in the settings.',
  'help.registers':
    'Information in tables: enterprises, lists, prices. Import a table, check its columns, approve it and publish; terminals can then look things up in it.\nColumns about people are masked; please do not skip that.',
  'help.import':
    'Drop spreadsheets, Word files, PDFs or archives here. The kind is recognised, and you are told which rows have problems and why.\nBad rows do not stop good ones; download the list, mend it and import again. Nothing is imported twice.\nWhat comes in is a draft and needs review before it is public.',
  'help.publish':
    'Publishing sends what is approved to every terminal. Look first at what will be added, changed and removed.\nNothing unapproved goes out. If publishing fails, terminals keep what they show.\nTo let several things become public at the same moment, use release groups.',
  'help.groups':
    'A release group lets several records become public at one moment, such as “everything for Monday”.\nMake one with a name and a time, then tick records in the list of content and add them.\nEach says whether it is ready. Once all are, the group goes out by itself at its time.\nThe preview shows each as a terminal will.',
  'help.terminals':
    'Terminals report which version they show and whether anything is wrong.\nA silent one has mostly lost power or network; without network it still works, with the content it has.',
  'help.procedures':
    'A procedure says which steps content takes before it is public. Press a step to switch it on or off; the order is fixed, and approval always stays.\nThe first one is for everything. Where part of the tree needs another, add one and choose the parts; everything below follows.\nChanges hold for what is submitted from now on; reviews under way finish as they began.',
  'help.settings':
    'Name, address, phone and hours of the venue appear on terminals and phones after the next release.\nYour password and signed-in browsers are here too. Sign out before you leave a shared computer.',
};
