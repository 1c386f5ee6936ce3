// What a guide has beside its plain fields, in English: forms, places, fees, laws, subjects.
export const enGuides = {
  'editor.noFile': '{what}: none',
  'detail.guide.group': 'Main item this one is a part of',
  'detail.guide.subjects': 'Subjects (one a line, such as 婚姻登记)',
  'detail.guide.materials.hint':
    'Add blank and sample forms under “Attachments” below, then choose them here: the terminal and the phone then offer them.',
  'detail.guide.materials.blankForm': 'Blank form',
  'detail.guide.materials.sampleForm': 'Sample',
  'detail.guide.places': 'Other places',
  'detail.guide.places.hint':
    'The first place stands above in address, window, hours and phone; add every other place here, one a row.',
  'detail.guide.places.name': 'Name',
  'detail.guide.places.address': 'Address',
  'detail.guide.places.window': 'Window',
  'detail.guide.places.hours': 'Hours',
  'detail.guide.places.phone': 'Phone',
  'detail.guide.fees': 'Fees',
  'detail.guide.fees.item': 'What for',
  'detail.guide.fees.basis': 'Basis',
  'detail.guide.fees.standard': 'Rate',
  'detail.guide.laws': 'Legal basis (name, number, article)',
  'detail.guide.laws.hint':
    'Where the catalogue holds the law or paper, the terminal and the phone link to this very article. Leave 《》 out.',
  'detail.guide.laws.name': 'Name',
  'detail.guide.laws.docNo': 'Number',
  'detail.guide.laws.article': 'Article',
} as const;
