import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowReplyRegular } from '@fluentui/react-icons/svg/arrow-reply';
import { ActionButton } from '../../design/action-button.tsx';
import { UnbrokenNumbers } from '../../design/unbroken-numbers.tsx';
import { useValue } from '../../design/use-value.ts';
import type { ActionName } from '../../i18n/english-words.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { WayOn } from '../../state/ways-on.ts';
import { type CallRowProps, useAskState } from './call-row.ts';

const useStyles = makeStyles({
  note: {
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    color: tokens.colorNeutralForeground1,
  },
  head: { display: 'flex', gap: tokens.spacingHorizontalS },
  icon: { fontSize: '18px', lineHeight: 0, color: tokens.colorStatusWarningForeground1 },
  ways: {
    border: 0,
    padding: 0,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
  },
});

interface RecallNoteProps extends CallRowProps {
  /** The digits act on this call after the key that goes to the calls. */
  readonly isCurrent: boolean;
}

/** Why a call came back, and the ways on that there are now. */
export function RecallNote({ call, isCurrent, model, actions }: RecallNoteProps) {
  const styles = useStyles();
  const say = model.texts.screen;
  // What is known of the person, and whether they are busy, decides which ways there are.
  useValue(model.people.byId);
  useValue(model.presence.byPerson);
  const stateOf = useAskState(call.callId, model);
  const hasLetters = useValue(actions.letters) === 'calls';
  const toCalls = model.texts.keyCap('focusCalls');
  const { recall } = call;
  if (recall === undefined) return null;
  const ways = model.waysOn(call);
  const who = recall.target === undefined ? undefined : say.nameOf(recall.target);
  return (
    <div className={styles.note}>
      <div className={styles.head}>
        <span className={styles.icon}>
          <ArrowReplyRegular />
        </span>
        <div>
          <Text block weight="semibold">
            <UnbrokenNumbers text={say.calls.cameBack(who, recall.why)} />
          </Text>
          {ways.length === 0 && <Text size={200}>{say.calls.cameBackHint}</Text>}
        </div>
      </div>
      {ways.length > 0 && (
        <fieldset aria-label={say.calls.ways.title} className={styles.ways}>
          {ways.map((way, index) => (
            <ActionButton
              key={way.kind}
              size="small"
              label={wayLabel(way, model.texts)}
              description={wayDescription(way)}
              cap={hasLetters ? String(index + 1) : isCurrent ? `${toCalls} ${index + 1}` : undefined}
              {...stateOf(wayAction(way))}
              onPress={() => actions.follow(call, way)}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** The action whose being under way holds a way on back. */
function wayAction({ kind }: WayOn): ActionName {
  if (kind === 'message') return 'sendMessage';
  return kind === 'camp' || kind === 'voicemail' || kind === 'park' ? kind : 'transfer';
}

/** Whom or what a short label means. */
function wayDescription(way: WayOn): string | undefined {
  if ('number' in way) return `${way.person.name} ${way.number}`;
  return 'text' in way ? undefined : way.person?.name;
}

function wayLabel(way: WayOn, { screen, messages }: Texts): string {
  const say = screen.calls.ways;
  switch (way.kind) {
    case 'message':
      return messages.message;
    case 'again':
    case 'camp':
    case 'phone':
    case 'mobile':
    case 'otherPhone':
    case 'teamsNumber':
    case 'voicemail':
      return say[way.kind];
    case 'park':
      return way.person === undefined ? say.parkForAll : say.park;
    default:
      return say[way.kind](way.text);
  }
}
