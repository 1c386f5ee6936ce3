// Errors of the handling desk: acts that are not possible now, and why.
import { defineMessages } from './message.ts';

export const caseDeskMessages = defineMessages({
  'cases.act-closed': {
    zh: '这件现在不能这样办理：它的状态已经变了，或者还缺前一步。请刷新后再看。',
    en: 'This case cannot be handled like that now: its state has changed or a step before is missing. Reload and look again.',
    status: 409,
  },
  'cases.unconfirmed': {
    zh: '请先与申请人确认收到（条例第三十一条），再办理这一步。',
    en: 'First confirm receipt with the applicant (Art. 31), then take this step.',
    status: 409,
  },
  'cases.completion-once': {
    zh: '补正只能告知一次，并且要在征求意见之前（条例第三十条）。',
    en: 'Completion can be asked for once only, and before anybody is consulted (Art. 30).',
    status: 409,
  },
  'cases.extension-once': {
    zh: '答复期限只能延长一次（条例第三十三条）。',
    en: 'The limit can be extended once only (Art. 33).',
    status: 409,
  },
  'cases.extension-waits': {
    zh: '延期申请正在等待审批。',
    en: 'An extension was asked for and waits for its decision.',
    status: 409,
  },
  'cases.own-decision': {
    zh: '这一步须由经办人以外的审批人决定。',
    en: 'Somebody other than who handles the case must decide this.',
    status: 403,
  },
  'cases.needs-approval': {
    zh: '这种答复须先经负责人同意。请先送审答复稿，负责人同意后再发出。',
    en: 'This reply needs the head of the office. Send a draft for approval first, and give it once it is approved.',
    status: 403,
  },
  'cases.opinion-missing': {
    zh: '退回时请写明意见。',
    en: 'Say what has to be changed when you return a draft.',
    status: 422,
  },
  'cases.no-handler': {
    zh: '不予公开、部分公开等答复须由经办人以外的人决定。请先指定经办人。',
    en: 'A reply that refuses or discloses in part is decided by somebody other than the handler. Name a handler first.',
    status: 409,
  },
  'cases.handler-unfit': {
    zh: '这个账号不能办理：它已停用、没有办理权限，或只负责别的机构。',
    en: 'This account cannot handle it: it is disabled, lacks the role, or belongs to another agency.',
    status: 400,
  },
  'cases.day-ahead': {
    zh: '{date} 还没有到，不能登记。',
    en: '{date} has not come yet and cannot be put down.',
    status: 400,
  },
  'cases.day-early': {
    zh: '{date} 早于前一步的日期 {last}，时间顺序不对。',
    en: '{date} lies before {last}, the day of the step before.',
    status: 400,
  },
  'cases.party-asked': {
    zh: '已经向“{party}”发出征求意见，尚未收到答复。',
    en: '“{party}” has been asked already and has not answered yet.',
    status: 409,
  },
  'cases.party-unknown': {
    zh: '没有向“{party}”征求意见的记录，或者已经登记过答复。',
    en: '“{party}” was not asked, or its answer is put down already.',
    status: 400,
  },
  'cases.not-silent-yet': {
    zh: '答复期限到 {date} 为止，还不能按逾期未答复登记。',
    en: 'They may answer until {date}; silence cannot be put down before.',
    status: 409,
  },
  'cases.reply-not-open': {
    zh: '这种答复现在还不能作出：它要求的前一步（补正、收费通知）没有做，或者期限未满。',
    en: 'This kind of reply is not possible yet: the step it follows (completion, fee notice) was not taken or its time is not over.',
    status: 409,
  },
  'cases.ground-missing': {
    zh: '不予公开要写明是哪一种法定情形。',
    en: 'A refusal names the statutory ground.',
    status: 400,
  },
  'cases.left-out-missing': {
    zh: '部分公开要写明哪些内容没有公开、为什么。',
    en: 'A partial disclosure says what is left out and why.',
    status: 400,
  },
  'cases.file-unknown': {
    zh: '答复所附的文件不在这一件里，请重新上传。',
    en: 'A file of the reply does not belong to this case. Upload it again.',
    status: 400,
  },
  'cases.record-unknown': {
    zh: '答复所指的信息不存在。',
    en: 'A record the reply points to does not exist.',
    status: 400,
  },
  'cases.merge-unfit': {
    zh: '不能并入这一件：它是自己、另一类、已经并案，或不在您的办理范围。',
    en: 'It cannot be merged into that case: it is itself, of another kind, merged already, or outside your agency.',
    status: 400,
  },
  'cases.no-consent': {
    zh: '来信人没有同意公开问答内容，不能发布。',
    en: 'Who sent it did not agree to publication.',
    status: 409,
  },
  'cases.personal-found': {
    zh: '文字里有个人信息（{excerpt}），不能公开。请删去后再试。',
    en: 'The text holds personal data ({excerpt}) and cannot be published. Take it out and try again.',
    status: 400,
  },
  'cases.no-agency': {
    zh: '还没有确定承办机构。请先交办。',
    en: 'No agency is in charge yet. Assign it first.',
    status: 409,
  },
  'cases.paper-unfit': {
    zh: '这件还没有这份文书要写的内容。',
    en: 'The case does not hold what this paper tells yet.',
    status: 409,
  },
});
