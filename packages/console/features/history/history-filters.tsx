import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useValue } from '../../design/use-value.ts';
import type { ConsoleModel } from '../../state/console-model.ts';
import { outcomes, spans } from '../../state/history/history-filter.ts';
import type { HistoryModel, HistoryState } from '../../state/history/history-model.ts';
import { ExportButton } from './export-button.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  search: { flex: '1 1 180px', minWidth: 0 },
  choice: { flex: '0 1 150px', minWidth: 0 },
  end: { marginInlineStart: 'auto' },
});

interface HistoryFiltersProps {
  readonly state: HistoryState;
  readonly history: HistoryModel;
  readonly model: ConsoleModel;
}

/** What narrows the list, and the file of what is left. */
export function HistoryFilters({ state, history, model }: HistoryFiltersProps) {
  const styles = useStyles();
  const { queues } = useValue(model.me);
  const { filter } = state;
  const say = model.texts.history;
  return (
    <search className={styles.row}>
      <Field label={say.search} size="small" className={styles.search}>
        <Input
          size="small"
          type="search"
          value={filter.text}
          maxLength={100}
          contentBefore={<SearchRegular />}
          onChange={(_, { value }) => history.filterBy({ text: value })}
        />
      </Field>
      <Choice
        label={say.queue}
        value={filter.queueId ?? ''}
        choices={[['', say.anyQueue], ...queues.map(({ queueId, name }) => [queueId, name] as const)]}
        onChoose={(value) => history.filterBy({ queueId: value === '' ? undefined : value })}
      />
      <Choice
        label={say.outcome}
        value={filter.outcome ?? ''}
        choices={[['', say.anyOutcome], ...outcomes.map((each) => [each, say.outcomes[each]] as const)]}
        onChoose={(value) => history.filterBy({ outcome: outcomes.find((each) => each === value) })}
      />
      <Choice
        label={say.span}
        value={filter.span}
        choices={spans.map((each) => [each, say.spans[each]] as const)}
        onChoose={(value) => history.filterBy({ span: spans.find((each) => each === value) ?? 'any' })}
      />
      {filter.span === 'between' && <Days {...{ state, history, model }} />}
      <span className={styles.end}>
        <ExportButton history={history} model={model} />
      </span>
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, choices, onChoose }: ChoiceProps) {
  const styles = useStyles();
  return (
    <Field label={label} size="small" className={styles.choice}>
      <Select size="small" value={value} onChange={(_, data) => onChoose(data.value)}>
        {choices.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Days({ state, history, model }: HistoryFiltersProps) {
  const say = model.texts.history;
  const [first, last] = state.filter.days;
  return (
    <>
      <Field label={say.firstDay} size="small">
        <Input
          size="small"
          type="date"
          value={first}
          onChange={(_, { value }) => history.filterBy({ days: [value, last] })}
        />
      </Field>
      <Field label={say.lastDay} size="small">
        <Input
          size="small"
          type="date"
          value={last}
          onChange={(_, { value }) => history.filterBy({ days: [first, value] })}
        />
      </Field>
    </>
  );
}
