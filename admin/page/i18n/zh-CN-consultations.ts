// Words about consultations that the whole desk needs, in Chinese; the screens bring theirs with them.

export const zhCNConsultations = {
  'place.consultations': '征求意见',
  'audit.consultation.open': '发起征求意见',
  'audit.consultation.change': '修改征求意见',
  'audit.consultation.end': '调整征求意见期限',
  'audit.consultation.sort': '整理一条反馈',
  'audit.consultation.choose': '选定听证参加人',
  'audit.consultation.list': '导出听证报名名单',
  'audit.consultation.draft': '起草征求意见的结果',
} as const;
