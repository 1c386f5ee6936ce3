// Procedures, release groups, lists and tasks while somebody works with them.
import { describe, expect, it } from 'vitest';
import { permittedGroups } from '#admin-page/components/places.tsx';
import { helpParagraphs, helpTopicOf } from '#admin-page/state/help-topics.ts';
import { commandOf, rowAfter } from '#admin-page/state/list-keys.ts';
import {
  chooseNode,
  defaultFirst,
  procedureFaults,
  toggleStep,
  withNewProcedure,
} from '#admin-page/state/procedure-edits.ts';
import { inOrder, waitingItems, withItems, withoutItem } from '#admin-page/state/release-groups.ts';
import { reviewFilterOf, reviewsAddress } from '#admin-page/state/review-list.ts';
import { sortTasks, type Task } from '#admin-page/state/tasks.ts';
import { isPermitted } from '#shared/accounts/acts.ts';
import { type Role, roles } from '#shared/accounts/roles.ts';
import type { Procedure, ReleaseGroup } from '#shared/protocol/workflow-api.ts';

const procedure = (changes: Partial<Procedure> = {}): Procedure => ({
  id: 'all',
  title: '通用',
  steps: ['approval'],
  nodeIds: [],
  ...changes,
});

describe('a procedure › when it is edited', () => {
  it('steps are switched on in whatever order › they stand in the order of the regulation', () => {
    const edited = (['wording', 'self-check', 'secrecy'] as const).reduce(toggleStep, procedure());
    expect(edited.steps).toEqual(['self-check', 'secrecy', 'wording', 'approval']);
    expect(toggleStep(edited, 'secrecy').steps).toEqual(['self-check', 'wording', 'approval']);
  });

  it('approval is switched off › it stays', () => {
    expect(toggleStep(procedure(), 'approval').steps).toEqual(['approval']);
  });

  it('a node is chosen that another has › it changes hands', () => {
    const all = [
      procedure(),
      procedure({ id: 'a', nodeIds: ['n1'] }),
      procedure({ id: 'b', nodeIds: ['n2'] }),
    ];
    expect(chooseNode(all, 'b', 'n1').map(({ nodeIds }) => nodeIds)).toEqual([[], [], ['n2', 'n1']]);
    expect(chooseNode(all, 'a', 'n1')[1]?.nodeIds).toEqual([]);
  });

  it('one is added › its id is free, and it is faulty until nodes are chosen', () => {
    const all = withNewProcedure([procedure(), procedure({ id: 'procedure-2', nodeIds: ['n1'] })], '新');
    expect(new Set(all.map(({ id }) => id)).size).toBe(3);
    expect([...procedureFaults(all).values()]).toEqual(['no-nodes']);
    expect([...procedureFaults([procedure({ title: ' ' })]).values()]).toEqual(['no-title']);
  });

  it('the hub lists them otherwise › the one for all else stands first', () => {
    expect(defaultFirst([procedure({ id: 'a', nodeIds: ['n'] }), procedure()]).map(({ id }) => id)).toEqual([
      'all',
      'a',
    ]);
  });
});

const group = (changes: Partial<ReleaseGroup>): ReleaseGroup => ({
  id: 'g',
  title: '周一',
  at: null,
  state: 'open',
  problem: null,
  releasedAt: null,
  items: [],
  createdBy: 'zhao',
  createdAt: '2026-11-20T00:00:00.000Z',
  ...changes,
});

