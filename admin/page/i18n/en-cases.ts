// Words about requests and opinions, in English.

export const enCases = {
  'audit.case.enter': 'took down a submission',
  'audit.case.view': 'opened a case',
  'audit.case.file': 'opened a file of a case',
  'audit.case.act': 'handled a case',
  'audit.case.paper': 'made a paper of a case',
  'audit.case.find': 'looked for the cases of a person',
  'audit.case.export': 'exported what is held of a person',
  'audit.case.erase': 'erased personal data',
  'audit.case.retention': 'erased personal data by the retention rule',
  'audit.case.settings': 'changed the settings of cases',
} as const;
