import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';

interface DraftNotesProps {
  /** Whether what stands there was kept of an earlier try. */
  readonly isDraft: boolean;
  /** What is wrong with the whole. */
  readonly problem: string | undefined;
  readonly words: { readonly draft: string; readonly discard: string };
  readonly onDiscard: () => void;
}

/** Above a form: what was kept of an earlier try, and what is wrong with the whole. */
export const DraftNotes = ({ isDraft, problem, words, onDiscard }: DraftNotesProps) => (
  <>
    {isDraft && (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{words.draft}</MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={onDiscard}>
            {words.discard}
          </Button>
        </MessageBarActions>
      </MessageBar>
    )}
    {problem !== undefined && (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{problem}</MessageBarBody>
      </MessageBar>
    )}
  </>
);
