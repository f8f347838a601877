import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { PersonView } from '@switchboard/contract/views/person-view';
import { useId } from 'react';
import { DayStrip } from '../../design/day-strip.tsx';
import { HiddenText } from '../../design/hidden-text.tsx';
import { useValue } from '../../design/use-value.ts';
import { narrow } from '../../design/window-sizes.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { ColleagueTimes } from '../../state/colleague-times.ts';
import type { CalendarState } from '../../state/person-calendar.ts';
import { type ShownAppointment, type ShownDay, shownDay } from '../../state/shown-day.ts';

const useStyles = makeStyles({
  day: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalSNudge,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  away: {
    display: 'flex',
    flexDirection: 'column',
    paddingInlineStart: tokens.spacingHorizontalS,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorPaletteBerryForeground3,
  },
  message: {
    margin: 0,
    maxHeight: '80px',
    overflowY: 'auto',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
    userSelect: 'text',
    [narrow]: { maxHeight: '40px' },
  },
  ends: {
    display: 'flex',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    // As wide as the longest time is where the operator lives.
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  appointment: {
    display: 'grid',
    gridColumn: '1 / -1',
    gridTemplateColumns: 'subgrid',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  over: { color: tokens.colorNeutralForeground3 },
  time: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  what: { overflowWrap: 'anywhere', userSelect: 'text' },
  quiet: { color: tokens.colorNeutralForeground2 },
  private: { fontStyle: 'italic' },
});

interface PersonDayProps {
  readonly person: PersonView;
  readonly times: ColleagueTimes;
  readonly texts: Texts;
}

/** The day of the one chosen, as far as this operator may see it. Of whoever has no calendar here: nothing. */
export function PersonDay({ person, times, texts }: PersonDayProps) {
  const styles = useStyles();
  const titleId = useId();
  const state = useValue(times.chosen.state);
  const now = useValue(times.minute);
  if (state?.personId !== person.personId) return null;
  const { calendar } = state;
  const problem = calendar?.schedule.problem;
  const note = problem === undefined ? noteOf(state, texts) : texts.calendar.problem(problem);
  const shown =
    calendar === undefined || problem !== undefined
      ? undefined
      : shownDay(calendar, { now, locality: times.locality, texts });
  return (
    <section className={styles.day} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h4 id={titleId} className={styles.title}>
          {texts.calendar.today}
        </h4>
        {shown?.state !== undefined && <Text weight="semibold">{shown.state}</Text>}
      </div>
      {shown !== undefined && <DayParts day={shown} texts={texts} />}
      {note !== undefined && (
        <Text size={200} className={styles.quiet}>
          {note}
        </Text>
      )}
    </section>
  );
}

/** What there is to say of the asking itself, while nothing is known. */
function noteOf({ status, calendar }: CalendarState, { calendar: say }: Texts): string | undefined {
  if (calendar !== undefined) return undefined;
  if (status === 'offline') return say.notAsked;
  return status === 'failed' ? say.problem('unavailable') : say.reading;
}

function DayParts({ day, texts }: { readonly day: ShownDay; readonly texts: Texts }) {
  const styles = useStyles();
  const { strip, away } = day;
  const lines = [day.nextFree, day.theirTime].filter((line) => line !== undefined);
  return (
    <>
      {away !== undefined && (
        <div className={styles.away}>
          <Text weight="semibold">{away.title}</Text>
          {away.message !== undefined && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that may scroll is reached by keyboard, too
            <p className={mergeClasses(styles.message, styles.quiet)} tabIndex={0}>
              {away.message}
            </p>
          )}
        </div>
      )}
      <div aria-hidden>
        <DayStrip segments={strip.segments} work={strip.work} now={strip.now} />
        <div className={styles.ends}>
          <span>{day.ends[0]}</span>
          <span>{day.ends[1]}</span>
        </div>
      </div>
      {lines.map((line) => (
        <Text key={line} size={200} className={styles.quiet}>
          {line}
        </Text>
      ))}
      {day.appointments.length === 0 ? (
        <Text size={200} className={styles.quiet}>
          {texts.calendar.nothing}
        </Text>
      ) : (
        <ul className={styles.list}>
          {day.appointments.map((appointment) => (
            <Appointment key={appointment.key} appointment={appointment} />
          ))}
        </ul>
      )}
      {day.notes.map((line) => (
        <Text key={line} size={200} className={styles.quiet}>
          {line}
        </Text>
      ))}
    </>
  );
}

function Appointment({ appointment }: { readonly appointment: ShownAppointment }) {
  const styles = useStyles();
  const { time, title, rest, statusWord, isOver, isPrivate } = appointment;
  return (
    <li className={mergeClasses(styles.appointment, isOver && styles.over)}>
      <span className={styles.time}>
        {time}
        <HiddenText>: </HiddenText>
      </span>
      <span className={styles.what}>
        <span className={isPrivate ? styles.private : undefined}>{title}</span>
        {[statusWord, rest === '' ? undefined : rest]
          .filter((part) => part !== undefined)
          .map((part) => (
            <span key={part} className={isOver ? undefined : styles.quiet}>
              {` · ${part}`}
            </span>
          ))}
      </span>
    </li>
  );
}
