import type { Locator, Page } from '@playwright/test';
import { VIEWS } from '#renderer/state/place.ts';
import { ITEM_KINDS } from '#shared/domain/plan/items.ts';
import { WINDOW_COMMANDS } from '#shared/words/window-commands.ts';
import { expect, type App } from '../fixtures.ts';
import { byCli } from './by-cli.ts';
import { closeAll } from './closing.ts';
import type { PopUp } from './pop-ups.ts';
import { command, openPlan, PLAN, showDetails } from './states.ts';

/** A plan whose courses have no terms. */
export const CURRICULUM = 'Health Services BS';
/** A plan without an item. */
const EMPTY = 'Nothing yet';

/**
 * The plan that `makePlans` opens gets a baseline it has moved away from, a target it misses, courses without a term,
 * and a scenario. Beside it are a curriculum without terms, and a plan with nothing in it.
 */
export async function readyForPanels(app: App): Promise<void> {
  const run = byCli(app);
  await app.restart(async () => {
    await run('import', 'tests/fixtures/curricula/semesters-with-metrics.csv');
    await run('do', 'plan.add', JSON.stringify({ name: EMPTY }));
    const plans = JSON.parse(await run('list', '--json')) as { id: string; name: string }[];
    const id = plans.find(({ name }) => name === PLAN)?.id ?? '';
    await run('baseline', id, '--take', 'Sent to the board');
    await run('do', 'plan.duplicate', JSON.stringify({ id, name: 'Half the hours a week' }));
    await run('do', 'plan.update', JSON.stringify({ id, changes: { target: '2031-06-30' } }));
    const { items } = JSON.parse(await run('show', id, '--json')) as {
      items: { id: string; title: string }[];
    };
    const idOf = (title: string) => items.find((item) => item.title === title)?.id;
    for (const title of ['Strategic Management Capstone', 'Health Economics'])
      await run('do', 'course.move', JSON.stringify({ id: idOf(title), termId: null }));
    const step = idOf('Send the application for the license');
    await run('do', 'step.update', JSON.stringify({ id: step, changes: { length: 46 } }));
  });
  await openPlan(app.page);
}

/** Opens all that is folded up in a place, also what comes up by that. */
export async function unfold(place: Locator): Promise<void> {
  const folded = place.locator(
    '.disclosure .trigger[aria-expanded="false"], .group > [aria-expanded="false"]',
  );
  for (let count = await folded.count(); count > 0; count = await folded.count()) {
    await folded.first().click();
    await expect(folded).not.toHaveCount(count);
  }
}

const stay = () => Promise.resolve();
const cell = (page: Page, name: RegExp) => page.getByRole('gridcell', { name }).first();
const rowHead = (page: Page, title: string) =>
  page.getByRole('rowheader').filter({ has: page.getByText(title, { exact: true }) });

const inTerms: readonly PopUp[] = [
  {
    name: 'Terms: what can be done with a course',
    show: async (page) => {
      await command(page, 'Terms');
      await cell(page, /^ENG 101/).click({ button: 'right' });
      await expect(page.getByRole('menu')).toBeVisible();
    },
    hide: closeAll,
  },
  {
    name: 'Terms: where a course would go',
    show: async (page) => {
      await command(page, 'Terms');
      await cell(page, /^ENG 101/).focus();
      await page.keyboard.press('m');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: 'To term' }).fill('Year 4 Spring');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('button', { name: 'Move', exact: true })).toBeEnabled();
    },
    hide: closeAll,
  },
  {
    name: 'Terms: chosen courses',
    show: async (page) => {
      await command(page, 'Terms');
      await cell(page, /^ENG 101/).focus();
      await page.keyboard.press('Shift+ArrowDown');
      await expect(page.getByRole('group', { name: 'Chosen courses' })).toBeVisible();
    },
    hide: (page) => page.getByRole('button', { name: 'Clear', exact: true }).click(),
  },
];

