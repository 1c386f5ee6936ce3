// English words of the aids for everybody: low reach, reading aloud, switches, the size of the glass.
import type { aidsZh } from '../zh/aids.ts';
import type { Translated } from '../zh/index.ts';

export const aidsEn: Translated<typeof aidsZh> = {
  'rail.lowReach': 'Low reach',
  'rail.readAloud': 'Read aloud',

  'speech.bar': 'Reading aloud',
  'speech.reading': 'Reading aloud',
  'speech.paused': 'Paused',
  'speech.failed': 'This terminal cannot make a sound just now. Please tell the staff.',
  'speech.pause': 'Pause',
  'speech.resume': 'Go on',
  'speech.repeat': 'Again',
  'speech.slower': 'Slower',
  'speech.faster': 'Faster',
  'speech.quieter': 'Quieter',
  'speech.louder': 'Louder',
  'speech.stop': 'Stop',

  'glass.diagonal': 'Screen diagonal',
  'glass.diagonalLine':
    'Choose the screen’s size in inches: letters and buttons then have their true millimetres. A ruler is more exact.',
  'glass.inches': '{inches}″',
  'glass.size': 'This screen is about {width} × {height} mm; 1 mm is {value} pixels',
};
