import type { Page } from '@playwright/test';
import { WINDOW_COMMANDS } from '#shared/words/window-commands.ts';
import { expect, type App } from '../fixtures.ts';
import type { PopUp } from './pop-ups.ts';
import { command } from './states.ts';

/** The plan that `makePlans` opens gets a baseline it has moved away from, courses without a term, and a scenario. */
export async function readyForPanels(app: App): Promise<void> {
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await app.cli(args);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    return stdout;
  };
  await app.restart(async () => {
    const plans = JSON.parse(await run('list', '--json')) as { id: string; name: string }[];
    const id = plans.find(({ name }) => name.startsWith('Medical office'))?.id ?? '';
    await run('baseline', id, '--take', 'Sent to the board');
    await run('do', 'plan.duplicate', JSON.stringify({ id, name: 'Half the hours a week' }));
    const { items } = JSON.parse(await run('show', id, '--json')) as {
      items: { id: string; title: string }[];
    };
    const idOf = (title: string) => items.find((item) => item.title === title)?.id;
    for (const title of ['Strategic Management Capstone', 'Health Economics'])
      await run('do', 'course.move', JSON.stringify({ id: idOf(title), termId: null }));
    const step = idOf('Send the application for the license');
    await run('do', 'step.update', JSON.stringify({ id: step, changes: { length: 46 } }));
  });
  await expect(app.page.getByRole('region', { name: 'Goal' })).toBeVisible();
}

const escape = (page: Page) => page.keyboard.press('Escape');
/** What is in a dialog may take the first Escape for itself. */
const closeDialog = async (page: Page) => {
  for (let open = 0; open < 3 && (await page.getByRole('dialog').count()) > 0; open += 1) {
    await escape(page);
    await page.waitForTimeout(200);
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

/** A cell of the table whose editor is open. */
function editing(column: string, of: string): PopUp {
  return {
    name: `Table: the editor of ${column}`,
    show: async (page) => {
      await command(page, 'Table');
      await page.getByRole('textbox', { name: 'Show only rows with' }).fill(of);
      const row = page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: of }) })
        .first();
      const place = await page
        .getByRole('columnheader', { name: column })
        .first()
        .getAttribute('aria-colindex');
      await row.locator(`[aria-colindex="${place ?? ''}"]`).click();
      await page.keyboard.press('F2');
      await expect(page.locator('[data-editor]')).toBeVisible();
    },
    hide: async (page) => {
      await escape(page);
      if ((await page.locator('[data-editor]').count()) > 0) await escape(page);
      await expect(page.locator('[data-editor]')).toHaveCount(0);
      await page.getByRole('textbox', { name: 'Show only rows with' }).fill('');
    },
  };
}

/** What comes up on the way to something else: previews, editors and comparisons. */
export const PANELS: readonly PopUp[] = [
  editing('Title', 'Health Economics'),
  editing('Status', 'Health Economics'),
  editing('Starts', 'Year 1 Fall'),
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
    name: 'import preview',
    show: async (page) => {
      const choosing = page.waitForEvent('filechooser');
      await page.keyboard.press('ControlOrMeta+o');
      await (await choosing).setFiles('tests/fixtures/curricula/dirty.csv');
      await expect(page.getByRole('dialog', { name: 'Import a plan' })).toContainText('dirty.csv');
    },
    hide: closeDialog,
  },
  {
    name: 'transcript preview',
    show: async (page) => {
      await command(page, WINDOW_COMMANDS['transcript.import'].title);
      await page.getByRole('dialog').getByRole('textbox', { name: 'Transcript' }).fill(TRANSCRIPT);
      await expect(page.getByRole('dialog')).toContainText('ENG 101');
    },
    hide: closeDialog,
  },
  {
    name: 'restore preview',
    show: async (page) => {
      await command(page, WINDOW_COMMANDS['data.show'].title);
      const dialog = page.getByRole('dialog', { name: 'Where is my data' });
      await dialog.getByRole('button', { name: 'Back up now' }).click();
      await dialog
        .getByRole('button', { name: /^Restore the copy of / })
        .first()
        .click();
      await expect(dialog.getByRole('button', { name: 'Restore this copy' })).toBeVisible();
    },
    hide: closeDialog,
  },
  {
    name: 'compare with two scenarios',
    show: async (page) => {
      await command(page, 'Compare');
      for (const choice of await page.getByRole('group', { name: 'Compared with' }).getByRole('button').all())
        if ((await choice.getAttribute('aria-pressed')) === 'false') await choice.click();
      await expect(page.getByRole('columnheader')).not.toHaveCount(0);
    },
    hide: () => Promise.resolve(),
  },
  {
    name: 'baselines',
    show: async (page) => {
      await command(page, WINDOW_COMMANDS['plan.baselines'].title);
      await expect(page.getByRole('dialog', { name: 'Baselines' })).toContainText('Sent to the board');
    },
    hide: closeDialog,
  },
  {
    name: 'the timeline against a baseline',
    show: async (page) => {
      await command(page, WINDOW_COMMANDS['plan.baselines'].title);
      await page.getByRole('button', { name: 'Show on the timeline: Sent to the board' }).click();
      await escape(page);
      await command(page, 'Timeline');
      await expect(page.getByRole('button', { name: /days later$/ })).toBeVisible();
    },
    hide: () => Promise.resolve(),
  },
];

const TRANSCRIPT = `Fall 2026
ENG 101 English Composition I 3.0 A
MTH 110 College Algebra 3.0 B+
Nobody knows what this line is
`;
