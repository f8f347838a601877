import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { ScheduleView } from '@switchboard/contract/views/schedule-view';
import { useEffect, useMemo } from 'react';
import { DayStrip } from '../../design/day-strip.tsx';
import { useSelected, useValue } from '../../design/use-value.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { ColleagueTimes } from '../../state/colleague-times.ts';
import { dayState } from '../../state/day-state.ts';
import { dayStrip } from '../../state/day-strip.ts';

const useStyles = makeStyles({
  day: {
    display: 'flex',
    flexDirection: 'column',
    gap: '3px',
    width: '112px',
    minWidth: 0,
    justifyContent: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  onSelected: { color: 'inherit' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface RowDayProps {
  readonly day: PersonDay;
  readonly isSelected: boolean;
  readonly className?: string | undefined;
}

/** How it stands with somebody's day. */
export interface PersonDay {
  /** In a few signs, and in words to be read out. */
  readonly brief: string | undefined;
  readonly spoken: string | undefined;
  readonly strip: ReturnType<typeof dayStrip> | undefined;
}

/** Somebody's day, asked for while a row of theirs is drawn. */
export function usePersonDay(person: PersonView, times: ColleagueTimes, texts: Texts): PersonDay {
  const { personId } = person;
  const isShown = person.can.includes('readCalendar');
  useEffect(() => (isShown ? times.rows.want(personId) : undefined), [isShown, times, personId]);
  const { days } = times.rows;
  // The days of others may change: this row is drawn again for its own alone.
  const schedule = useSelected(days, ({ byPerson }) => byPerson.get(personId));
  const problem = useSelected(days, (known) => known.problem);
  const from = useSelected(days, (known) => known.from);
  const to = useSelected(days, (known) => known.to);
  const now = useValue(times.minute);
  const { locality } = times;
  const strip = useMemo(
    () =>
      schedule === undefined || schedule.problem !== undefined
        ? undefined
        : dayStrip(schedule, { from, to }, locality.timeZone, now),
    [schedule, from, to, locality, now],
  );
  const state = schedule === undefined ? undefined : dayState(schedule, now);
  if (state === undefined) {
    const why = problem === undefined ? problemOf(schedule, texts) : undefined;
    return { brief: why, spoken: why, strip };
  }
  const { calendar } = texts;
  return {
    brief: calendar.brief(state, now, locality),
    spoken: calendar.spoken(state, now, locality),
    strip,
  };
}

/** Until when somebody is free, or from when on, and a strip of the day. */
export function RowDay({ day: { brief, strip }, isSelected, className }: RowDayProps) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.day, isSelected && styles.onSelected, className)}>
      {brief !== undefined && (
        <span className={styles.text} title={brief}>
          {brief}
        </span>
      )}
      {strip !== undefined && (
        <DayStrip segments={strip.segments} work={strip.work} now={strip.now} isOnSelected={isSelected} />
      )}
    </span>
  );
}

/** Said of one person; what is so of everybody is said of the one chosen only. */
const problemOf = (schedule: ScheduleView | undefined, { calendar }: Texts): string | undefined =>
  schedule?.problem === undefined ? undefined : calendar.briefProblem(schedule.problem);
