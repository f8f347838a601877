import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected';
import { useValue } from '../../design/use-value.ts';
import { narrow } from '../../design/window-sizes.ts';
import type { ConsoleModel } from '../../state/console-model.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '30px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalL}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  lost: {
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    [narrow]: { padding: `0 ${tokens.spacingHorizontalS}` },
    '@media (forced-colors: active)': { border: '2px solid CanvasText' },
  },
  // In two lines where one is too short: nothing below moves. With wider text it is higher rather than cut off.
  whole: { fontSize: tokens.fontSizeBase200, lineHeight: '15px' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  icon: { fontSize: '18px', lineHeight: 0 },
  quiet: { display: 'inline-flex', flexShrink: 0, whiteSpace: 'nowrap' },
  short: { display: 'none', [narrow]: { display: 'inline-block' } },
  long: { [narrow]: { display: 'none' } },
  reload: { color: 'inherit', padding: `4px ${tokens.spacingHorizontalS}` },
});

interface StatusLineProps {
  readonly model: ConsoleModel;
  readonly className?: string | undefined;
}

/**
 * One line below the top bar. It is always there, so that nothing moves when the connection breaks; otherwise it holds
 * the sentence said last.
 */
export function StatusLine({ model, className }: StatusLineProps) {
  const styles = useStyles();
  const state = useValue(model.line.state);
  const latest = useValue(model.announcer.latest);
  const isNewerThere = useValue(model.newerBuild.isThere);
  useValue(model.now);
  const me = useValue(model.me);
  const place = [me.tenantName, ...me.queues.map((queue) => queue.name)].join(' · ');
  const say = model.texts.screen.connection;
  if (state.kind === 'lost') {
    return (
      <div className={mergeClasses(styles.line, styles.lost, className)}>
        <span className={styles.icon}>
          <PlugDisconnectedRegular />
        </span>
        <span className={styles.whole}>{say.lost(model.clock.now() - state.heardAt)}</span>
      </div>
    );
  }
  if (state.kind === 'outdated') {
    return (
      <div className={mergeClasses(styles.line, styles.lost, className)}>
        <span className={styles.icon}>
          <PlugDisconnectedRegular />
        </span>
        <span className={styles.text}>{say.outdated}</span>
        {/* What the page is loaded anew by: calls, drafts and what is looked for are there again. */}
        <a href="/" className={styles.reload}>
          {say.reload}
        </a>
      </div>
    );
  }
  const isNewer = isNewerThere && state.kind === 'live';
  const text = latest || (isNewer ? say.newer : place);
  return (
    <div className={mergeClasses(styles.line, className)}>
      {state.kind === 'connecting' && <Spinner size="extra-tiny" aria-hidden />}
      <span className={styles.text}>{state.kind === 'connecting' ? say.connecting : text}</span>
      {isNewer && (
        // This window anew, whichever it is; nothing louder, so that it can stay through calls.
        <a href="" className={mergeClasses(styles.reload, styles.quiet)} title={say.newer}>
          {text === say.newer ? say.reload : <ReloadBesideText label={say.reloadNewer} />}
        </a>
      )}
    </div>
  );
}

/** Where the line is short, its sentence needs the place. */
function ReloadBesideText({ label }: { readonly label: string }) {
  const styles = useStyles();
  return (
    <>
      <span className={mergeClasses(styles.icon, styles.short)} role="img" aria-label={label}>
        <ArrowClockwiseRegular />
      </span>
      <span className={styles.long}>{label}</span>
    </>
  );
}
