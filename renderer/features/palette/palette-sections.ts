import type { WindowCommand } from '#renderer/state/commands/command.ts';
import { placeCommands } from '#renderer/state/commands/places.ts';
import { windowCommands } from '#renderer/state/commands/window-commands.ts';
import type { Session } from '#renderer/state/session.svelte.ts';
import { bestOf, fitOf } from '#renderer/ui/fuzzy.ts';
import { COMMAND_GROUPS } from '#shared/words/window-commands.ts';

/** A part of the list; results have no label. `from` is the place of its first command in the whole list. */
export interface PaletteSection {
  label: string | null;
  from: number;
  commands: WindowCommand[];
}

/** More than this nobody reads; typing on is faster. */
const SHOWN = 50;

/** Whoever types the name of a plan and presses Enter must not delete what it names. */
const ASKS_TO_DELETE = /\b(del|rem)/i;

/** Where an entry was found whose name does not say so. */
function sayWhere(command: WindowCommand, query: string): WindowCommand {
  const { title, also, group, within = '' } = command;
  const isNamed = within === '' || fitOf(query, title, `${also} ${group}`) !== null;
  return isNamed ? command : { ...command, also: `${also}, in notes or links` };
}

/**
 * What the palette lists: with nothing typed the recent commands and then all of them by group, else what fits, the
 * best first, plans and items too. `more` counts what fits but is not listed.
 */
export function paletteSections(
  session: Session,
  query: string,
  recentIds: readonly string[],
): { sections: PaletteSection[]; more: number } {
  const commands = windowCommands(session).filter(({ id }) => id !== 'palette.open');
  if (query.trim() !== '') {
    // Of those that fit alike, the recent ones come first.
    const rank = ({ id }: WindowCommand) =>
      recentIds.includes(id) ? recentIds.indexOf(id) : recentIds.length;
    const entries = [...commands.toSorted((a, b) => rank(a) - rank(b)), ...placeCommands(session)];
    const best = bestOf(entries, query, ({ title, also, group, within = '' }) => ({
      text: title,
      also: `${also} ${group}`,
      within,
    }));
    const found = ASKS_TO_DELETE.test(query) ? best : best.filter(({ id }) => !id.endsWith('.delete'));
    const shown = found.slice(0, SHOWN).map((command) => sayWhere(command, query));
    const sections = shown.length === 0 ? [] : [{ label: null, from: 0, commands: shown }];
    return { sections, more: found.length - shown.length };
  }
  const known = new Map([...commands, ...placeCommands(session)].map((command) => [command.id, command]));
  const recent = recentIds.flatMap((id) => known.get(id) ?? []);
  const rest = commands.filter((command) => !recent.includes(command));
  const sections: PaletteSection[] = [];
  let from = 0;
  const add = (label: string, listed: WindowCommand[]) => {
    if (listed.length === 0) return;
    sections.push({ label, from, commands: listed });
    from += listed.length;
  };
  add('Recent', recent);
  for (const label of COMMAND_GROUPS)
    add(
      label,
      rest.filter(({ group }) => group === label),
    );
  return { sections, more: 0 };
}
