import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { ReactNode } from 'react';
import { KeyCap } from '../../design/key-cap.tsx';
import { useValue } from '../../design/use-value.ts';
import { narrow } from '../../design/window-sizes.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { lines, numberLines } from '../../state/letter-map.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';

const useStyles = makeStyles({
  groups: { display: 'flex', flexDirection: 'column' },
  facts: {
    display: 'grid',
    gridTemplateColumns: '88px minmax(0, 1fr)',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { padding: `${tokens.spacingVerticalXS} 0` },
  },
  // Short values: two side by side where the pane is low and wide.
  short: {
    '@media (min-width: 480px) and (max-width: 1199px)': {
      gridTemplateColumns: 'repeat(2, 88px minmax(0, 1fr))',
    },
  },
  term: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  fact: {
    margin: 0,
    overflowWrap: 'anywhere',
    userSelect: 'text',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalSNudge,
  },
  text: { whiteSpace: 'pre-wrap' },
  by: { flexBasis: '100%', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface PersonFactsProps {
  readonly person: PersonView;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

type Fact = readonly [term: string, value: ReactNode];

/** Everything that is known about somebody, in groups; what is not known has no line. */
export function PersonFacts({ person, model, actions }: PersonFactsProps) {
  const styles = useStyles();
  const say = model.texts.screen.details;
  const { note, extra = [] } = person;
  const groups: readonly (readonly Fact[])[] = [
    numberFacts({ person, model, actions }),
    [
      [say.department, person.department],
      [say.organisation, person.organisation],
      [say.office, person.office],
      [say.manager, person.manager && <Manager person={person} model={model} actions={actions} />],
    ],
    [
      [say.mail, person.mail && <Link href={`mailto:${person.mail}`}>{person.mail}</Link>],
      [say.address, addressOf(person)],
    ],
    [
      [say.alsoCalled, listed([...(person.alternateNames ?? []), ...(person.nicknames ?? [])])],
      [say.tasks, listed(person.tasks ?? [])],
      [
        say.note,
        note && (
          <>
            <span className={styles.text}>{note.text}</span>
            <span className={styles.by}>{say.noteBy(note.by, note.at)}</span>
          </>
        ),
      ],
    ],
    extra.map(({ label, value }) => [label, value] as const),
    [[say.source, say.sources[person.source]]],
  ];
  return (
    <div className={styles.groups}>
      {groups.map((facts, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the groups are always the same
        <FactList key={index} facts={facts} isShort={index < shortGroups} />
      ))}
    </div>
  );
}

/** Numbers, and where somebody works. */
const shortGroups = 2;

function FactList({ facts, isShort }: { readonly facts: readonly Fact[]; readonly isShort: boolean }) {
  const styles = useStyles();
  const known = facts.filter(([, value]) => value !== undefined && value !== '');
  if (known.length === 0) return null;
  return (
    <dl className={mergeClasses(styles.facts, isShort && styles.short)}>
      {known.flatMap(([term, value], index) => [
        <dt key={`${index} ${term}`} className={styles.term}>
          {term}
        </dt>,
        <dd key={`${index} ${term}:`} className={styles.fact}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}

/** The numbers with the digits that choose them; without a call they can be dialled. */
function numberFacts({ person, model, actions }: PersonFactsProps): readonly Fact[] {
  const say = model.texts.screen.details;
  return numberLines.map((line) => {
    const number = person[line];
    const value = number && <NumberFact {...{ number, model, actions }} digit={lines.indexOf(line) + 1} />;
    return [say.lines[line], value];
  });
}

interface NumberFactProps {
  readonly number: string;
  readonly digit: number;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

function NumberFact({ number, digit, model, actions }: NumberFactProps) {
  const { current } = useValue(model.calls.arrangement);
  const hasLetters = useValue(actions.letters) === 'person';
  if (current === undefined) {
    return (
      <Link href={`tel:${number.replaceAll(/[^+\d]/g, '')}`} title={model.texts.screen.details.dial(number)}>
        {number}
      </Link>
    );
  }
  return (
    <>
      <span>{number}</span>
      <KeyCap cap={hasLetters ? String(digit) : `${model.texts.keyCap('toPerson')} ${digit}`} />
    </>
  );
}

function Manager({ person, model, actions }: PersonFactsProps) {
  const hasLetters = useValue(actions.letters) === 'person';
  const { screen, keyCap } = model.texts;
  const name = person.manager ?? '';
  const letter = model.keys.letter('person', 'manager');
  if (person.managerId === undefined) return name;
  return (
    <>
      <Link
        as="button"
        aria-label={screen.details.openManager(name)}
        onClick={() => actions.people.openManager(person)}
      >
        {name}
      </Link>
      <KeyCap cap={hasLetters ? letter : `${keyCap('toPerson')} ${letter}`} />
    </>
  );
}

const listed = (values: readonly string[]): string => values.join(', ');

function addressOf({ street, postalCode, city, region, country }: PersonView): string {
  const town = [postalCode, city].filter((part) => part !== undefined).join(' ');
  return [street, town, region, country].filter((part) => part !== undefined && part !== '').join(', ');
}
