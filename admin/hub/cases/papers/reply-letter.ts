// The reply to an application, with its article and the way to object; and the answer to a voice.
import { reasonedReplies } from '#shared/cases/replies.ts';
import { groundFacts } from '#shared/catalogue/withholding-grounds.ts';
import type { Filled } from './notice-letters.ts';
import { isApplication, kindOf, type PaperFacts, paragraphs, unfit } from './paper-facts.ts';
import { applicantYou, chineseDay, regulation, replyWords } from './paper-words.ts';

type Reply = NonNullable<PaperFacts['opened']['course']['reply']>;

/** Throws `cases.paper-unfit` before there is a reply. */
export function replyLetter(facts: PaperFacts): Filled {
  const { opened, words } = facts;
  const { reply, receivedOn } = opened.course;
  if (reply === null) throw unfit();
  const opening = `本机关于${chineseDay(receivedOn)}收到${applicantYou}提出的${kindOf(facts)}（登记编号：${opened.row.number}）。`;
  const date = chineseDay(reply.on);
  if (reply.kind === null || !isApplication(facts)) {
    return { title: '办理情况答复书', date, body: paragraphs(`${opening}现答复如下：`, words.answer) };
  }
  const leftOut = words.leftOut === '' ? '' : `下列内容不予公开及其理由：${words.leftOut}`;
  return {
    date,
    body: paragraphs(
      `${opening}${basisOf(reply)}现答复如下：`,
      words.answer,
      leftOut,
      objectionWords(reply.kind),
    ),
  };
}

const articleNumbers = { 14: '十四', 15: '十五', 16: '十六' } as const;

function basisOf({ kind, ground }: Reply): string {
  const article = kind === null ? '' : replyWords[kind].article;
  if (article === '') return '';
  if (ground === null) return `根据${regulation}${article}的规定，`;
  const { article: groundArticle, zh } = groundFacts[ground];
  return `根据${regulation}第${articleNumbers[groundArticle]}条（${zh.name}）、${article}的规定，`;
}

/** Refusals go to review first, by the Administrative Reconsideration Law of 2023; staff may change the words. */
function objectionWords(kind: NonNullable<Reply['kind']>): string {
  const opening = '如对本答复不服，可以自收到本答复书之日起六十日内依法申请行政复议';
  return reasonedReplies.includes(kind)
    ? `${opening}；对行政复议决定不服的，可以依法向人民法院提起行政诉讼。`
    : `${opening}，或者自收到本答复书之日起六个月内依法向人民法院提起行政诉讼。`;
}
