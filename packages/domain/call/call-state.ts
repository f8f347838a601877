import type { Announcing } from './states/announcing.ts';
import type { Answering } from './states/answering.ts';
import type { Camped } from './states/camped.ts';
import type { Connected } from './states/connected.ts';
import type { Connecting } from './states/connecting.ts';
import type { Consulting } from './states/consulting.ts';
import type { Diverting } from './states/diverting.ts';
import type { Ended } from './states/ended.ts';
import type { Greeting } from './states/greeting.ts';
import type { HandedOver } from './states/handed-over.ts';
import type { Held } from './states/held.ts';
import type { Merged } from './states/merged.ts';
import type { Parked } from './states/parked.ts';
import type { Transferring } from './states/transferring.ts';
import type { Waiting } from './states/waiting.ts';

/**
 * A call, from the first ring to its end. Each state has a file of its own that says when it is entered and left.
 *
 * ```
 * answering ──▶ greeting ──▶ waiting ◀──────────────────────────────────────────┐
 *     │                       │ │  ▲                                            │
 *     │ closed, full          │ │  │ missed                                     │
 *     ▼          waited too   │ │  │                                            │ recalled: nobody is
 * announcing ◀── long ────────┘ └─▶ connecting ◀── retrieve ── parked, camped ──┤ left to talk to them,
 *     │    ▲                       │                              ▲             │ or the time is over
 *     ▼    │ in vain               │ operator joins               │             │
 * diverting┘                       ▼                         park │ camp        │
 *     │            ┌───────── connected ◀──▶ held ────────────────┴─────────────┤
 *     │            │ consult       │ transfer  ▲ came back                      │
 *     │            ▼               ▼           │                                │
 *     │       consulting ──▶ transferring ─────┴────────────────────────────────┤
 *     │        │      │            │ target joins   ▲ target leaves at once     │
 *     │ target │ merge│ complete   ▼                │                           │
 *     └─joins──┼──────┼──────▶ handedOver ──────────┴───────────────────────────┘
 *              └▶ merged ──────▶   │
 *                                  ▼
 *   ended ◀── (from every state, always with a reason)
 * ```
 *
 * `incoming` is not a state: what to do with a new call is decided in the commit that records it. An offer is not
 * one either: a call that is offered waits on, and is offered to somebody else when nobody takes it.
 */
export type CallState =
  | Answering
  | Greeting
  | Announcing
  | Diverting
  | Waiting
  | Connecting
  | Connected
  | Held
  | Transferring
  | Consulting
  | Merged
  | Parked
  | Camped
  | HandedOver
  | Ended;
