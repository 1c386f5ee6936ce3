// Words about requests and opinions, in Chinese.

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
} as const;
