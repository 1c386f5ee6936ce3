// What every start on this browser takes at least: a worker that opens the terminal's store, reads one row and answers.
import { storeName } from '#kiosk/store/schema.ts';
import { servePeer } from '../peers/serve-peer.ts';

servePeer({
  open: () =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(storeName);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const asked = opening.result.transaction('pointer').objectStore('pointer').get('pointer');
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () =>
          asked.result === undefined ? reject(new Error('Nothing is synced.')) : resolve();
      };
    }),
  search: () => 0,
});
