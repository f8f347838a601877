import { unreachable } from '@switchboard/kit/assert';
import type { Cancel, Clock } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Control } from '../control/control.ts';
import type { PlatformControl } from '../control/platform-control.ts';
import { present } from '../control/read-body.ts';
import type { ControlRefusal } from '../control/refusal.ts';
import type { FaultDial } from '../faults/fault-dial.ts';
import type { ClientChange } from '../world/clients.ts';
import { contoso } from '../world/contoso.ts';
import { startScenario } from './scenario.ts';
import { nameStep, type Script, type Step } from './script.ts';

export interface StageParts {
  readonly control: Control;
  readonly platform: PlatformControl;
  readonly faults: FaultDial;
  readonly clock: Clock;
  readonly seed: number;
}

type Outcome = Result<unknown, string>;

/** How often it is looked whether it rings. */
const lookMs = 200;

const people: Readonly<Record<string, string>> = contoso.people;
const queues: Readonly<Record<string, { readonly number: string }>> = contoso.queues;

/** Plays a story. @returns what stops it; traffic that it began stops too */
export function playScript(parts: StageParts, script: Script): Cancel {
  const stage = new Stage(parts);
  const { clock, control } = parts;
  const start = clock.now();
  let cancel: Cancel = () => undefined;
  const from = (index: number): void => {
    const step = script.steps[index];
    if (!step) return control.world.log.add('scenario', `${script.name}: the end`);
    const due = start + (step.at ?? 0) * 1_000;
    const begin = (): void => attempt(step, index, clock.now());
    if (due > clock.now()) cancel = clock.after(due - clock.now(), begin);
    else begin();
  };
  const attempt = (step: Step, index: number, since: number): void => {
    if (step.do === 'wait') {
      cancel = clock.after(step.seconds * 1_000, () => from(index + 1));
      return;
    }
    const patience = 'within' in step ? (step.within ?? 0) * 1_000 : 0;
    const outcome = stage.perform(step);
    if (!outcome.ok && clock.now() + lookMs <= since + patience) {
      cancel = clock.after(lookMs, () => attempt(step, index, since));
      return;
    }
    if (!outcome.ok) control.world.log.add('scenario', `${nameStep(index, step.do)}, ${outcome.refusal}`);
    from(index + 1);
  };
  control.world.log.add('scenario', `${script.name} begins`);
  from(0);
  return () => {
    cancel();
    stage.stop();
  };
}

class Stage {
  readonly #parts: StageParts;
  /** Lines by the names their callers dialled with. */
  readonly #lines = new Map<string, string>();
  #stopTraffic: Cancel = () => undefined;

  constructor(parts: StageParts) {
    this.#parts = parts;
  }

  stop(): void {
    this.#stopTraffic();
  }

  perform(step: Exclude<Step, { do: 'wait' }>): Outcome {
    const { control, platform, faults } = this.#parts;
    switch (step.do) {
      case 'say':
        return ok(control.world.log.add('scenario', step.text));
      case 'dial':
      case 'orphan':
        return this.#dial(step);
      case 'keys':
        return told(control.pressKeys(this.#line(step.who), step.keys));
      case 'answer':
        return step.who.startsWith('+')
          ? told(control.answerNumber(step.who))
          : told(control.answer(personNamed(step.who)));
      case 'decline':
        return step.who.startsWith('+')
          ? told(control.declineNumber(step.who))
          : told(control.decline(personNamed(step.who)));
      case 'pickUp':
        return told(control.pickUp(personNamed(step.who), personNamed(step.for)));
      case 'hangUp':
        return this.#lines.has(step.who)
          ? told(control.hangUpLine(this.#line(step.who)))
          : told(control.hangUp(personNamed(step.who)));
      case 'presence':
        return told(control.setPresence(personNamed(step.who), step));
      case 'client':
        return told(control.setClient(personNamed(step.who), clientChange(step)));
      case 'settings':
        return ok(control.changeSettings(present(step.set)));
      case 'faults':
        return faults.change(step.set);
      case 'resetFaults':
        return ok(faults.reset());
      case 'forget':
        return told(platform.forget(this.#line(step.who)));
      case 'traffic':
        return ok(this.#startTraffic(step));
      default:
        return unreachable(step);
    }
  }

  #line(who: string): string {
    return this.#lines.get(who) ?? who;
  }

  #dial(step: Extract<Step, { do: 'dial' | 'orphan' }>): Outcome {
    const { control, platform } = this.#parts;
    const { from, name } = step;
    const call = { from, to: queues[step.to]?.number ?? step.to, ...(name === undefined ? {} : { name }) };
    if (step.do === 'orphan') {
      const orphan = platform.orphan({ ...call, state: step.state ?? 'established' });
      const lineId = orphan.ok ? orphan.value.lineIds[0] : undefined;
      if (lineId !== undefined) this.#lines.set(name ?? from, lineId);
      return told(orphan);
    }
    const line = control.dial(call);
    if (line.ok) this.#lines.set(name ?? from, line.value.id);
    return told(line);
  }

  #startTraffic(step: Extract<Step, { do: 'traffic' }>): void {
    const { control, clock, seed } = this.#parts;
    this.#stopTraffic();
    this.#stopTraffic = startScenario(control, clock, {
      seed,
      callsPerMinute: step.callsPerMinute ?? 0,
      operators: step.operators ?? 'manual',
      presenceChangesPerMinute: step.presenceChangesPerMinute ?? 0,
    });
  }
}

const personNamed = (who: string): string => people[who.toLowerCase()] ?? who;

function clientChange({ set }: Extract<Step, { do: 'client' }>): ClientChange {
  const { pickedUpBy, ...rest } = present(set);
  if (!pickedUpBy) return pickedUpBy === null ? { ...rest, pickedUpBy } : rest;
  return { ...rest, pickedUpBy: { ...pickedUpBy, person: personNamed(pickedUpBy.person) } };
}

const told = (answer: Result<unknown, ControlRefusal>): Outcome =>
  answer.ok ? answer : refused(answer.refusal.message);
