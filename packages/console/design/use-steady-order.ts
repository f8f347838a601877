import { useState } from 'react';
import { type SteadyRow, steadyOrder } from './steady-order.ts';

interface SteadyList {
  readonly rows: readonly SteadyRow[];
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
}

/** Keeps a list's rows in their places while the pointer is over it. */
export function useSteadyOrder(wanted: readonly string[]): SteadyList {
  const [held, setHeld] = useState<readonly string[]>();
  const rows = steadyOrder(held ?? wanted, wanted);
  const ids = rows.map((row) => row.id);
  // Rows that came while the pointer stayed have a place now, too.
  if (held !== undefined && ids.length !== held.length) setHeld(ids);
  return { rows, onPointerEnter: () => setHeld(wanted), onPointerLeave: () => setHeld(undefined) };
}
