import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import { PeopleListRegular } from '@fluentui/react-icons/svg/people-list';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { routes } from '@switchboard/contract/http-routes';
import { useRef } from 'react';
import type { ConsoleModel } from '../../state/console-model.ts';
import type { ImportState } from '../../state/contact-desk.ts';
import type { OperatorActions } from '../../state/operator-actions.ts';
import { ImportProblems } from './import-problems.tsx';

const useStyles = makeStyles({
  start: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface ContactsStartProps {
  readonly imported: ImportState;
  readonly model: ConsoleModel;
  readonly actions: OperatorActions;
}

/** What can be done with the shared contacts as a whole. */
export function ContactsStart({ imported, model, actions }: ContactsStartProps) {
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const { contacts } = model.directory;
  const say = model.texts.screen.contacts;
  const showAll = (): void => {
    contacts.close();
    model.search.clearAll();
    model.search.filterBy({ sources: ['shared'] });
    actions.focusSearch();
  };
  return (
    <div className={styles.start}>
      <Text>{say.lead}</Text>
      <div className={styles.buttons}>
        <Button appearance="primary" icon={<PersonAddRegular />} onClick={() => contacts.add()}>
          {say.add}
        </Button>
        <Button icon={<PeopleListRegular />} onClick={showAll}>
          {say.showAll}
        </Button>
        <Button icon={<ArrowUploadRegular />} onClick={() => file.current?.click()}>
          {say.import}
        </Button>
        <Button as="a" href={routes.contacts} download="contacts.csv" icon={<ArrowDownloadRegular />}>
          {say.export}
        </Button>
      </div>
      <input
        ref={file}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label={say.import}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          // The same file may be chosen again, once it is mended.
          if (chosen !== undefined) void contacts.import(chosen.name, chosen);
          target.value = '';
        }}
      />
      <div role="status">
        <Imported imported={imported} model={model} />
      </div>
    </div>
  );
}

function Imported({ imported, model }: Omit<ContactsStartProps, 'actions'>) {
  const say = model.texts.screen.contacts;
  switch (imported.kind) {
    case 'none':
      return null;
    case 'sending':
      return <Spinner size="tiny" labelPosition="after" label={say.sending(imported.name)} />;
    case 'failed':
      return <Text weight="semibold">{imported.why}</Text>;
    default: {
      const { name, result } = imported;
      if (result.problems.length > 0) {
        return <ImportProblems name={name} problems={result.problems} texts={model.texts} />;
      }
      return <Text weight="semibold">{say.taken(name, result.added, result.changed, result.unchanged)}</Text>;
    }
  }
}
