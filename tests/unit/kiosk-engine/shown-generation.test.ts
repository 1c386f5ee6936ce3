// Which generation questions go to while another one is opened, checked, or found not to be what was signed.
import { describe, expect, it } from 'vitest';
import { ShownGeneration } from '#kiosk/search-worker/shown-generation.ts';

/** Generations by name, with whatever is still to be found out about them in the test's hands. */
function generations() {
  const made = new Map<string, ReturnType<typeof makeOne>>();
  const makeOne = (name: string) => {
    const check = Promise.withResolvers<void>();
    check.promise.catch(() => undefined);
    const one = {
      name,
      isClosed: false,
      sound: check.promise,
      check,
      close: () => {
        one.isClosed = true;
      },
    };
    return one;
  };
  const shown = new ShownGeneration(async (name: string) => {
    if (name === 'missing') return null;
    const one = makeOne(name);
    made.set(name, one);
    return one;
  });
  const opened = async (name: string) => {
    const opening = shown.open(name);
    opening.catch(() => undefined);
    await new Promise((done) => setTimeout(done));
    return { opening, one: made.get(name) as ReturnType<typeof makeOne> };
  };
  return { shown, opened };
}

/** The name of what would be asked, or null as long as that is not known. */
async function askedNow(shown: ReturnType<typeof generations>['shown']): Promise<string | null> {
  const asked = shown.toAsk().then(({ name }) => name);
  return await Promise.race([asked, new Promise<null>((done) => setTimeout(() => done(null)))]);
}

describe('a generation › when none was open', () => {
  it('is asked while it is still being checked', async () => {
    const { shown, opened } = generations();
    const { opening, one } = await opened('new');
    expect(await askedNow(shown)).toBe('new');
    one.check.resolve();
    expect((await opening)?.name).toBe('new');
  });

  it('is gone when it is not what was signed', async () => {
    const { shown, opened } = generations();
    const { opening, one } = await opened('new');
    one.check.reject(new Error('not sound'));
    await expect(opening).rejects.toThrow('not sound');
    expect(one.isClosed).toBe(true);
    await expect(shown.toAsk()).rejects.toMatchObject({ code: 'kiosk.no-catalogue' });
  });
});

describe('a generation › when another is open', () => {
  async function withOld() {
    const { shown, opened } = generations();
    const old = await opened('old');
    old.one.check.resolve();
    await old.opening;
    return { shown, opened, old: old.one };
  }

  it('is asked, and the one before closed, only once it was checked', async () => {
    const { shown, opened, old } = await withOld();
    const { opening, one } = await opened('new');
    expect(await askedNow(shown)).toBeNull();
    expect(old.isClosed).toBe(false);
    one.check.resolve();
    await opening;
    expect(await askedNow(shown)).toBe('new');
    expect(old.isClosed).toBe(true);
  });

  it('leaves the one before to be asked when it is not what was signed, or not there', async () => {
    const { shown, opened, old } = await withOld();
    const { opening, one } = await opened('new');
    const waiting = shown.toAsk();
    one.check.reject(new Error('not sound'));
    await expect(opening).rejects.toThrow('not sound');
    expect((await waiting).name).toBe('old');
    expect(await shown.open('missing')).toBeNull();
    expect([await askedNow(shown), old.isClosed, one.isClosed]).toEqual(['old', false, true]);
  });

  it('is opened after one whose opening has begun before', async () => {
    const { shown, opened, old } = await withOld();
    const second = await opened('second');
    const third = await opened('third');
    expect(third.one).toBeUndefined();
    second.one.check.reject(new Error('not sound'));
    await expect(second.opening).rejects.toThrow('not sound');
    expect(old.isClosed).toBe(false);
    await new Promise((done) => setTimeout(done));
    expect(await askedNow(shown)).toBeNull();
  });
});
