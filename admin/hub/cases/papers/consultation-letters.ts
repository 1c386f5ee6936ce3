// Letters to those who are asked before the reply: the third party, with a form for its answer, and the joint agency.
import type { Letters } from './notice-letters.ts';
import { type PaperConsultation, type PaperFacts, paragraphs, unfit } from './paper-facts.ts';
import { chineseDay, regulation } from './paper-words.ts';

/** The applicant is not named: whoever is asked need not know who asks. */
export const consultationLetters: Letters<
  'third-party-letter' | 'third-party-confirmation' | 'joint-agency-opinion'
> = {
  'third-party-letter'(facts) {
    const one = consultation(facts, 'third-party');
    return {
      addressee: one.party,
      body: paragraphs(
        `本机关收到一件政府信息公开申请，申请公开的信息涉及您（单位）。根据${regulation}第三十二条的规定，现书面征求您（单位）的意见：`,
        one.question,
        `请自收到本征询书之日起十五个工作日内${limit(one)}书面告知本机关是否同意公开；不同意公开的，请说明理由。逾期未提出意见的，由本机关依照条例的规定决定是否公开。`,
      ),
    };
  },
  'third-party-confirmation'(facts) {
    const one = consultation(facts, 'third-party');
    return {
      addressee: facts.agency,
      signer: `${one.party}（签名或者盖章）`,
      date: '　　年　　月　　日',
      contact: '',
      body: paragraphs(
        '你机关的第三方意见征询书已收到。我（单位）的意见如下：',
        '□ 同意公开。',
        '□ 不同意公开。理由：',
        '□ 同意部分公开。不同意公开的部分和理由：',
      ),
    };
  },
  'joint-agency-opinion'(facts) {
    const one = consultation(facts, 'joint-agency');
    return {
      addressee: one.party,
      body: paragraphs(
        `本机关收到一件政府信息公开申请（登记编号：${facts.opened.row.number}），申请公开的信息由本机关牵头与你机关共同制作。根据${regulation}第三十四条的规定，现征求你机关的意见：`,
        one.question,
        `请自收到本函之日起十五个工作日内${limit(one)}提出意见；逾期未提出意见的，视为同意公开。`,
      ),
    };
  },
};

function consultation({ consultations }: PaperFacts, kind: PaperConsultation['with']): PaperConsultation {
  const found = consultations.findLast((one) => one.with === kind);
  if (found === undefined) throw unfit();
  return found;
}

const limit = ({ answerDue }: PaperConsultation): string =>
  answerDue === '' ? '' : `（至${chineseDay(answerDue)}止）`;
