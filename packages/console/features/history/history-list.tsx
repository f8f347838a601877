import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef } from 'react';
import { EmptyNote } from '../../design/empty-note.tsx';
import { useValue } from '../../design/use-value.ts';
import { tiny } from '../../design/window-sizes.ts';
import { isFiltered, noFilter } from '../../state/history/history-filter.ts';
import type { HistoryProps } from './history-props.ts';
import { HistoryRow } from './history-row.tsx';
import { followRowLetter } from './row-letters.ts';
import { useHistoryRows } from './use-history-rows.ts';

const useStyles = makeStyles({
  place: {
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    [tiny]: { minHeight: '240px' },
  },
  list: {
    flex: 1,
    minHeight: 0,
    position: 'relative',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    overflowY: 'auto',
    borderRadius: tokens.borderRadiusMedium,
    [tiny]: { maxHeight: '50dvh' },
  },
  middle: {
    flex: 1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
  },
  end: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '24px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The calls, newest first. Only those in sight are drawn; at the end older ones are read. */
export function HistoryList(props: HistoryProps) {
  const { state, history, model } = props;
  const styles = useStyles();
  const prefix = useId();
  const { calls, chosen } = state;
  const { list, drawn } = useHistoryRows(calls, chosen, () => history.readMore());
  useFirstFocus(list, calls.length > 0);
  const onChoose = useCallback((callId: string) => history.choose(callId), [history]);
  const say = model.texts.history;
  if (state.status !== 'shown' || calls.length === 0)
    return (
      <div className={styles.place}>
        <div className={styles.middle}>
          <NoRows {...props} />
        </div>
        <End {...props} />
      </div>
    );
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (step !== undefined) history.move(step);
    else if (!followRowLetter(event, props)) return;
    event.preventDefault();
  };
  return (
    <div className={styles.place}>
      <ul
        ref={list}
        role="listbox"
        aria-label={say.list}
        tabIndex={0}
        className={styles.list}
        {...(chosen === undefined ? {} : { 'aria-activedescendant': `${prefix}${chosen}` })}
        onKeyDown={onKeyDown}
      >
        <li role="presentation" style={{ height: drawn.getTotalSize() }} />
        {drawn.getVirtualItems().map(({ index, start }) => {
          const call = calls[index];
          return call === undefined ? null : (
            <HistoryRow
              key={call.callId}
              call={call}
              id={`${prefix}${call.callId}`}
              start={start}
              position={index + 1}
              count={state.next === undefined ? calls.length : -1}
              isChosen={call.callId === chosen}
              onChoose={onChoose}
              model={model}
            />
          );
        })}
      </ul>
      <End {...props} />
    </div>
  );
}

/** The list has the focus as soon as there is something in it, unless the operator is somewhere else by then. */
function useFirstFocus(list: { readonly current: HTMLElement | null }, hasRows: boolean): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (!hasRows || isDone.current) return;
    isDone.current = true;
    if (document.activeElement instanceof HTMLInputElement) return;
    list.current?.focus();
  }, [list, hasRows]);
}

/** Rows that a key moves by. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function NoRows({ state, history, model }: HistoryProps) {
  const say = model.texts.history;
  if (state.status === 'reading' || state.isReadingMore) return <Spinner label={say.reading} />;
  if (state.status === 'failed')
    return (
      <>
        <EmptyNote title={say.failed} icon={<HistoryRegular />} />
        <Button onClick={() => history.again()}>{say.again}</Button>
      </>
    );
  if (isFiltered(state.filter))
    return (
      <>
        <EmptyNote title={say.noneFits} icon={<HistoryRegular />} hint={say.noneFitsHint} />
        <Button onClick={() => history.filterBy(noFilter)}>{say.clear}</Button>
      </>
    );
  const of = state.tab === 'mine' ? 'mine' : 'queues';
  return <EmptyNote title={say.none[of]} icon={<HistoryRegular />} hint={say.noneHint[of]} />;
}

/** How many there are, and how far back was looked where not every call fits. */
function End({ state, history, model }: HistoryProps) {
  const styles = useStyles();
  const now = useValue(model.now);
  const say = model.texts.history;
  if (state.status !== 'shown') return null;
  const { lookedBackTo, next, isReadingMore } = state;
  return (
    <div className={styles.end}>
      <Text size={200} className={styles.quiet}>
        {say.found(state.calls.length, next !== undefined)}
      </Text>
      {next !== undefined && lookedBackTo !== undefined && (
        <>
          <Text size={200} className={styles.quiet}>
            {say.lookedBack(lookedBackTo, now, model.past.locality)}
          </Text>
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={isReadingMore}
            icon={isReadingMore ? <Spinner size="extra-tiny" aria-hidden /> : null}
            onClick={() => history.readMore()}
          >
            {say.lookOn}
          </Button>
        </>
      )}
    </div>
  );
}
