// Imports files into a data folder and says after every batch how many rows are durably stored; made to be killed.
import { statSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { importFiles } from '#hub/editorial/import/import-files.ts';
import { operatorActor } from '#hub/http/actor.ts';
import { openDataFolder } from '#hub/open-data-folder.ts';

const [dataDir = '', ...paths] = process.argv.slice(2);
const folder = await openDataFolder({ dataDir });
writeSync(1, 'started\n');
await importFiles(folder.desk, {
  sources: paths.map((path) => ({ name: basename(path), path, bytes: statSync(path).size, as: null })),
  agencyName: '档案局',
  isDryRun: false,
  approve: true,
  actor: operatorActor('tester'),
  signal: new AbortController().signal,
  onProgress: ({ rows }) => writeSync(1, `${rows}\n`),
});
writeSync(1, 'finished\n');
await folder.close();
