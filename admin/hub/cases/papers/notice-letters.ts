// Letters to the applicant on the way to the reply: receipt, completion, reasons, extension, fee, transfer.

import { type CaseChannel, settledStates } from '#shared/cases/case-kinds.ts';
import { feeBands } from '#shared/cases/fees.ts';
import type { CasePaperKind } from '#shared/protocol/case-desk-api.ts';
import { isApplication, kindOf, lastEvent, type PaperFacts, paragraphs, unfit } from './paper-facts.ts';
import type { Letter } from './paper-text.ts';
import { applicantYou, channelWords, chineseDay, regulation, yuanOf } from './paper-words.ts';

/** What a kind of letter says beside what all letters have. */
export type Filled = Partial<Letter> & Pick<Letter, 'body'>;
export type Letters<Kind extends CasePaperKind> = Readonly<Record<Kind, (facts: PaperFacts) => Filled>>;

export const noticeLetters: Letters<
  'receipt' | 'completion-notice' | 'reasons-notice' | 'extension-notice' | 'fee-notice' | 'transfer-notice'
> = {
  receipt(facts) {
    const { course, row } = facts.opened;
    const channel = channelWords[row.channel as CaseChannel];
    return {
      title: `${kindOf(facts)}登记回执`,
      body: paragraphs(
        `${chineseDay(course.arrivedOn)}，本机关收到${applicantYou}以${channel}方式提出的${kindOf(facts)}，登记编号为${row.number}。`,
        dueWords(facts),
        `${applicantYou}可以凭查询码和预留手机号后四位查询办理进度。`,
      ),
    };
  },
  'completion-notice'(facts) {
    const asked = lastEvent(facts, 'completion-asked');
    return {
      date: chineseDay(asked.on),
      body: paragraphs(
        `${receivedWords(facts)}经审查，申请内容不明确，请按下列事项补正：`,
        facts.words.completionWanted,
        `根据${regulation}第三十条的规定，请于${chineseDay(String(asked.facts.until ?? ''))}前补正。无正当理由逾期不补正的，视为放弃申请，本机关不再处理该申请。`,
        '答复期限自本机关收到补正的申请之日起计算。',
      ),
    };
  },
  'reasons-notice'(facts) {
    if (!isApplication(facts)) throw unfit();
    return {
      body: paragraphs(
        `${receivedWords(facts)}经查，${applicantYou}申请公开政府信息的数量、频次明显超过合理范围。`,
        `根据${regulation}第三十五条的规定，请${applicantYou}在收到本告知书之日起十五个工作日内书面说明理由。本机关认为申请理由不合理的，将告知不予处理；认为申请理由合理，但是无法在规定期限内答复的，将确定延迟答复的合理期限并予以告知。`,
      ),
    };
  },
  'extension-notice'(facts) {
    const extended = lastEvent(facts, 'extended');
    const { dueOn } = facts.opened.clock;
    return {
      date: chineseDay(extended.on),
      body: paragraphs(
        `${receivedWords(facts)}因不能在二十个工作日内答复，根据${regulation}第三十三条的规定，经本机关政府信息公开工作机构负责人同意，延长答复期限${String(extended.facts.workingDays)}个工作日。`,
        dueOn === null ? '' : `本机关将于${chineseDay(dueOn)}前（含当日）答复。`,
      ),
    };
  },
  'fee-notice': feeNotice,
  'transfer-notice'(facts) {
    const moved = lastEvent(facts, 'moved');
    const [to, contact] = [String(moved.facts.to ?? ''), String(moved.facts.contact ?? '')];
    const basis = isApplication(facts) ? `根据${regulation}第三十六条第（五）项的规定，` : '';
    return {
      date: chineseDay(moved.on),
      body: paragraphs(
        `${receivedWords(facts)}所涉事项不属于本机关负责。${basis}现告知${applicantYou}：该事项由${to}负责。`,
        contact === '' ? '' : `联系方式：${contact}。`,
      ),
    };
  },
};

function feeNotice(facts: PaperFacts): Filled {
  const noticed = lastEvent(facts, 'fee-noticed');
  const { fee } = facts.opened.course;
  if (fee === null) throw unfit();
  const isByItem = fee.basis === 'item';
  const unit = isByItem ? '件' : '页';
  const counted = isByItem ? `本月累计申请${fee.count}件` : `提供的信息共${fee.count}页`;
  const bands = feeBands(fee.basis, fee.count).map(
    ({ from, to, each }) => `第${from}${unit}至第${to}${unit}，每${unit}${yuanOf(each)}`,
  );
  return {
    date: chineseDay(noticed.on),
    body: paragraphs(
      `${receivedWords(facts)}根据${regulation}第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）的规定，按${isByItem ? '件' : '量'}计收信息处理费。`,
      `${counted}，计费标准为：${bands.join('；') || '免收'}。本次应当缴纳信息处理费${yuanOf(fee.amountFen)}。`,
      `请于${chineseDay(fee.payBy)}前缴纳。逾期未缴纳的，视为放弃申请，本机关不再处理该申请。`,
    ),
  };
}

/** The sentence letters begin with. */
function receivedWords(facts: PaperFacts): string {
  const { course, row } = facts.opened;
  return `本机关于${chineseDay(course.receivedOn)}收到${applicantYou}提出的${kindOf(facts)}（登记编号：${row.number}）。`;
}

function dueWords({ opened: { clock, course } }: PaperFacts): string {
  if (clock.dueOn === null || settledStates.includes(course.state)) return '';
  return `按照有关规定，本机关将于${chineseDay(clock.dueOn)}前（含当日）答复。`;
}