const inTable: readonly PopUp[] = [
  {
    name: 'Table: a filter that nothing passes',
    show: async (page) => {
      await command(page, 'Table');
      await page.getByRole('textbox', { name: 'Show only rows with' }).fill('no such thing');
      await expect(page.getByRole('rowheader')).toHaveCount(0);
    },
    hide: (page) => page.getByRole('textbox', { name: 'Show only rows with' }).fill(''),
  },
  {
    name: 'Table: chosen rows, and a value for all of them',
    show: async (page) => {
      await command(page, 'Table');
      await rowHead(page, 'English Composition I').click();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await page
        .getByRole('toolbar', { name: 'Chosen rows' })
        .getByRole('button', { name: 'Status' })
        .click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
    hide: async (page) => {
      await closeAll(page);
      await page.getByRole('button', { name: 'Choose none' }).click();
    },
  },
];

const onTimeline: readonly PopUp[] = [
  {
    name: 'Timeline: what has no dates',
    show: async (page) => {
      await command(page, 'Timeline');
      await page.getByRole('button', { name: /^Unscheduled/ }).click();
      await expect(page.getByRole('button', { name: /Health Economics/ }).first()).toBeVisible();
    },
    hide: (page) => page.getByRole('button', { name: /^Unscheduled/ }).click(),
  },
  {
    name: 'Timeline: find, with its filters',
    show: async (page) => {
      await command(page, 'Timeline');
      await page.getByRole('button', { name: 'Find', exact: true }).click();
      await page.getByRole('search').getByRole('textbox').fill('health');
      await page
        .getByRole('search')
        .getByRole('button', { name: /^Filters/ })
        .click();
      await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
    },
    hide: async (page) => {
      await closeAll(page);
      await page.getByRole('search').getByRole('button', { name: 'Done' }).click();
    },
  },
  {
    name: 'Timeline: about a bar',
    show: async (page) => {
      await command(page, 'Timeline');
      await page.getByRole('row', { name: /^ENG 101/ }).hover();
      await expect(page.getByRole('tooltip')).toBeVisible();
    },
    hide: async (page) => {
      await page.mouse.move(0, 0);
      await expect(page.getByRole('tooltip')).toHaveCount(0);
    },
  },
  {
    name: 'the timeline against a baseline',
    show: async (page) => {
      await command(page, WINDOW_COMMANDS['plan.baselines'].title);
      await page.getByRole('button', { name: 'Show on the timeline: Sent to the board' }).click();
      await closeAll(page);
      await command(page, 'Timeline');
      await expect(page.getByRole('button', { name: /days later$/ })).toBeVisible();
    },
    hide: stay,
  },
];

const elsewhere: readonly PopUp[] = [
  {
    name: 'whether the target is met',
    show: async (page) => {
      await page.getByRole('button', { name: /days late$/ }).click();
      await expect(page.getByRole('dialog', { name: 'The target' })).toBeVisible();
    },
    hide: closeAll,
  },
  {
    name: 'Overview: credits as a table',
    show: async (page) => {
      await command(page, 'Overview');
      await unfold(page.getByRole('main'));
      await expect(page.getByRole('main').getByRole('table')).toBeVisible();
    },
    hide: stay,
  },
  {
    name: 'Audit: all groups, and grades tried out',
    show: async (page) => {
      await command(page, 'Audit');
      await unfold(page.getByRole('main'));
      await page
        .getByRole('button', { name: /^What if/ })
        .first()
        .click();
      await expect(page.getByRole('region', { name: 'What if' })).toBeVisible();
    },
    hide: stay,
  },
  {
    name: 'Facts: a fact that is changed',
    show: async (page) => {
      await command(page, 'Facts');
      await page
        .getByRole('main')
        .getByRole('button', { name: /^Change / })
        .first()
        .click();
      await expect(page.getByRole('main').getByRole('button', { name: 'Cancel' })).toBeVisible();
    },
    hide: (page) => page.getByRole('main').getByRole('button', { name: 'Cancel' }).click(),
  },
  {
    name: 'Credentials: the day of issue',
    show: async (page) => {
      await command(page, 'Credentials');
      await page
        .getByRole('button', { name: /issued/i })
        .first()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    hide: closeAll,
  },
  {
    name: 'export of a curriculum, and what it cannot hold',
    show: async (page) => {
      await command(page, WINDOW_COMMANDS['plan.export'].title);
      await page.getByRole('dialog').getByRole('radio').nth(1).click();
    },
    hide: closeAll,
  },
  {
    name: 'palette, where nothing is found',
    show: async (page) => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('combobox', { name: 'Command, plan or item' }).fill('no such thing');
      await expect(page.getByRole('option')).toHaveCount(0);
    },
    hide: closeAll,
  },
  {
    name: 'compare with two scenarios',
    show: async (page) => {
      await command(page, 'Compare');
      const choices = page.getByRole('group', { name: 'Compared with' });
      for (const name of ['Half the hours a week', /^Worked example/])
        await choices.getByRole('button', { name }).first().click();
      await unfold(page.getByRole('main'));
      await expect(page.getByRole('columnheader')).not.toHaveCount(0);
    },
    hide: stay,
  },
];

/** The details of each kind, with all that is folded up in them. */
const unfolded: readonly PopUp[] = ITEM_KINDS.map((kind) => ({
  name: `all details of a ${kind}`,
  show: async (page) => {
    await showDetails(page, kind);
    await unfold(page.getByRole('complementary'));
  },
  hide: stay,
}));

/** Every view of a plan with nothing in it, which says how to begin. */
const empty: readonly PopUp[] = VIEWS.map((view) => ({
  name: `${view} of an empty plan`,
  show: async (page) => {
    await command(page, EMPTY);
    await command(page, view.charAt(0).toUpperCase() + view.slice(1));
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${view}`, 'i') })).toBeVisible();
  },
  hide: (page) => command(page, PLAN),
}));

/** What comes up on the way to something else: menus, tools for what is chosen, what is folded up, and empty places. */
export const PANELS: readonly PopUp[] = [
  ...inTerms,
  ...inTable,
  ...elsewhere,
  ...onTimeline,
  ...unfolded,
  ...empty,
];
