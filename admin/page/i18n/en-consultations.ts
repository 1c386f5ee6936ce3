// Words about consultations that the whole desk needs, in English.
import type { zhCNConsultations } from './zh-CN-consultations.ts';

export const enConsultations: Readonly<Record<keyof typeof zhCNConsultations, string>> = {
  'place.consultations': 'Consultations',
  'audit.consultation.open': 'opened a consultation',
  'audit.consultation.change': 'changed a consultation',
  'audit.consultation.end': 'moved the end of a consultation',
  'audit.consultation.sort': 'sorted a reply',
  'audit.consultation.choose': 'chose who takes part in a hearing',
  'audit.consultation.list': 'took the list of sign-ups',
  'audit.consultation.draft': 'drafted the result of a consultation',
};
