import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { ScheduleView } from '@switchboard/contract/views/schedule-view';
import { useEffect, useMemo } from 'react';
import { DayStrip } from '../../design/day-strip.tsx';
import { HiddenText, SpokenPause } from '../../design/hidden-text.tsx';
import { useValue } from '../../design/use-value.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { ColleagueTimes } from '../../state/colleague-times.ts';
import { dayState } from '../../state/day-state.ts';
import { dayStrip } from '../../state/day-strip.ts';
import type { KnownDays } from '../../state/schedule-book.ts';

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
  readonly person: PersonView;
  readonly times: ColleagueTimes;
  readonly texts: Texts;
  readonly isSelected: boolean;
  readonly className?: string | undefined;
}

/** Somebody's day in their row: until when they are free, or from when on, and a strip. Asked for while it is drawn. */
export function RowDay({ person, times, texts, isSelected, className }: RowDayProps) {
  const styles = useStyles();
  const { personId } = person;
  const isShown = person.can.includes('readCalendar');
  useEffect(() => (isShown ? times.rows.want(personId) : undefined), [isShown, times, personId]);
  const days = useValue(times.rows.days);
  const now = useValue(times.minute);
  const schedule = days.byPerson.get(personId);
  const { locality } = times;
  const strip = useMemo(
    () => (schedule === undefined ? undefined : dayStrip(schedule, days, locality.timeZone, now)),
    [schedule, days, locality, now],
  );
  const state = schedule === undefined ? undefined : dayState(schedule, now);
  const place = mergeClasses(styles.day, isSelected && styles.onSelected, className);
  const said =
    state === undefined ? problemOf(days, schedule, texts) : texts.calendar.brief(state, now, locality);
  return (
    <span className={place}>
      {said !== undefined && (
        <>
          <span className={styles.text} aria-hidden title={said}>
            {said}
          </span>
          <HiddenText>{state === undefined ? said : texts.calendar.spoken(state, now, locality)}</HiddenText>
          <SpokenPause />
        </>
      )}
      {strip !== undefined && schedule?.problem === undefined && (
        <DayStrip segments={strip.segments} work={strip.work} now={strip.now} isOnSelected={isSelected} />
      )}
    </span>
  );
}

/** Said of one person; what is so of everybody is said of the one chosen only. */
function problemOf(
  { problem }: KnownDays,
  schedule: ScheduleView | undefined,
  { calendar }: Texts,
): string | undefined {
  if (problem !== undefined || schedule?.problem === undefined) return undefined;
  return calendar.briefProblem(schedule.problem);
}
