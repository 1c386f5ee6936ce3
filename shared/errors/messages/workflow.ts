// Errors on the way from a draft to the public: separation of duties, steps of review, schedules and release groups.
import { defineMessages } from './message.ts';

export const workflowMessages = defineMessages({
  'workflow.own-work': {
    zh: '“{what}”由您本人起草或修改，须由他人审查和批准。请交给其他同事办理。',
    en: '“{what}” was written or changed by you; somebody else must review and approve it. Pass it to a colleague.',
    status: 403,
  },
  'workflow.preview-failed': {
    zh: '预览没有做成：耗时太长，或者内存不够。请稍后再试，或先发布一部分。',
    en: 'The preview could not be made: it took too long or too much memory. Try later, or publish a part first.',
    status: 503,
  },
  'workflow.own-review': {
    zh: '“{what}”的审查步骤由您办理过，批准须由另一人作出。请交给其他批准人。',
    en: 'You took a step of review of “{what}”; its approval must come from somebody else. Pass it to another approver.',
    status: 403,
  },
  'workflow.own-approval': {
    zh: '“{what}”由您作过批准决定或紧急发布，审查步骤须由另一人办理。请交给其他审查人。',
    en: 'You decided on the approval of “{what}” or published it in an emergency; its review must be done by somebody else.',
    status: 403,
  },
  'workflow.foreign-agency': {
    zh: '“{what}”属于其他机构。您的账号只能办理本机构的内容。',
    en: '“{what}” belongs to another agency. Your account may only handle its own agency’s content.',
    status: 403,
  },
  'workflow.approver-only': {
    zh: '“{what}”已到批准环节，须由批准人办理。',
    en: '“{what}” waits for approval, which only an approver may give.',
    status: 403,
  },
  'workflow.steps-open': {
    zh: '“{what}”还有审查步骤没有办完，不能直接批准。请先提交审查，逐步办理。',
    en: '“{what}” has steps of review left and cannot be approved directly. Submit it and take them one by one.',
    status: 409,
  },
  'workflow.step-moved': {
    zh: '“{what}”的这一步刚由其他同事办理。请刷新后查看现在到哪一步。',
    en: 'A colleague has just taken this step of “{what}”. Reload to see where it stands.',
    status: 409,
  },
  'workflow.in-review': {
    zh: '“{what}”已在审查中，不用再次提交。',
    en: '“{what}” is in review already; it need not be submitted again.',
    status: 409,
  },
  'workflow.not-in-review': {
    zh: '“{what}”不在审查中。可能已办结、退回或撤回，请刷新后查看。',
    en: '“{what}” is not in review. It may have been decided, returned or recalled; reload to see.',
    status: 409,
  },
  'workflow.already-reviewed': {
    zh: '“{what}”的最新版本已通过全部审查步骤，不用再次提交。',
    en: 'The newest version of “{what}” has passed every step; it need not be submitted again.',
    status: 409,
  },
  'workflow.not-reviewed': {
    zh: '“{what}”的最新版本还没有通过全部审查步骤，不能安排发布。',
    en: 'The newest version of “{what}” has not passed every step and cannot be scheduled.',
    status: 409,
  },
  'workflow.follow-up-open': {
    zh: '“{what}”是紧急发布的内容，事后审查还没有办完。请先办完审查。',
    en: '“{what}” was published in an emergency and its review afterwards is still open. Finish that first.',
    status: 409,
  },
  'workflow.opinion-needed': {
    zh: '退回须写明意见，让起草人知道要改什么。请填写后再退回。',
    en: 'A return needs an opinion, so that the author knows what to change. Write one and return it again.',
    status: 400,
  },
  'workflow.archived': {
    zh: '“{what}”已归档或已被替代，不能再办理。需要时请先恢复。',
    en: '“{what}” was archived or superseded and can no longer be handled. Restore it first if need be.',
    status: 409,
  },
  'workflow.not-archived': {
    zh: '“{what}”没有归档，也没有被替代，不用恢复。',
    en: '“{what}” was neither archived nor superseded; there is nothing to restore.',
    status: 409,
  },
  'workflow.bad-successor': {
    zh: '替代“{what}”的必须是另一条已批准、未归档的信息。请重新选择。',
    en: '“{what}” can only be superseded by another record that is approved and not archived. Choose again.',
    status: 409,
  },
  'workflow.already-public': {
    zh: '“{what}”的最新版本已经公开，不用安排发布。',
    en: 'The newest version of “{what}” is public already; there is nothing to schedule.',
    status: 409,
  },
  'workflow.not-scheduled': {
    zh: '“{what}”没有安排发布时间。',
    en: '“{what}” is not scheduled.',
    status: 409,
  },
  'workflow.time-past': {
    zh: '发布时间已经过去，请选择以后的时间。',
    en: 'The time of publication is past. Choose a later one.',
    status: 400,
  },
  'workflow.grouped': {
    zh: '“{what}”已在另一个发布组里，或已另行安排发布时间。请先从那里移出。',
    en: '“{what}” is in a release group or has a time of its own already. Take it out there first.',
    status: 409,
  },
  'workflow.group-not-ready': {
    zh: '发布组“{title}”里还有 {count} 条没有通过审查，不能发布。',
    en: 'Release group “{title}” holds {count} items that have not passed review; it cannot be released.',
    status: 409,
  },
  'workflow.group-empty': {
    zh: '发布组“{title}”里没有内容，不能发布。',
    en: 'Release group “{title}” is empty; there is nothing to release.',
    status: 409,
  },
  'workflow.group-closed': {
    zh: '发布组“{title}”已经发布，不能再改。',
    en: 'Release group “{title}” has been released and cannot be changed.',
    status: 409,
  },
  'workflow.import-approval': {
    zh: '已有多名工作人员，导入的内容不能直接批准。请不选“直接批准”导入，再提交审查。',
    en: 'There are several people at the desk, so an import cannot approve what it brings. Import without approval and submit it for review.',
    status: 403,
  },
  'workflow.comment-resolved': {
    zh: '这条批注已经处理。',
    en: 'This comment has been resolved already.',
    status: 409,
  },
  'workflow.procedure-default': {
    zh: '须有且只有一个不指定目录的通用程序。现在有 {count} 个。',
    en: 'Exactly one procedure must have no nodes, for everything else. There are {count}.',
    status: 400,
  },
  'workflow.procedure-steps': {
    zh: '程序“{title}”的步骤不能重复，须按规定顺序排列，并以批准结束。',
    en: 'The steps of procedure “{title}” must be in the given order, none twice, and end with approval.',
    status: 400,
  },
  'workflow.procedure-twice': {
    zh: '有两个程序使用同一个编号“{id}”。',
    en: 'Two procedures have the same id “{id}”.',
    status: 400,
  },
  'workflow.procedure-node': {
    zh: '程序“{title}”指定的目录已不存在。请刷新后重新选择。',
    en: 'Procedure “{title}” names a node that no longer exists. Reload and choose again.',
    status: 400,
  },
  'workflow.procedure-node-twice': {
    zh: '目录“{node}”被两个程序指定。一个目录只能用一个程序。',
    en: 'Node “{node}” is named by two procedures. A node can have only one.',
    status: 400,
  },
});
