// Topics and contacts in a manifest and in the store's row: what the hub saves is what a terminal reads.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVoice, readVoice } from '#shared/release/parse-voice.ts';
import { emptyVoice, findVoiceFault, tidyVoice, voiceLimits } from '#shared/voice/venue-voice.ts';

const words = (most: number) => fc.string({ unit: 'grapheme-ascii', maxLength: most });
const voiceOf = fc.record({
  topics: fc.uniqueArray(fc.record({ id: words(20), title: words(voiceLimits.title) }), {
    maxLength: 8,
    selector: ({ id }) => id,
  }),
  supervision: fc.array(
    fc.record({
      name: words(voiceLimits.name),
      phone: fc.option(words(voiceLimits.phone)),
      address: fc.option(words(voiceLimits.address)),
      hours: fc.option(words(voiceLimits.hours)),
    }),
    { maxLength: 5 },
  ),
});

describe('topics and contacts › when they are saved and read', () => {
  it('are the same, and tidy ones stay as they are', () => {
    fc.assert(
      fc.property(voiceOf, (given) => {
        const voice = tidyVoice(given);
        expect(parseVoice(JSON.parse(JSON.stringify(voice)))).toEqual(voice);
        expect(tidyVoice(voice)).toEqual(voice);
      }),
    );
  });

  it('with a fault › it is named', () => {
    const contact = { name: '监督', phone: null, address: null, hours: null };
    expect(findVoiceFault({ topics: [], supervision: [contact] })?.code).toBe('voice.contact-incomplete');
    expect(findVoiceFault(emptyVoice)).toBeNull();
  });

  it.each(['', 'null', '[]', '{"topics":[]}', '{"topics":[{"id":1,"title":"a"}],"supervision":[]}'])(
    'a row that says %s › it reads as nothing',
    (row) => {
      expect(readVoice(row)).toEqual(emptyVoice);
    },
  );

  it('the same id twice › it is refused', () => {
    const topics = [
      { id: 'a', title: 'x' },
      { id: 'a', title: 'y' },
    ];
    expect(() => parseVoice({ topics, supervision: [] })).toThrow('repeats');
  });
});
