// The rules of the linter by name, the group each belongs to, and the number of the set.

/** Counts up whenever rules or readers find something else: what was found by an older set is found again. */
export const ruleSetVersion = 1;

export const ruleGroups = ['personal', 'secrecy', 'hidden', 'wording', 'header', 'file'] as const;
export type RuleGroup = (typeof ruleGroups)[number];

/** Each rule with its group. */
export const rules = {
  'id-number': 'personal',
  'mobile-phone': 'personal',
  'home-phone': 'personal',
  'bank-card': 'personal',
  passport: 'personal',
  'home-address': 'personal',
  'named-list': 'personal',
  'number-plate': 'personal',
  'private-email': 'personal',
  'image-location': 'personal',
  classification: 'secrecy',
  'internal-mark': 'secrecy',
  'hidden-text': 'hidden',
  'covered-text': 'hidden',
  comment: 'hidden',
  'tracked-change': 'hidden',
  metadata: 'hidden',
  'embedded-file': 'hidden',
  'local-path': 'hidden',
  'draft-wording': 'wording',
  placeholder: 'wording',
  'impossible-date': 'wording',
  'missing-field': 'header',
  'date-order': 'header',
  'future-date': 'header',
  'index-number': 'header',
  'index-duplicate': 'header',
  'private-link': 'file',
  'dead-link': 'file',
  'doubtful-link': 'file',
  'unreadable-file': 'file',
  'unchecked-part': 'file',
} as const satisfies Readonly<Record<string, RuleGroup>>;

export type RuleId = keyof typeof rules;

export const ruleIds = Object.keys(rules) as [RuleId, ...RuleId[]];
