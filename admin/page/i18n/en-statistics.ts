// Words about statistics that stand on other screens, in English; those of its own come with its screen.

export const enStatistics = {
  'place.statistics': 'Statistics',
  'today.contentTask': 'People look for “{words}” and do not find it; it is with {agency}',
  'today.contentTasks': 'People look for “{words}” and more, {count} in all, and do not find them',
  'audit.content-task.create': 'gave an agency what people look for',
  'audit.content-task.act': 'saw to what people look for',
} as const;