describe('a release group › when it is filled', () => {
  it('with a record it has › the newer version takes the place of the older one', () => {
    const input = { title: '周一', at: null, items: [{ recordId: 'a', version: 1 }] };
    const filled = withItems(input, [
      { recordId: 'b', version: 1 },
      { recordId: 'a', version: 2 },
    ]);
    expect(filled.items).toEqual([
      { recordId: 'b', version: 1 },
      { recordId: 'a', version: 2 },
    ]);
    expect(withoutItem(filled, 'b').items).toEqual([{ recordId: 'a', version: 2 }]);
  });

  it('and listed › what is due next stands first, what is out last', () => {
    const groups = [
      group({ id: 'out', state: 'released', releasedAt: '2026-11-25T00:00:00.000Z' }),
      group({ id: 'by hand' }),
      group({ id: 'late', at: '2026-11-30T00:00:00.000Z' }),
      group({ id: 'soon', at: '2026-11-27T00:00:00.000Z', state: 'failed' }),
    ];
    expect(inOrder(groups).map(({ id }) => id)).toEqual(['soon', 'late', 'by hand', 'out']);
  });

  it('and some have not passed › they are counted', () => {
    const item = (isReady: boolean) => ({ recordId: String(isReady), version: 1, title: '', isReady });
    expect(waitingItems(group({ items: [item(true), item(false)] }))).toBe(1);
  });
});

describe('the list of reviews › when its address says nothing', () => {
  it('it is what I may decide now, and other choices are in the address', () => {
    expect(reviewFilterOf({})).toEqual({ mine: '1' });
    expect(reviewsAddress({ mine: '1' })).toBe('/admin/reviews');
    expect(reviewsAddress({ mine: '0', state: 'follow-up', step: '' })).toBe(
      '/admin/reviews?mine=0&state=follow-up',
    );
  });
});

describe('keys in a list › when one is pressed', () => {
  it.each([
    ['j', -1, 0],
    ['j', 2, 2],
    ['ArrowUp', 0, 0],
    ['k', 2, 1],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['x', 1, 1],
  ])('%s in row %i of three › it leads to row %i', (key, at, next) => {
    const command = commandOf(key);
    expect(command && rowAfter(command, at, 3)).toBe(next);
  });

  it('in an empty list or another key › it leads nowhere', () => {
    expect(rowAfter('next', -1, 0)).toBe(-1);
    expect(commandOf('q')).toBe(null);
  });
});

describe('the tasks of today › when several sources found some', () => {
  it('urgent ones come first, and the order of the sources stays', () => {
    const task = (text: string, isUrgent = false) => ({ text, isUrgent }) as Task;
    const sorted = sortTasks([[task('一'), task('二', true)], [], [task('三', true), task('四')]]);
    expect(sorted.map(({ text }) => text)).toEqual(['二', '三', '一', '四']);
  });
});

describe('the menu › when somebody with one role signs in', () => {
  const placesOf = (role: Role) =>
    permittedGroups((act) => isPermitted([role], act)).flatMap(({ places }) =>
      places.map(({ href }) => href),
    );

  it('everybody has today and the settings', () => {
    for (const role of roles) {
      expect(placesOf(role)).toContain('/admin/');
      expect(placesOf(role)).toContain('/admin/settings');
    }
  });

  it('places without an act of theirs are not there, nor headings over nothing', () => {
    expect(placesOf('keeper')).not.toContain('/admin/records');
    expect(placesOf('reviewer')).not.toContain('/admin/import');
    expect(placesOf('contributor')).toContain('/admin/import');
    for (const role of roles) {
      expect(
        permittedGroups((act) => isPermitted([role], act)).every(({ places }) => places.length > 0),
      ).toBe(true);
    }
  });
});

describe('help › when it is opened on a screen', () => {
  it.each([
    ['/admin', 'today'],
    ['/admin/records', 'records'],
    ['/admin/records/r1', 'editor'],
    ['/admin/publish/groups', 'groups'],
    ['/admin/settings/procedures', 'procedures'],
    ['/admin/settings/audit', 'settings'],
  ])('%s › it is about %s', (path, topic) => {
    expect(helpTopicOf(path)).toBe(topic);
  });

  it('its text is cut into paragraphs', () => {
    expect(helpParagraphs('一\n \n二')).toEqual(['一', '二']);
  });
});
