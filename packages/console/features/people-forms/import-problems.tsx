import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ContactImport } from '@switchboard/contract/views/contact-import';
import type { Texts } from '../../i18n/texts.ts';

const useStyles = makeStyles({
  table: {
    marginTop: tokens.spacingVerticalS,
    borderCollapse: 'collapse',
    width: '100%',
    textAlign: 'start',
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    whiteSpace: 'nowrap',
  },
  remedy: { width: '100%', whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** More than that nobody mends one by one: the file is made by a program that is wrong. */
const mostShown = 50;

interface ImportProblemsProps {
  readonly name: string;
  readonly problems: ContactImport['problems'];
  readonly texts: Texts;
}

/** What is wrong with a file of contacts, row by row. */
export function ImportProblems({ name, problems, texts }: ImportProblemsProps) {
  const styles = useStyles();
  const say = texts.screen.contacts;
  const headings = [say.row, say.field, say.remedy];
  return (
    <>
      <Text weight="semibold">{say.nothingTaken(name, problems.length)}</Text>
      <table className={styles.table}>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col" className={styles.cell}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, mostShown).map((problem) => (
            <tr key={`${problem.row} ${problem.field ?? ''} ${problem.remedy}`}>
              <td className={styles.cell}>{problem.row}</td>
              <td className={styles.cell}>{problem.field}</td>
              <td className={mergeClasses(styles.cell, styles.remedy)}>{say.remedyOf(problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > mostShown && <Text size={200}>{say.moreProblems(problems.length - mostShown)}</Text>}
    </>
  );
}
