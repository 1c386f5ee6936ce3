// What the word in a choice column says of its entry: in order, to be watched, or not. A word never tells it by colour alone.

export type Tone = 'good' | 'watch' | 'bad' | 'plain';

const good = /^(?:存续|在业|开业|正常|在营|合格|有效|现行有效|正常营业|已整改|通过)/u;
const watch = /(?:异常|限期|整改|停业|歇业|迁出|待|暂停|到期)/u;
const bad = /(?:注销|吊销|撤销|不合格|不通过|失信|违法|废止|失效|关闭)/u;

/** The tone of a state as registers of enterprises, inspections and papers name it. */
export function choiceTone(text: string): Tone {
  if (bad.test(text)) return 'bad';
  if (good.test(text)) return 'good';
  return watch.test(text) ? 'watch' : 'plain';
}
