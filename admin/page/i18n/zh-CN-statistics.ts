// Words about statistics that stand on other screens, in Chinese; those of its own come with its screen.

export const zhCNStatistics = {
  'place.statistics': '利用统计',
  'today.contentTask': '大家在查“{words}”却没有找到，已交{agency}办理',
  'today.contentTasks': '大家在查“{words}”等 {count} 个词却没有找到，等待办理',
  'audit.content-task.create': '交办大家要查的内容',
  'audit.content-task.act': '办理大家要查的内容',
} as const;
