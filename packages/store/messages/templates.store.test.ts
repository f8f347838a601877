import { expect, test } from 'vitest';
import { contoso, now, tenantStores } from '../testing/sample-tenant.testing.ts';
import { listTemplates, putTemplate, removeTemplate } from './templates.ts';

test('a template is kept by name and language, changed in place, and removed', async () => {
  const { store } = await tenantStores();
  const template = { name: 'visit', language: 'nl', title: 'Bezoek', subject: 'Bezoek', body: '{caller}' };
  await putTemplate(store, contoso, template, now);
  await putTemplate(store, contoso, { ...template, language: 'en', title: 'Visit' }, now);
  await putTemplate(store, contoso, { ...template, body: '{caller} is er' }, now);
  expect(await listTemplates(store, contoso)).toEqual([
    { ...template, language: 'en', title: 'Visit' },
    { ...template, body: '{caller} is er' },
  ]);
  expect(await removeTemplate(store, contoso, 'visit', 'en')).toMatchObject({ title: 'Visit' });
  expect(await removeTemplate(store, contoso, 'visit', 'en')).toBeUndefined();
});
