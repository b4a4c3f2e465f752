import type { Page } from '@playwright/test';
import { VIEWS } from '#renderer/state/place.ts';
import { ITEM_KINDS } from '#shared/domain/plan/items.ts';
import { WINDOW_COMMANDS, type WindowCommandId } from '#shared/words/window-commands.ts';
import { expect, type App } from '../fixtures.ts';

/** Something a person can have in front of them, and how to get there from an open plan. */
export interface State {
  name: string;
  show(page: Page): Promise<void>;
}

/** The name of the plan that `makePlans` opens. */
export const PLAN = 'Medical office manager, California';

/** Two plans: the template with everything in it, and a small one to compare it with. */
export async function makePlans(app: App): Promise<void> {
  await app.restart(async () => {
    for (const args of [
      ['import', 'tests/fixtures/worked-example.throughline.json'],
      ['new', '--template', 'medical-office-manager', '--start', '2026-08-24', '--jurisdiction', 'CA'],
    ]) {
      const { code, stderr } = await app.cli(args);
      expect(stderr).toBe('');
      expect(code).toBe(0);
    }
  });
  await openPlan(app.page);
}

/** Opens the plan in a window that has just been started. */
export async function openPlan(page: Page): Promise<void> {
  page.setDefaultTimeout(5_000);
  await page.getByRole('navigation').getByRole('button', { name: PLAN }).first().click();
  await expect(page).toHaveTitle(new RegExp(`^${PLAN}`));
}

/** The dialog in front; one that asks before it deletes has a role of its own. */
const dialogOf = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog')).last();

/** Does what the palette finds first under a title. */
export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const field = page.getByRole('combobox', { name: 'Command, plan or item' });
  await field.fill(title);
  await expect(page.getByRole('option').first()).toContainText(title);
  await page.keyboard.press('Enter');
  await expect(field).toBeHidden();
}

/** One item of each kind in the template. */
const TITLES: Record<(typeof ITEM_KINDS)[number], string> = {
  program: 'Bachelor of Science in Health Services Administration',
  term: 'Year 1 Fall',
  course: 'English Composition I',
  experience: 'Administrator-in-training (AIT)',
  step: 'NAB CORE exam',
  credential: 'Nursing home administrator license (California)',
  milestone: "Bachelor's degree awarded",
};

const views: State[] = VIEWS.map((view) => ({
  name: `view ${view}`,
  show: async (page) => {
    const label = view.charAt(0).toUpperCase() + view.slice(1);
    await command(page, label);
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${label}`) })).toBeVisible();
  },
}));

/** A file, or something that is selected first. */
const ASKS_FOR_MORE: ReadonlySet<WindowCommandId> = new Set(['plan.import', 'item.delete', 'terms.shift']);

/** What a command is called in the palette: two name what they would delete. */
function titleOf(id: WindowCommandId): string {
  if (id === 'item.delete') return `Delete “${TITLES.term}”`;
  if (id === 'plan.delete') return `Delete plan “${PLAN}”`;
  return WINDOW_COMMANDS[id].title;
}

/** The window's commands that open a dialog: their titles end with an ellipsis. */
const dialogs: State[] = (Object.keys(WINDOW_COMMANDS) as WindowCommandId[])
  .filter((id) => WINDOW_COMMANDS[id].title.endsWith('…') && !ASKS_FOR_MORE.has(id))
  .map((id) => ({
    name: `dialog “${WINDOW_COMMANDS[id].title}”`,
    show: async (page) => {
      await command(page, titleOf(id));
      await expect(dialogOf(page)).toBeVisible();
    },
  }));

const others: State[] = [
  ...(['terms.shift', 'item.delete'] as const).map((id) => ({
    name: `dialog “${WINDOW_COMMANDS[id].title}”`,
    show: async (page: Page) => {
      await command(page, TITLES.term);
      await command(page, titleOf(id));
      await expect(dialogOf(page)).toBeVisible();
    },
  })),
  {
    name: 'palette',
    show: async (page) => {
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'help',
    show: async (page) => {
      await command(page, WINDOW_COMMANDS['help.open'].title);
      await expect(dialogOf(page)).toBeVisible();
    },
  },
];

/** Shows the details of one item of a kind, by a title the template has. */
export async function showDetails(page: Page, kind: (typeof ITEM_KINDS)[number]): Promise<void> {
  await command(page, TITLES[kind]);
  await expect(page.getByRole('complementary')).toBeVisible();
}

const details: State[] = ITEM_KINDS.map((kind) => ({
  name: `details of a ${kind}`,
  show: (page) => showDetails(page, kind),
}));

/** Everything but what asks for a file, in an order in which nothing has to be made up for. */
export const STATES: readonly State[] = [...views, ...details, ...others, ...dialogs];

/** Closes whatever `show` opened over the view. */
export async function leave(page: Page): Promise<void> {
  for (let open = 0; open < 3; open += 1) {
    if ((await dialogOf(page).count()) === 0) return;
    await page.keyboard.press('Escape');
  }
  await expect(dialogOf(page)).toHaveCount(0);
}
