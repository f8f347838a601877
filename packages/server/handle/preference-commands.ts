import type { SavePreferences } from '@switchboard/contract/commands/save-preferences';
import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { PreferencesChanged } from '@switchboard/contract/feed/preferences-changed';
import { misfitOf } from '@switchboard/contract/preferences/define-section';
import { largestSection, mostSections } from '@switchboard/contract/preferences/preference-value';
import { sectionOf } from '@switchboard/contract/preferences/sections';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import { keepPreferences, readPreferences } from '@switchboard/store/operators/preferences';
import { presentPreferences } from '../present/present-preferences.ts';

/** What operators prefer. Each sees and changes their own alone. */
export interface PreferenceCommands {
  save(operator: Operator, message: SavePreferences): Promise<Result<PreferencesChanged, RefusalView>>;
}

export const createPreferenceCommands = (store: Store, clock: Clock): PreferenceCommands => ({
  async save({ tenantId, operatorId }, { id, section, value }) {
    const unfit = whatIsUnfit(section, value);
    if (unfit !== undefined) return refused({ code: 'malformed', ...unfit });
    const toKeep = { section, value, mostSections, now: clock.now() };
    const kept = await keepPreferences(store, tenantId, operatorId, toKeep);
    if (kept === 'gone') return refused({ code: 'notSignedIn' });
    if (kept === 'full') return refused({ code: 'tooManyKept', field: 'section' });
    const now = await readPreferences(store, tenantId, [operatorId]);
    return ok({ ...presentPreferences(now.get(operatorId) ?? []), id });
  },
});

function whatIsUnfit(
  section: string,
  value: SavePreferences['value'],
): { field: string; remedy: string } | undefined {
  if (Buffer.byteLength(JSON.stringify(value)) > largestSection)
    return { field: 'value', remedy: `keep a section within ${largestSection} bytes of JSON` };
  const known = sectionOf(section);
  const misfit = known === undefined ? undefined : misfitOf(known, value);
  if (misfit === undefined) return undefined;
  return {
    field: `value.${misfit}`,
    remedy: `send what the section ${section} allows there, or leave it out`,
  };
}
