// What a guide has beside its plain fields, in Chinese: forms, places, fees, laws, subjects.
export const zhCNGuides = {
  'editor.noFile': '{what}：无',
  'detail.guide.group': '主项（本事项所属的大项）',
  'detail.guide.subjects': '办事主题（每行一个，如：婚姻登记）',
  'detail.guide.materials.hint':
    '空表、样表先在下方“附件”里上传，再在这里选；查阅屏和手机上就会出现“空表”“样表”。',
  'detail.guide.materials.blankForm': '空表',
  'detail.guide.materials.sampleForm': '样表',
  'detail.guide.places': '其他办理地点',
  'detail.guide.places.hint':
    '第一处写在上面的“办理地址、窗口、办理时间、咨询电话”里；还有别处能办的，在这里一处一行。',
  'detail.guide.places.name': '名称',
  'detail.guide.places.address': '地址',
  'detail.guide.places.window': '窗口',
  'detail.guide.places.hours': '办理时间',
  'detail.guide.places.phone': '电话',
  'detail.guide.fees': '收费项目',
  'detail.guide.fees.item': '项目',
  'detail.guide.fees.basis': '收费依据',
  'detail.guide.fees.standard': '标准',
  'detail.guide.laws': '法律依据（名称、文号、条款）',
  'detail.guide.laws.hint':
    '目录里收有这部法律或文件时，查阅屏和手机上会自动出现链接，点开就到这一条。名称不写书名号。',
  'detail.guide.laws.name': '名称',
  'detail.guide.laws.docNo': '文号',
  'detail.guide.laws.article': '条款',
} as const;
