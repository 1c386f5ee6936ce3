// Hands in submissions with files, completes and withdraws some, over and over, telling of each receipt; made to be killed.
import { writeSync } from 'node:fs';
import { createCaseIntake } from '#hub/cases/intake/case-intake.ts';
import { openCaseDesk } from '#hub/cases/open-case-desk.ts';
import { createCasePrivacy } from '#hub/cases/privacy/case-privacy.ts';
import { operatorActor } from '#hub/http/actor.ts';
import { openDataFolder } from '#hub/open-data-folder.ts';
import { png, pngChunk } from './pictures.ts';
import { lastFour, requestOf, submissionIdOf } from './temp-cases.ts';

const [dataDir = '', first = '0'] = process.argv.slice(2);
const folder = await openDataFolder({ dataDir });
const cases = openCaseDesk(folder);
const intake = createCaseIntake(cases);
const privacy = createCasePrivacy(cases);
const tell = (what: string) => writeSync(1, `${what}\n`);
/** Three pieces. */
const picture = png([pngChunk('tEXt', Buffer.alloc(12_000, 'x'))]);

async function upload(uploadId: string): Promise<void> {
  let state = await intake.openUpload({ uploadId, name: '证件.png', bytes: picture.length });
  tell(`opened ${uploadId} ${state.received}`);
  while (!state.isComplete) {
    const piece = picture.subarray(state.received, state.received + 5000);
    state = await intake.addPiece(uploadId, state.received, piece);
    tell(`received ${uploadId} ${state.isComplete ? 'all' : state.received}`);
  }
}

tell('started');
for (let index = Number(first); ; index += 1) {
  const uploadId = submissionIdOf(index, 'upload');
  await upload(uploadId);
  const submission = requestOf(index, { files: [uploadId] });
  const { code, number } = await intake.submit(submission, 'online');
  tell(`submitted ${index} ${code} ${number}`);
  if (index % 3 === 1) {
    await intake.withdraw(code, lastFour(submission));
    tell(`withdrawn ${index} ${code}`);
  }
  if (index % 3 === 2) {
    const row = await folder.desk.db
      .selectFrom('cases')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    await privacy.erase([row.id], operatorActor('op'), '测试');
    tell(`erased ${index} ${code}`);
  }
}
