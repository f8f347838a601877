import type { ConsoleModel } from '../../state/console-model.ts';
import type { OpenMessage } from '../../state/messages/message-composer.ts';

/** What every part of the composer draws. */
export interface MessagePartProps {
  readonly open: OpenMessage;
  readonly model: ConsoleModel;
}
