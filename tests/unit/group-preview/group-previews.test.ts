// Previews held open: built once, built anew when something was done since, let go of when nobody looks.
import { describe, expect, it } from 'vitest';
import type { GroupPreview } from '#hub/group-preview/group-preview-service.ts';
import { GroupPreviews } from '#hub/http/group-previews.ts';
import { AppError } from '#shared/errors/app-error.ts';

function previews() {
  const state = { now: 0, key: 'a', opened: 0, closed: [] as number[], fails: false, logged: 0 };
  const held = new GroupPreviews({
    now: () => state.now,
    log: () => {
      state.logged += 1;
    },
    groupPreview: {
      keyOf: async (id) => `${id} ${state.key}`,
      sweep: async () => {},
      open: async () => {
        if (state.fails) throw new AppError('workflow.group-empty', { title: '' });
        state.opened += 1;
        const number = state.opened;
        const close = async () => {
          state.closed.push(number);
        };
        return { close, number } as unknown as GroupPreview;
      },
    },
  });
  const ask = (id: string, isFresh = false) =>
    held.use(id, isFresh, async (preview) => (preview as unknown as { number: number }).number);
  return { state, held, ask };
}

describe('previews of release groups', () => {
  it('when asked many times at once › they are built once', async () => {
    const { ask } = previews();
    expect(await Promise.all([ask('g', true), ask('g'), ask('g', true), ask('g')])).toEqual([1, 1, 1, 1]);
  });

  it('when something was done since › only who asks for a fresh one has it built anew', async () => {
    const { state, ask } = previews();
    await ask('g', true);
    state.key = 'b';
    expect(await ask('g')).toBe(1);
    expect(await ask('g', true)).toBe(2);
    expect(await ask('g')).toBe(2);
    expect(state.closed).toEqual([1]);
  });

  it('when one is replaced while it is read › it closes after its last reader', async () => {
    const { state, held, ask } = previews();
    const read = Promise.withResolvers<void>();
    const reading = held.use('g', true, () => read.promise);
    await ask('g');
    state.key = 'b';
    await ask('g', true);
    expect(state.closed).toEqual([]);
    read.resolve();
    await reading;
    expect(state.closed).toEqual([1]);
  });

  it('when nobody looks for a while, or a third is opened, or the hub ends › they are let go', async () => {
    const { state, held, ask } = previews();
    for (const id of ['a', 'b', 'c']) await ask(id, true);
    expect(state.closed).toEqual([1]);
    state.now = 20 * 60_000;
    await ask('c');
    await held.closeIdle();
    expect(state.closed).toEqual([1, 2]);
    await held.close();
    expect(state.closed).toEqual([1, 2, 3]);
  });

  it('when it cannot be built › it says so each time and tries again', async () => {
    const { state, ask } = previews();
    state.fails = true;
    await expect(ask('g', true)).rejects.toThrow('workflow.group-empty');
    await expect(ask('g')).rejects.toThrow('workflow.group-empty');
    state.fails = false;
    expect(await ask('g', true)).toBe(1);
    expect(state.logged).toBe(0);
  });
});
