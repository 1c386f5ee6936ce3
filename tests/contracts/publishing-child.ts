// A process that publishes once, to be killed: `publishing-child.ts <data folder> <round> [step]`.
//
// Every round edits some records, adds one, drops one and changes an attachment. With a step named it kills itself
// the moment that step begins; otherwise it says "ready" and whoever started it decides.
import { FakeHub, june } from '../unit/release/fake-source.ts';

const [dataDir = '', roundText = '0', killAt] = process.argv.slice(2);
const round = Number(roundText);
const hub = new FakeHub(dataDir);
for (let number = 0; number < 150; number += 1) {
  if (number === round % 150) continue;
  hub.source.put(number, number % 10 === round % 10 ? `第${round}轮第${number}号` : `第${number}号`);
}
hub.source.put(1000 + round, `第${round}轮新增`, [
  hub.source.attach(`${round}.pdf`, Buffer.alloc(300_000, String(round))),
]);
hub.nowMs = june + round * 3_600_000;
process.stdout.write('ready\n');
const { version } = await hub.publish({
  onProgress: ({ step }) => {
    if (step === killAt) process.kill(process.pid, 'SIGKILL');
  },
});
process.stdout.write(`published ${version}\n`);
