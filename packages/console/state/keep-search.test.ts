import { expect, it } from 'vitest';
import { memoryStorage, openDesk } from '../testing/fake-line.testing.ts';
import { FakeStorage } from '../testing/fake-storage.testing.ts';

it('What is looked for is asked again after a reload, and is gone once it is cleared', () => {
  const drafts = new FakeStorage();
  const before = openDesk(memoryStorage(), drafts);
  before.line.welcome();
  before.model.search.type('jan');
  before.model.search.filterBy({ departments: ['Cardiology'] });

  const after = openDesk(memoryStorage(), drafts);
  expect(after.model.search.state.getSnapshot()).toMatchObject({ text: 'jan', status: 'offline' });
  after.line.welcome();
  expect(after.line.searches().at(-1)).toMatchObject({
    text: 'jan',
    filters: { departments: ['Cardiology'] },
  });
  after.model.search.clearAll();
  expect(openDesk(memoryStorage(), drafts).model.search.state.getSnapshot().text).toBe('');
});
