import { ITEM_KINDS, type ItemKind, type Term } from '#shared/domain/plan/items.ts';
import { commandText, lowerFirst } from '#shared/words/commands.ts';
import { quoted } from '#shared/words/numbers.ts';
import { PASTE_TITLE } from '#shared/words/paste.ts';
import { WINDOW_COMMANDS, type CommandWords, type WindowCommandId } from '#shared/words/window-commands.ts';
import { duplicatePlan } from '../duplicate-plan.ts';
import { VIEWS, viewLabel } from '../place.ts';
import { chooseImport } from '../plan-files.ts';
import type { Session } from '../session.svelte.ts';
import { addQuestion, likelyProgram, whyNotAdd } from './add-question.ts';
import type { WindowCommand } from './command.ts';
import { focusNotices } from './focus-notices.ts';

/** What a command does, and when it can be done. */
interface Deed {
  run: (session: Session) => unknown;
  /** Why it cannot be done now. */
  why?: (session: Session) => string | null;
  /** Its title, where that says more than the usual one. */
  title?: (session: Session) => string | null;
  takesFocus?: boolean;
}

const ZOOM_STEP = 1.5;

const needsPlan = ({ document }: Session) => (document === null ? 'Open a plan first.' : null);
const needsProgram = (session: Session) =>
  needsPlan(session) ?? (likelyProgram(session) === null ? 'Add a program first.' : null);
const needsTimeline = (session: Session) =>
  needsPlan(session) ?? (session.timeline === null ? 'Go to the timeline first.' : null);
const needsSelection = (session: Session) =>
  needsPlan(session) ?? (session.selected === null ? 'Select an item first.' : null);

/** The selected term, or that of the selected course. */
function chosenTerm({ selected, items }: Session): Term | null {
  const term =
    selected?.kind === 'course' && selected.termId !== null ? items.get(selected.termId) : selected;
  return term?.kind === 'term' ? term : null;
}

function historyTitle(session: Session, way: 'undo' | 'redo'): string | null {
  const next = session.history[way];
  if (next === null) return null;
  return `${way === 'undo' ? 'Undo' : 'Redo'}: ${lowerFirst(commandText(next.name, next.subject))}`;
}

const adding = Object.fromEntries(
  ITEM_KINDS.map((kind) => [
    `add.${kind}`,
    {
      run: (session) => session.put(addQuestion(session, kind)),
      why: (session) => whyNotAdd(session, kind),
    } satisfies Deed,
  ]),
) as Record<`add.${ItemKind}`, Deed>;

/** One line per command of the table; one without its line does not compile. */
const DEEDS: Record<WindowCommandId, Deed> = {
  ...adding,
  'transcript.import': {
    run: (session) => session.put({ kind: 'import-transcript', programId: likelyProgram(session) }),
    why: needsProgram,
  },
  'terms.fill': { run: (session) => session.put({ kind: 'fill-terms' }), why: needsProgram },
  'terms.shift': {
    run: (session) => {
      const term = chosenTerm(session);
      if (term) session.put({ kind: 'shift-terms', term });
    },
    why: (session) =>
      needsPlan(session) ??
      (chosenTerm(session) === null ? 'Select a term or one of its courses first.' : null),
  },
  'item.delete': {
    run: (session) => session.selected && session.put({ kind: 'delete-item', item: session.selected }),
    why: needsSelection,
    title: ({ selected }) => selected && `Delete ${quoted(selected.title)} …`,
  },
  'table.paste': {
    run: (session) => {
      session.view = 'table';
      session.put({ kind: 'paste-cells', title: PASTE_TITLE, rows: null, place: null });
    },
    why: needsPlan,
  },
  'plan.settings': { run: (session) => session.put({ kind: 'plan-settings' }), why: needsPlan },
  'plan.baselines': { run: (session) => session.put({ kind: 'baselines' }), why: needsPlan },
  'plan.print': { run: (session) => session.put({ kind: 'print-plan' }), why: needsPlan },
  'data.show': { run: (session) => session.put({ kind: 'show-data' }) },
  'plan.export': { run: (session) => session.put({ kind: 'export-plan' }), why: needsPlan },
  'plan.duplicate': {
    run: (session) => session.document && duplicatePlan(session, session.document.plan.id),
    why: needsPlan,
  },
  'plan.delete': {
    run: (session) => {
      const plan = session.plans.find(({ id }) => id === session.planId);
      if (plan) session.put({ kind: 'delete-plan', plan });
    },
    why: needsPlan,
    title: ({ document }) => document && `Delete plan ${quoted(document.plan.name)} …`,
  },
  'plan.new': { run: (session) => session.put({ kind: 'new-plan', templateId: null }) },
  'plan.import': { run: (session) => chooseImport(session) },
  'timeline.zoom-in': { run: ({ timeline }) => timeline?.zoomBy(ZOOM_STEP), why: needsTimeline },
  'timeline.zoom-out': { run: ({ timeline }) => timeline?.zoomBy(1 / ZOOM_STEP), why: needsTimeline },
  'timeline.fit-plan': { run: ({ timeline }) => timeline?.fitPlan(), why: needsTimeline },
  'timeline.fit-selection': {
    run: ({ timeline, selectedId }) => selectedId !== null && timeline?.fitOn(selectedId),
    why: (session) => needsTimeline(session) ?? needsSelection(session),
  },
  'timeline.today': { run: ({ timeline }) => timeline?.showToday(), why: needsTimeline },
  'history.undo': {
    run: (session) => session.undo(),
    why: ({ history }) => (history.undo === null ? 'Nothing to undo.' : null),
    title: (session) => historyTitle(session, 'undo'),
  },
  'history.redo': {
    run: (session) => session.redo(),
    why: ({ history }) => (history.redo === null ? 'Nothing to redo.' : null),
    title: (session) => historyTitle(session, 'redo'),
  },
  'history.open': {
    run: (session) => (session.historyOpen = !session.historyOpen),
    title: ({ historyOpen }) => (historyOpen ? 'Close the history' : null),
    takesFocus: true,
  },
  'palette.open': { run: (session) => session.put({ kind: 'palette' }) },
  'notices.focus': {
    run: () => focusNotices(),
    why: ({ notices }) => (notices.list.length === 0 ? 'There are no notices.' : null),
    takesFocus: true,
  },
  'help.open': { run: (session) => session.put({ kind: 'help' }) },
};

const IDS = Object.keys(WINDOW_COMMANDS) as WindowCommandId[];

/** A command of the table as it stands now. */
export function windowCommand(session: Session, id: WindowCommandId): WindowCommand {
  const { title, group, keys = [], also = '' }: CommandWords = WINDOW_COMMANDS[id];
  const deed = DEEDS[id];
  return {
    id,
    title: deed.title?.(session) ?? title,
    group,
    keys,
    also,
    why: deed.why?.(session) ?? null,
    run: () => deed.run(session),
    takesFocus: deed.takesFocus ?? false,
  };
}

/** The views, each with a key of its own in the order of the sidebar. */
export function viewCommands(session: Session): WindowCommand[] {
  return VIEWS.map((view, place) => ({
    id: `view.${view}`,
    title: viewLabel(view),
    group: 'Go to',
    keys: place < 9 ? [`Alt+Shift+${place + 1}`] : [],
    also: 'view show',
    why: needsPlan(session),
    run: () => (session.view = view),
    takesFocus: false,
  }));
}

/** Everything that can be done in the window, whether it can be done now or not. */
export function windowCommands(session: Session): WindowCommand[] {
  return [...viewCommands(session), ...IDS.map((id) => windowCommand(session, id))];
}
