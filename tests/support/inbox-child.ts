// Takes in what lies in a watched folder, look after look, until it is killed or nothing is left; made to be killed.
import { writeSync } from 'node:fs';
import { openDataFolder } from '#hub/open-data-folder.ts';
import { InboxWatch } from '#hub/transfers/inbox/watch-inbox.ts';

const [dataDir = '', root = ''] = process.argv.slice(2);
const folder = await openDataFolder({ dataDir });
const watch = new InboxWatch({ desk: folder.desk, root, workDir: folder.paths.inboxWork });
const look = () =>
  watch.look(
    () => false,
    (line, cause) => process.stderr.write(`${line} ${cause}\n`),
  );
await look();
writeSync(1, 'started\n');
for (let found = 1; found > 0; ) {
  const { taken, refused } = await look();
  found = taken + refused;
}
await folder.close();
