import { Field, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import type { MessageWaysRead } from '@switchboard/contract/feed/messages-changed';
import { messageWayNames } from '@switchboard/contract/views/message-view';
import { messageLanguages, messageWords } from '@switchboard/contract/words/message-words';
import type { ComposedMessage } from '../../state/messages/compose-message.ts';
import type { MessagePartProps } from './message-part.ts';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(140px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  why: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface MessageChoicesProps extends MessagePartProps {
  readonly ways: MessageWaysRead;
  readonly composed: ComposedMessage;
}

/** How it goes, by which template, in which language. A way that would be refused cannot be chosen, and says why. */
export function MessageChoices({ model, ways, composed }: MessageChoicesProps) {
  const styles = useStyles();
  const { composer } = model.messages;
  const say = model.texts.messages;
  return (
    <>
      <Field label={say.way}>
        <RadioGroup
          layout="horizontal"
          value={composed.way ?? ''}
          onChange={(_, { value }) => composer.type('way', value)}
        >
          {messageWayNames.map((way) => {
            const why = say.closed(ways[way]);
            return (
              <Radio
                key={way}
                value={way}
                disabled={why !== undefined && ways[way] !== 'unavailable'}
                label={
                  <>
                    {say.ways[way]}
                    {why !== undefined && <span className={styles.why}>{why}</span>}
                  </>
                }
              />
            );
          })}
        </RadioGroup>
      </Field>
      <div className={styles.pair}>
        <Field label={say.template}>
          <Select value={composed.template} onChange={(_, { value }) => composer.type('template', value)}>
            {composed.templates.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={say.language}>
          <Select value={composed.language} onChange={(_, { value }) => composer.type('language', value)}>
            {messageLanguages.map((language) => (
              <option key={language} value={language} lang={language}>
                {messageWords[language].name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </>
  );
}
