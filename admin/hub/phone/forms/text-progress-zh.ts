// The words of the phone's progress page, in Chinese.
import type { CaseOutcome, CaseState } from '#shared/cases/case-kinds.ts';
import type { ProgressStepName } from './progress-words.ts';

const states: Readonly<Record<CaseState, { readonly name: string; readonly meaning: string }>> = {
  received: { name: '已收到', meaning: '已经登记，等待分给办理机构。' },
  accepted: { name: '办理中', meaning: '办理机构正在处理。' },
  completing: { name: '等您补充', meaning: '要请您补充材料，补好以后继续办理。' },
  consulting: { name: '征求意见中', meaning: '正在征求有关方面的意见，这段时间不计入答复期限。' },
  answered: { name: '已答复', meaning: '答复在下面。' },
  closed: { name: '已办结', meaning: '这件事已经办完。' },
  moved: { name: '已转送', meaning: '不归原来的机构管，已经转到别的机构。' },
  merged: { name: '已合并办理', meaning: '和同一件事合并在一起办理。' },
  withdrawn: { name: '已撤回', meaning: '您已经撤回，不再办理。' },
};

const steps: Readonly<Record<ProgressStepName, string>> = {
  received: '收到',
  assigned: '交给办理机构',
  'completion-asked': '请您补充材料',
  completed: '收到您的补充',
  consulting: '开始征求意见',
  consulted: '征求意见结束',
  extended: '延长答复期限',
  fee: '通知收费',
  moved: '转送',
  merged: '合并办理',
  replied: '作出答复',
  answered: '作出答复',
  rectified: '整改',
  closed: '办结',
  withdrawn: '撤回',
};

const outcomes: Readonly<Record<CaseOutcome, string>> = {
  done: '已经办好',
  'under-way': '正在办',
  'not-possible': '现在办不了',
};

export const progressChinese = {
  states,
  steps,
  outcomes,
  title: '查进度和答复',
  lead: '输入回执上的查询码，和提交时所留电话的后四位。',
  code: '查询码',
  codeHint: '12 个字母和数字，不分大小写。',
  lastFour: '电话后四位',
  lastFourHint: '提交时没有留电话的，不用填。',
  look: '查询',
  codeShort: '查询码是 12 个字母和数字，请再核对一遍。',
  digitsWrong: '请输入 4 个数字。',
  lost: '查询码丢了？打电话或到大厅，请工作人员按姓名查。',
  own: '这部手机上的回执',
  ownShow: '看进度',
  ownShowOf: (number: string) => `看进度：${number}`,
  ownForget: '清除',
  ownForgetOf: (number: string) => `清除这张回执：${number}`,
  ownForgetAll: '全部清除',
  ownShared: '不是自己的手机？请全部清除，别人就看不到这些编号。',
  ownForgotten: '已经清除。',
  due: '最迟答复',
  dueWhy: '这一天是怎么算的',
  noDue: '补充材料以后，重新开始计算答复期限。',
  agency: '办理机构',
  unassigned: '还没有分办',
  timeline: '办理经过',
  answer: '答复',
  outcome: '办理结果',
  records: '答复里提到的公开信息',
  files: '随答复给您的文件',
  download: (name: string) => `下载 ${name}`,
  weChat: '在微信里打不开文件？点右上角“···”，选“在浏览器打开”，再查一次。',
  completion: {
    title: '请补充',
    until: (day: string) => `请在 ${day} 前补充。过期不补，视为放弃申请。`,
    content: '补充的内容',
    contentHint: '按上面说的补充，写清楚就可以。',
    submit: '提交补充',
    done: '已经收到您的补充，从今天起重新计算答复期限。',
  },
  rate: {
    title: '您对答复满意吗？',
    faces: ['很不满意', '不满意', '一般', '满意', '很满意'],
    words: '还缺什么？',
    submit: '提交评价',
    done: '谢谢，您的评价已经收到。',
    missing: '请先选一个。',
  },
  withdraw: {
    title: '撤回',
    lead: '撤回以后不再办理，也不能恢复。以后还可以重新提交。',
    confirm: '我要撤回',
    submit: '确认撤回',
    done: '已经撤回。',
    missing: '要撤回，请先勾选“我要撤回”。',
  },
  another: '查另一件',
  failed: '现在查不了，系统暂时没有回应。您的申请没有丢，请过几分钟再查。',
};

export type ProgressText = typeof progressChinese;
