// The grounds on which information is not disclosed (条例 Art. 14–16), in the order of Table 2 of the annual report.

/** Table 2, part 三（三）"不予公开", rows 1 to 7. */
export const withholdingGrounds = [
  'state-secret',
  'forbidden-by-law',
  'security-stability',
  'third-party',
  'internal-affairs',
  'process',
  'enforcement-file',
] as const;
export type WithholdingGround = (typeof withholdingGrounds)[number];

interface GroundFacts {
  readonly article: 14 | 15 | 16;
  /** True: must not be disclosed; false: may be withheld, and a reason is weighed each time. */
  readonly isBinding: boolean;
  readonly zh: { readonly name: string; readonly gist: string };
  readonly en: { readonly name: string; readonly gist: string };
}

/** What each ground asks for, in our own words: the text of the regulation itself decides. */
export const groundFacts: Readonly<Record<WithholdingGround, GroundFacts>> = {
  'state-secret': {
    article: 14,
    isBinding: true,
    zh: {
      name: '属于国家秘密',
      gist: '依法定密、尚未解密的信息一律不公开。登记时写明密级依据和解密时间，本系统不得存放涉密内容。',
    },
    en: {
      name: 'State secret',
      gist: 'Classified by law and not yet declassified. Note the basis and the date; never keep classified content here.',
    },
  },
  'forbidden-by-law': {
    article: 14,
    isBinding: true,
    zh: {
      name: '法律、行政法规禁止公开',
      gist: '有法律或者行政法规明文禁止公开。登记时写明是哪一部、哪一条；部门规章和内部规定不能作为依据。',
    },
    en: {
      name: 'Forbidden by law',
      gist: 'A law or administrative regulation forbids it. Name the text and article; lower rules do not suffice.',
    },
  },
  'security-stability': {
    article: 14,
    isBinding: true,
    zh: {
      name: '危及“三安全一稳定”',
      gist: '公开后可能危及国家安全、公共安全、经济安全或者社会稳定。登记时说明会怎样危及。',
    },
    en: {
      name: 'Endangers security or stability',
      gist: 'Disclosure may endanger national, public or economic security or social stability. Say how.',
    },
  },
  'third-party': {
    article: 15,
    isBinding: true,
    zh: {
      name: '商业秘密、个人隐私等第三方权益',
      gist: '公开会损害第三方的商业秘密或者个人隐私。第三方同意，或者不公开会对公共利益造成重大影响的，应当公开。登记时写明是否问过第三方。',
    },
    en: {
      name: 'Third party’s secrets or privacy',
      gist: 'Harms a third party’s trade secrets or privacy, unless they consent or a major public interest outweighs it.',
    },
  },
  'internal-affairs': {
    article: 16,
    isBinding: false,
    zh: {
      name: '三类内部事务信息',
      gist: '人事管理、后勤管理、内部工作流程三类信息，可以不公开。涉及公众办事的流程不属于这一类。',
    },
    en: {
      name: 'Internal affairs',
      gist: 'Personnel, logistics and internal procedures may be withheld; procedures that bind the public may not.',
    },
  },
  process: {
    article: 16,
    isBinding: false,
    zh: {
      name: '四类过程性信息',
      gist: '履职中形成的讨论记录、过程稿、磋商信函、请示报告四类信息，可以不公开；法律、法规、规章规定应当公开的除外。事项办结后要重新评估。',
    },
    en: {
      name: 'Working papers',
      gist: 'Minutes of discussion, drafts, letters of consultation and reports for instruction may be withheld; look again once the matter is settled.',
    },
  },
  'enforcement-file': {
    article: 16,
    isBinding: false,
    zh: {
      name: '行政执法案卷',
      gist: '行政执法案卷信息，可以不公开；法律、法规、规章规定应当公开的除外。处罚决定等依法公开的结果不属于这一类。',
    },
    en: {
      name: 'Enforcement file',
      gist: 'Files of law enforcement may be withheld, not the decisions that must be published.',
    },
  },
};
