import type { CommandGroup } from '#shared/words/window-commands.ts';

/** Something a person can do in the window now, or is told why not. */
export interface WindowCommand {
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup;
  /** Written as in `WINDOW_COMMANDS`; the first is the one to be shown. */
  readonly keys: readonly string[];
  readonly also: string;
  /** A long text that is searched as well, and shown nowhere. */
  readonly within?: string;
  /** Why it cannot be done now, as a sentence. */
  readonly why: string | null;
  readonly run: () => unknown;
  /** True when it gives the focus to something itself, so that nobody gives it back to what had it before. */
  readonly takesFocus: boolean;
}
