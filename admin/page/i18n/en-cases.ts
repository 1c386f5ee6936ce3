// Words about requests and opinions that every screen needs, in English.
import type { zhCNCases } from './zh-CN-cases.ts';

export const enCases: Readonly<Record<keyof typeof zhCNCases, string>> = {
  'audit.case.enter': 'took down a submission',
  'audit.case.view': 'opened a case',
  'audit.case.file': 'opened a file of a case',
  'audit.case.act': 'handled a case',
  'audit.case.paper': 'made a paper of a case',
  'audit.case.find': 'looked for the cases of a person',
  'audit.case.export': 'exported what is held of a person',
  'audit.case.erase': 'erased personal data',
  'audit.case.retention': 'erased personal data by the retention rule',
  'audit.case.settings': 'changed the settings of cases',
  'place.cases': 'Cases',
  'settings.tab.cases': 'Cases',
  'cases.task.overdue': '{count} requests or opinions are overdue.',
  'cases.task.soon': '{count} requests or opinions are due soon.',
  'cases.task.unassigned': '{count} requests or opinions are nobody’s yet.',
  'cases.task.decide': '{count} await your decision on an extension.',
  'cases.task.act': 'Handle',
  'help.cases':
    'Requests, corrections, opinions, complaints, suggestions, questions and comments stand in one ledger; the tabs part them by kind.\nThe figures show what to watch: overdue, due soon, nobody’s. Press one to see only those, again to see all.\n“Due” gives the last day and how many are left. While completion is awaited the clock stands.\nNames are masked and cannot be searched; opening a case shows them and is put on record.\nTake down what is told, telephoned or brought on paper.',
  'help.case':
    'At the left: who and what. At the right: the limit, what you can do now, what was done.\nButtons appear only for what is open to you: confirm receipt, assign, ask for what is missing, consult, then reply, deliver, close.\nThe limit unfolds into its days. Completion can be asked for once; an extension is granted once, by the head of the office.\nChoose the kind of reply first; each is explained. Templates are there to be changed.\nLikely duplicates are listed; compare before you merge.\nReword what you publish: no names, phones or addresses. It is checked, but read it yourself.\nWhat you did not send stays on this page only and is not kept on the computer.',
  'help.case-entry':
    'Laid out as the form. Fill it in for people who cannot, read it back to them, then enter it.\nA request needs name or organisation, document, contact, and what is wanted. No purpose: do not ask for one.\nThe day of receipt matters: handed in, that day; registered mail, when signed for; ordinary mail and fax, when confirmed.\nPrint the receipt afterwards. The code is shown only once.',
  'help.case-settings':
    'Name, address and telephone are printed on papers.\nPersonal data is erased when its time is over; ledger and figures stay.\nWhen somebody asks to see or delete their data, find, export or erase it below. Erasing is for good: make sure who it is first.',
};
