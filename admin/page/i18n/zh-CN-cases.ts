// Words about requests and opinions that every screen needs, in Chinese; those of their own screens are in case-words.
export const zhCNCases = {
  'audit.case.enter': '代为登记申请或意见',
  'audit.case.view': '查看申请或意见',
  'audit.case.file': '查看申请附件',
  'audit.case.act': '办理申请或意见',
  'audit.case.paper': '制作办理文书',
  'audit.case.find': '查找某人的申请和意见',
  'audit.case.export': '导出个人信息',
  'audit.case.erase': '删除个人信息',
  'audit.case.retention': '按期限清除个人信息',
  'audit.case.settings': '修改办理设置',
  'place.cases': '申请与意见',
  'settings.tab.cases': '申请与意见',
  'cases.task.overdue': '{count} 件申请或意见已经超期，还没有答复。',
  'cases.task.soon': '{count} 件申请或意见快到期了。',
  'cases.task.unassigned': '{count} 件申请或意见还没有人办。',
  'cases.task.decide': '{count} 件等您决定是否延期。',
  'cases.task.act': '去办理',
  'help.cases':
    '申请、更正、意见、投诉、建议、咨询，还有征求意见的反馈，都在这一本台账里。上面的页签分种类。\n数字牌是最该留意的：已超期、快到期、没有人办。点一下就只看这些，再点一下恢复。\n“应当答复”写着最后一天和还剩几天。等申请人补正的时候不计时。\n列表里的姓名是打码的，也不能按姓名查；点编号打开，才看得到，打开会留下记录。\n当面、电话、来信收到的，按“登记口头、书面来件”代为填写。',
  'help.case':
    '左边是申请人和来件内容；右边是期限、现在可以办的事、办理经过。\n按钮只出现您现在能办的：先确认收到、分办，缺材料就要求补正，需要问别人就征求意见，最后答复、送达、办结。\n期限里可以展开看每一天是怎么算的。补正只能要求一次，延期只能一次，而且要由负责人决定。\n答复先选种类，每一种下面有说明；可以套用范文，再改成自己的话。\n“可能重复”列出同一个人或内容相同的来件，打开对照后再并案。\n公布结果时请改写，不能有姓名、电话、住址；系统会检查，但最后要靠您读一遍。\n没有提交的字只留在这个页面里，不存进电脑，离开前会提醒您。',
  'help.case-entry':
    '按申请表的样子填。不会写字的、不方便写的，由您代填，念给本人听，确认无误再登记。\n申请公开必须有姓名或单位、证件、联系方式，和要什么信息；不用写用途，也不要问。\n收到的日期很要紧：当面以提交当日，挂号信以签收当日，平信和传真以与申请人确认的当日为准。\n登记后打印回执交给本人。查询码只显示这一次。',
  'help.case-settings':
    '单位名称、地址、电话印在文书上。\n个人信息到了保存期限会自动清除，台账和统计数字不受影响。\n有人要求查阅或删除自己的信息时，在下面查找、导出或清除。清除不能恢复，请先核对本人身份。',
} as const;
