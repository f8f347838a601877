import type { DirectoryView } from '@switchboard/contract/admin/directory';
import { type Cell, table } from '../output/table.ts';
import { showMoment } from './moments.ts';

const streamNames: Readonly<Record<string, string>> = {
  users: 'people',
  organisation: 'organisational contacts',
  numbers: 'numbers of Teams',
};

const states = {
  filling: 'being read for the first time',
  ready: 'here',
  failing: 'here, but cannot be read any more',
};

/** How far a directory is read, who is in it, and its settings, for people. */
export function showDirectory(view: DirectoryView): string {
  const columns = [{ title: 'DIRECTORY', isFixed: true }, { title: states[view.state].toUpperCase() }];
  return table(columns, [...view.streams.map(streamRow), ...countRows(view), ...settingRows(view)]);
}

type Row = readonly [string, Cell];

function streamRow(stream: DirectoryView['streams'][number]): Row {
  const { read, about, readAt, problem, isFilled } = stream;
  const progress = isFilled
    ? `${read} read`
    : `${read} of ${about === undefined ? '…' : `about ${about}`} read`;
  const when = readAt === undefined ? 'not yet to the end' : `to the end at ${showMoment(readAt)}`;
  const name = streamNames[stream.stream] ?? stream.stream;
  return [name, [`${progress}, ${when}`, ...(problem === undefined ? [] : [problem])]];
}

const countRows = ({ counts }: DirectoryView): readonly Row[] => [
  ['known', `${counts.directory} of the directory, ${counts.organisation} organisational contacts`],
  ['kept by operators', `${counts.shared} shared, ${counts.personal} personal contacts`],
  ['former', `${counts.former} who left`],
];

function settingRows({ settings }: DirectoryView): readonly Row[] {
  const shown = (['guests', 'hidden', 'disabled', 'resources'] as const).filter((kind) => settings[kind]);
  return [
    ['other phone', settings.otherPhone ?? 'none'],
    ['Teams number', settings.teamsNumber ?? 'none'],
    ['extra fields', listOf(settings.extra.map(({ label, property }) => `${label} = ${property}`))],
    ['shown besides', listOf(shown)],
    ['groups', settings.groups.length === 0 ? 'everybody' : settings.groups],
    ['contacts', settings.organisationContacts ? 'organisational contacts are read' : 'not read'],
    ['who left is kept', `${settings.formerDays} days`],
  ];
}

const listOf = (entries: readonly string[]): Cell => (entries.length === 0 ? 'none' : entries);
