import type { Clock } from '@switchboard/kit/clock';
import { contoso } from './contoso.ts';
import type { Directory, DirectoryChange } from './directory.ts';
import { Ledger, type LedgerChange } from './ledger.ts';
import type { Person } from './person.ts';
import { mix } from './random.ts';
import { departments } from './workplaces.ts';

/** Who is in a group: those of a department by rule, everybody, or those who were put there. */
export type Membership =
  | { readonly kind: 'department'; readonly department: string }
  | { readonly kind: 'everybody' }
  | { readonly kind: 'assigned'; readonly ids: readonly string[] };

export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly mailNickname: string;
  readonly kind: 'microsoft365' | 'security' | 'distribution';
  readonly membership: Membership;
}

/** Who came and who went with a change of the ledger, by its version. */
export interface MemberChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const people = contoso.people;

const groupId = (number: number): string => `06500b5c-0000-4c0d-9e0a-${String(number).padStart(12, '0')}`;

const assigned = (number: number, displayName: string, ids: readonly string[]): Group => ({
  id: groupId(number),
  displayName,
  description: `${displayName} of ${contoso.tenantName}`,
  mailNickname: displayName.toLowerCase().replaceAll(' ', '.'),
  kind: number % 2 === 0 ? 'security' : 'distribution',
  membership: { kind: 'assigned', ids },
});

/** Departments by rule, everybody, and a few whose members were put there by hand. */
function groupsAtStart(seed: number, directory: Directory): Group[] {
  const some = Array.from({ length: 12 }, (_, index) => directory.at(mix(seed, 51, index) % directory.end));
  const volunteers = [...new Set(some.flatMap((person) => (person?.kind === 'member' ? person.id : [])))];
  const names = ['Board', ...departments.map(({ name }) => name)];
  return [
    assigned(1, 'Reception Team', [people.eva, people.omar]),
    assigned(2, 'First Aiders', [people.jan, people.siobhan, ...volunteers]),
    {
      ...assigned(3, 'All Contoso', []),
      membership: { kind: 'everybody' },
    },
    ...names.map((department, index): Group => {
      const group = assigned(100 + index, department, []);
      return { ...group, kind: 'microsoft365', membership: { kind: 'department', department } };
    }),
  ];
}

/** The tenant's groups. Nobody's membership is held for those that follow a rule: a million people cost nothing. */
export class Groups {
  readonly #seed: number;
  readonly #clock: Clock;
  readonly #directory: Directory;
  readonly #listeners = new Set<(change: LedgerChange) => void>();
  #ledger: Ledger<Group> | undefined;
  readonly #memberChanges = new Map<number, MemberChange>();

  constructor(seed: number, directory: Directory, clock: Clock) {
    this.#seed = seed;
    this.#clock = clock;
    this.#directory = directory;
    directory.onChange((change, before) => this.#follow(change, before));
  }

  /** Made when somebody first looks: most tests never do, and ten thousand worlds of calls are slower with it. */
  get ledger(): Ledger<Group> {
    if (this.#ledger === undefined) {
      this.#ledger = new Ledger(this.#clock, groupsAtStart(this.#seed, this.#directory));
      this.#ledger.onChange((change) => {
        for (const listener of this.#listeners) listener(change);
      });
    }
    return this.#ledger;
  }

  /** From now on changes are told, whether somebody has looked or not. */
  awake(): void {
    this.ledger.all();
  }

  onChange(listener: (change: LedgerChange) => void): void {
    this.#listeners.add(listener);
  }

  isMember(group: Group, person: Person): boolean {
    const { membership } = group;
    if (membership.kind === 'everybody') return person.kind === 'member';
    if (membership.kind === 'department') return person.department === membership.department;
    return membership.ids.includes(person.id);
  }

  /** As numbered places, so that a list can be read on from anywhere. */
  membersOf(group: Group): { readonly end: number; at(place: number): Person | undefined } {
    const { membership } = group;
    if (membership.kind === 'assigned') {
      const { ids } = membership;
      return { end: ids.length, at: (place) => this.#directory.find(ids[place] ?? '') };
    }
    return {
      end: this.#directory.end,
      at: (place) => {
        const isInRule =
          membership.kind === 'everybody' || this.#directory.departmentAt(place) === membership.department;
        if (!isInRule) return undefined;
        const person = this.#directory.at(place);
        return person && this.isMember(group, person) ? person : undefined;
      },
    };
  }

  /** @returns undefined where the group's members did not change */
  memberChange(version: number): MemberChange | undefined {
    return this.#memberChanges.get(version);
  }

  /** Puts people into a group or takes them out. @returns false when it follows a rule or does not exist */
  changeMembers(id: string, { added, removed }: MemberChange): boolean {
    const group = this.ledger.find(id);
    if (group?.membership.kind !== 'assigned') return false;
    const before = group.membership.ids;
    const ids = [...new Set([...before, ...added])].filter((one) => !removed.includes(one));
    const change = {
      added: added.filter((one) => !before.includes(one)),
      removed: removed.filter((one) => before.includes(one)),
    };
    this.#tell(group, change, { kind: 'assigned', ids });
    return true;
  }

  #tell(group: Group, change: MemberChange, membership = group.membership): void {
    this.#memberChanges.set(this.ledger.version + 1, change);
    this.ledger.update(group.id, { membership }, ['members']);
  }

  #follow(change: DirectoryChange, before: Person | undefined): void {
    const now = this.#directory.find(change.personId);
    const ids = [change.personId];
    // Before anybody has looked there is nobody to tell.
    for (const group of this.#ledger?.all() ?? []) {
      const was = before !== undefined && this.isMember(group, before);
      const is = now !== undefined && this.isMember(group, now);
      if (was !== is) this.#tell(group, is ? { added: ids, removed: [] } : { added: [], removed: ids });
    }
  }
}
