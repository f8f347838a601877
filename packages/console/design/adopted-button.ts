import { assert } from '@switchboard/kit/assert';
import { type Ref, useLayoutEffect } from 'react';

interface AdoptedButtonProps {
  readonly button: HTMLButtonElement;
  /** How Fluent's trigger takes its element. */
  readonly by: Ref<unknown> | undefined;
}

/** Makes a button that was there before the trigger of what floats: that stands beside it, and a press on it is not outside. */
export function AdoptedButton({ button, by }: AdoptedButtonProps): null {
  useLayoutEffect(() => {
    assert(typeof by === 'function', "Fluent's triggers take their element by a function");
    by(button);
  }, [button, by]);
  return null;
}
