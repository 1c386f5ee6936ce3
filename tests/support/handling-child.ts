// Takes down cases and replies to them, at once or by a draft that is approved first, over and over, telling of each reply that was acknowledged; made to be killed.
import { writeSync } from 'node:fs';
import { createCaseHandling } from '#hub/cases/handling/handling-service.ts';
import { openCaseDesk } from '#hub/cases/open-case-desk.ts';
import { operatorActor } from '#hub/http/actor.ts';
import { openDataFolder } from '#hub/open-data-folder.ts';
import { chinaDate } from '#shared/calendar/civil-day.ts';
import { submission } from './case-desk.ts';

const [dataDir = ''] = process.argv.slice(2);
const folder = await openDataFolder({ dataDir });
const handling = createCaseHandling(openCaseDesk(folder));
const clerk = { ...operatorActor('lin'), accountId: 'lin' };
const tell = (what: string) => writeSync(1, `${what}\n`);

tell('started');
for (let round = 0; ; round += 1) {
  const on = chinaDate(folder.desk.now());
  const submissionId = `killed-${String(folder.desk.now())}-${String(round).padStart(12, '0')}`;
  const entry = { ...submission({ submissionId }), channel: 'oral', receivedOn: on } as const;
  const { id } = await handling.enter(entry, clerk);
  const text = `答复${round}`;
  const words = { kind: 'provided' as const, ground: null, text, leftOut: '', recordIds: [], files: [] };
  if (round % 2 === 0) await handling.act(id, 1, { act: 'reply', on, ...words }, clerk);
  else {
    await handling.act(id, 1, { act: 'draft-reply', ...words }, clerk);
    await handling.act(id, 2, { act: 'decide-draft', isApproved: true, note: '同意' }, clerk);
    await handling.act(id, 3, { act: 'send-draft', on }, clerk);
  }
  tell(id);
}
