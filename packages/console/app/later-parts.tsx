import { useFocusFinders } from '@fluentui/react-components';
import { useCallback } from 'react';
import { useLoaded } from '../design/use-loaded.ts';
import { useValue } from '../design/use-value.ts';
import type { Attention } from '../state/attention/attention.ts';
import type { ConsoleModel } from '../state/console-model.ts';
import type { OperatorActions } from '../state/operator-actions.ts';
import { LaterForms } from './later-forms.tsx';

export interface LaterPartsProps {
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
  readonly attention: Attention;
  readonly isKeysOpen: boolean;
  readonly onKeysClose: () => void;
}

const loadKeys = () => import('../features/keys/keys-overlay.tsx');
const loadKeypad = () => import('../features/keypad/keypad.tsx');
const loadSettings = () => import('./settings.tsx');
const loadTour = () => import('../features/tour/tour-dialog.tsx');
const loadHistory = () => import('../features/history/history-dialog.tsx');
const loadTimeline = () => import('../features/timeline/timeline-dialog.tsx');

/** What opens over the window now and then, each part fetched by itself. */
export function LaterParts({ model, actions, attention, isKeysOpen, onKeysClose }: LaterPartsProps) {
  // Fluent's keeper of the focus ends with the last part that uses it. Were that a dialog which closes, the page would
  // stay hidden behind it: here is one that stays.
  useFocusFinders();
  const pad = useValue(model.pad.state);
  const timeline = useValue(model.timeline.state);
  const past = useValue(model.past.opened);
  const tab = useValue(model.settings.tab);
  const tourState = useValue(model.workplace.tour.state);
  const onFailed = useCallback(() => {
    model.pad.close();
    model.timeline.close();
    model.past.close();
    model.settings.close();
    onKeysClose();
    model.complain(model.texts.screen.notLoaded);
  }, [model, onKeysClose]);
  const keys = useLoaded(isKeysOpen, loadKeys, onFailed);
  const keypad = useLoaded(pad !== undefined, loadKeypad, onFailed);
  const tour = useLoaded(tourState !== undefined, loadTour, onFailed);
  const history = useLoaded(past !== undefined, loadHistory, onFailed);
  const dialog = useLoaded(timeline !== undefined, loadTimeline, onFailed);
  const settings = useLoaded(tab !== undefined, loadSettings, onFailed);
  return (
    <>
      {isKeysOpen && keys !== undefined && <keys.KeysOverlay model={model} onClose={onKeysClose} />}
      {pad !== undefined && keypad !== undefined && <keypad.Keypad state={pad} model={model} />}
      {past !== undefined && history !== undefined && (
        <history.HistoryDialog tab={past} model={model} actions={actions} />
      )}
      {timeline !== undefined && dialog !== undefined && (
        <dialog.TimelineDialog state={timeline} model={model} />
      )}
      <LaterForms model={model} actions={actions} />
      {tourState !== undefined && tour !== undefined && (
        <tour.TourDialog state={tourState} model={model} onClose={() => actions.focusSearch()} />
      )}
      {tab !== undefined && settings !== undefined && (
        <settings.Settings model={model} attention={attention} tab={tab} />
      )}
    </>
  );
}
