import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type PaneName, paneNames } from '@switchboard/contract/preferences/layout';
import { type ReactNode, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { PaneSurroundingsContext } from '../design/pane.tsx';
import { SplitLine } from '../design/split-line.tsx';
import { useMedia } from '../design/use-media.ts';
import { useValue } from '../design/use-value.ts';
import { queries, tiny } from '../design/window-sizes.ts';
import { PaneButtons } from '../features/panes/pane-buttons.tsx';
import { PaneRail, railId } from '../features/panes/pane-rail.tsx';
import type { ConsoleModel } from '../state/console-model.ts';
import { type Arrangement, arrange, readingOrder, type Split } from '../state/layout.ts';
import { areaOf, paneGrid } from './pane-grid.ts';

const useStyles = makeStyles({
  panes: {
    flex: 1,
    minHeight: 0,
    display: 'grid',
    // What opens in the bar is above everything here, the lines between the panes too.
    isolation: 'isolate',
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingHorizontalS}`,
    [tiny]: { rowGap: tokens.spacingVerticalS },
  },
  pane: { display: 'grid', minWidth: 0, minHeight: 0, gridTemplate: 'minmax(0, 1fr) / minmax(0, 1fr)' },
  shown: { borderRadius: tokens.borderRadiusXLarge, outline: `3px solid ${tokens.colorBrandStroke1}` },
});

export const paneId = (pane: PaneName): string => `pane-${pane}`;

interface PanesAreaProps {
  readonly model: ConsoleModel;
  readonly panes: Readonly<Record<PaneName, ReactNode>>;
}

/** The panes where the operator has put them, with lines between them and what stands for those that are absent. */
export function PanesArea({ model, panes }: PanesAreaProps) {
  const styles = useStyles();
  const layout = useValue(model.workplace.layout.layout);
  const out = useValue(model.workplace.windows.out);
  const tour = useValue(model.workplace.tour.state);
  const width = useWindowWidth();
  const isSearching = useIsSearching(model);
  const isShown = (pane: PaneName): boolean =>
    !out.includes(pane) && (!layout.hidden.includes(pane) || (pane === 'people' && isSearching));
  const arrangement = arrange(layout, paneNames.filter(isShown), width);
  const order = readingOrder(layout, arrangement, isSearching);
  useTopOfPage(model, arrangement.kind === 'page');
  const followLine = useFollowedFocus();
  return (
    <main className={styles.panes} style={paneGrid(layout, arrangement, order)}>
      {order.flatMap((pane) => {
        if (!isShown(pane)) {
          const rail = { pane, isOut: out.includes(pane), isUpright: arrangement.kind !== 'page', model };
          return [<PaneRail key={`rail ${pane}`} {...rail} onPressed={() => followLine(paneId(pane))} />];
        }
        return [
          <div
            key={pane}
            style={{ gridArea: pane }}
            className={mergeClasses(styles.pane, tour?.step.pane === pane && styles.shown)}
          >
            <SurroundedPane pane={pane} model={model} onHidden={() => followLine(railId(pane))}>
              {panes[pane]}
            </SurroundedPane>
          </div>,
          ...linesAfter(pane, arrangement).map((split) => (
            <Line
              key={`line ${split.before} ${split.after}`}
              {...{ split, arrangement, model, followLine }}
            />
          )),
        ];
      })}
    </main>
  );
}

const linesAfter = (pane: PaneName, { splits }: Arrangement): readonly Split[] =>
  splits.filter(({ before }) => before === pane);

interface SurroundedPaneProps {
  readonly pane: PaneName;
  readonly model: ConsoleModel;
  readonly onHidden: () => void;
  readonly children: ReactNode;
}

function SurroundedPane({ pane, model, onHidden, children }: SurroundedPaneProps) {
  const keys = useValue(model.keys.profile);
  const { language } = model.texts;
  const hidden = useRef(onHidden);
  useEffect(() => {
    hidden.current = onHidden;
  });
  const around = useMemo(
    () => ({
      id: paneId(pane),
      controls: (
        <PaneButtons
          key={`${keys.name} ${language}`}
          pane={pane}
          model={model}
          onHidden={() => hidden.current()}
        />
      ),
    }),
    [pane, model, keys, language],
  );
  return <PaneSurroundingsContext value={around}>{children}</PaneSurroundingsContext>;
}

interface LineProps {
  readonly split: Split;
  readonly arrangement: Arrangement;
  readonly model: ConsoleModel;
  readonly followLine: (id: string) => void;
}

function Line({ split, arrangement, model, followLine }: LineProps) {
  const { layout, panes } = model.workplace;
  const { before, after, between, part } = split;
  return (
    <SplitLine
      area={areaOf(arrangement, split)}
      between={between}
      before={paneId(before)}
      after={paneId(after)}
      label={model.texts.panes.resize(before, after)}
      part={part}
      onMove={(sizes, by) => layout.moveSplit(arrangement, split, sizes, by)}
      onCollapse={() => {
        panes.hide(before);
        followLine(railId(before));
      }}
      onReset={() => layout.resetSplit(arrangement, split)}
    />
  );
}

function useWindowWidth(): 'wide' | 'narrow' | 'tiny' {
  const isTiny = useMedia(queries.tiny);
  const isNarrow = useMedia(queries.narrow);
  return isTiny ? 'tiny' : isNarrow ? 'narrow' : 'wide';
}

/** Whether something is typed: what it finds is shown. Drawn again only when that changes. */
const useIsSearching = ({ search: { state } }: ConsoleModel): boolean =>
  useSyncExternalStore(state.subscribe, () => state.getSnapshot().text.trim() !== '');

/**
 * Where the panes are one column the page scrolls: who types, or goes to the search, sees its top, where what is found
 * stands, or the calls when nothing is typed.
 */
function useTopOfPage({ search: { state } }: ConsoleModel, isOneColumn: boolean): void {
  useEffect(() => {
    if (!isOneColumn) return undefined;
    const toTop = (): void => window.scrollTo({ top: 0 });
    let before = state.getSnapshot().text;
    const follow = (): void => {
      const { text } = state.getSnapshot();
      if (text !== before) toTop();
      before = text;
    };
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof Element && target.closest('[data-focus-place="search"]') !== null) toTop();
    };
    document.addEventListener('focusin', onFocus);
    const leave = state.subscribe(follow);
    return () => {
      leave();
      document.removeEventListener('focusin', onFocus);
    };
  }, [state, isOneColumn]);
}

/** Puts the focus into what stands where the focus was, once it is drawn: a pane's first button, or a button itself. */
function useFollowedFocus(): (id: string) => void {
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    const place = wanted.current === undefined ? null : document.getElementById(wanted.current);
    if (place === null) return;
    wanted.current = undefined;
    const target = place instanceof HTMLButtonElement ? place : place.querySelector<HTMLElement>('button');
    target?.focus();
  });
  return (id) => {
    wanted.current = id;
  };
}
