// The phone pages' words for the fixed sections of the disclosure platform, in English.
import type { disclosureChinese } from './text-disclosure-zh.ts';

export const disclosureEnglish: typeof disclosureChinese = {
  title: 'Disclosure guide and reports',
  sections: {
    'disclosure-guide': 'Guide to disclosure',
    rules: 'Rules of disclosure',
    'annual-report': 'Annual reports',
  },
  none: 'This section is still empty.',
  year: (year) => year,
  noYear: 'Year not given',
  apply: 'Apply for disclosure',
  applyLead:
    'Citizens, legal persons and other organisations may apply for what is not found here; no purpose need be given.',
  what: 'What to state',
  whatItems: [
    'Name, proof of identity, contact',
    'Title or number of the information, or what else helps to find it',
    'The form wanted: paper, electronic or other, and how it is to be delivered',
  ],
  whatNote: 'Who has difficulty writing may apply orally; staff fill in the form.',
  how: 'How it goes',
  howItems: [
    'Apply in person, by post, by fax or online',
    'If it is unclear, you are told once within 7 working days what to complete',
    'An answer at once where possible; else within 20 working days, extended by 20 at most',
  ],
  fee: 'Fees',
  feeLine:
    'Information is free. Where number and frequency plainly exceed what is reasonable, a processing fee may be charged.',
  remedy: 'If you disagree with the answer',
  remedyLine: 'You may complain to the authority above, apply for administrative review, or go to court.',
  office: 'Where to apply',
  supervision: 'Supervision phone',
  basis: 'Basis: Regulation on the Disclosure of Government Information, Art. 27 to 42',
};
