import type { Page } from '@playwright/test';
import { PASTE_TITLE } from '#shared/words/paste.ts';
import { WINDOW_COMMANDS } from '#shared/words/window-commands.ts';
import { expect } from '../fixtures.ts';
import { closeAll } from './closing.ts';
import { CURRICULUM, unfold } from './panels.ts';
import type { PopUp } from './pop-ups.ts';
import { command, PLAN } from './states.ts';

/** Printing takes a Chromium of its own. */
const PRINTED_WITHIN_MS = 20_000;

type File = Parameters<Awaited<ReturnType<typeof chosen>>['setFiles']>[0];
const chosen = (page: Page) => page.waitForEvent('filechooser');

async function importFile(page: Page, file: File): Promise<void> {
  const choosing = chosen(page);
  await page.keyboard.press('ControlOrMeta+o');
  await (await choosing).setFiles(file);
}

async function fillInTerms(page: Page): Promise<void> {
  await command(page, 'Terms');
  await page.getByRole('button', { name: 'Fill the terms', exact: true }).click();
}

/** What something would do, shown before it is done. Nothing of it is accepted. */
export const PREVIEWS: readonly PopUp[] = [
  {
    name: 'import preview',
    show: async (page) => {
      await importFile(page, 'tests/fixtures/curricula/dirty.csv');
      await expect(page.getByRole('dialog', { name: 'Import a plan' })).toContainText('dirty.csv');
    },
    hide: closeAll,
  },
  {
    name: 'import of a file that is no plan',
    show: async (page) => {
      await importFile(page, {
        name: 'holiday.throughline.json',
        mimeType: 'application/json',
        buffer: Buffer.from('{ "format": "throughline-plan", "version": 99 }'),
      });
      await expect(page.getByRole('dialog', { name: 'Import a plan' }).getByRole('alert')).toBeVisible();
    },
    hide: closeAll,
  },
  {
    name: 'transcript preview',
    show: async (page) => {
      await command(page, WINDOW_COMMANDS['transcript.import'].title);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Transcript' }).fill(TRANSCRIPT);
      await expect(dialog).toContainText('ENG 101');
      await unfold(dialog);
    },
    hide: closeAll,
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
    hide: closeAll,
  },
  {
    name: 'print preview',
    show: async (page) => {
      await command(page, WINDOW_COMMANDS['plan.print'].title);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Changes since', exact: true }).click();
      await expect(dialog.getByRole('img', { name: /^Page 1 of/ })).toBeVisible({
        timeout: PRINTED_WITHIN_MS,
      });
    },
    hide: closeAll,
  },
  {
    name: 'paste preview',
    show: async (page) => {
      await command(page, 'Table');
      await page.getByRole('button', { name: 'Paste', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: PASTE_TITLE });
      await dialog.getByRole('textbox', { name: 'Cells' }).fill(CELLS);
      await expect(dialog.getByRole('table').first()).toBeVisible();
    },
    hide: closeAll,
  },
  {
    name: 'Terms: fill preview',
    show: async (page) => {
      await fillInTerms(page);
      await expect(page.getByRole('region', { name: 'Fill the terms' })).toContainText('proposed');
      await expect(page.getByRole('button', { name: 'Accept' })).toBeFocused();
    },
    hide: (page) => page.getByRole('button', { name: 'Discard' }).click(),
  },
  {
    name: 'Timeline: fill preview',
    show: async (page) => {
      await command(page, 'Timeline');
      await command(page, WINDOW_COMMANDS['terms.fill'].title);
      const dialog = page.getByRole('dialog', { name: 'Fill the terms' });
      await expect(dialog.getByRole('button', { name: 'Place the courses' })).toBeVisible();
    },
    hide: closeAll,
  },
  {
    name: 'Terms: fill without terms',
    show: async (page) => {
      await command(page, CURRICULUM);
      await fillInTerms(page);
      await expect(page.getByRole('button', { name: 'Add terms and look again' })).toBeFocused();
    },
    hide: async (page) => {
      await page.getByRole('button', { name: 'Close', exact: true }).click();
      await command(page, PLAN);
    },
  },
  {
    name: 'changes since a baseline',
    show: async (page) => {
      await command(page, WINDOW_COMMANDS['plan.baselines'].title);
      const dialog = page.getByRole('dialog', { name: 'Baselines' });
      await expect(dialog).toContainText('later than in “Sent to the board”');
      await unfold(dialog);
    },
    hide: closeAll,
  },
];

const TRANSCRIPT = `Fall 2026
ENG 101 English Composition I 3.0 A
MTH 110 College Algebra 3.0 B+
Nobody knows what this line is
`;

const CELLS = `Title\tKind\tCredits\tStatus\tProfessor
Health Economics\tCourse\t3.5\tEnrolled\tLee
English Composition I\tCourse\tmany\tCompleted\t
A course that nobody has thought of before\tCourse\t3\tPlanned\t`;
