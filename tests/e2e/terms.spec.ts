import { expect, test } from './fixtures.ts';

const CURRICULUM = 'tests/fixtures/curricula/semesters-with-metrics.csv';

test('terms are filled in the grid, a course moves by mouse and keyboard, and undo takes it back', async ({
  app,
}) => {
  await app.restart(() => app.cli(['import', CURRICULUM]));
  const { page } = app;
  const views = page.getByRole('navigation', { name: 'Plans and views' });
  await views.getByRole('button', { name: 'Terms', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'This program has no terms yet' })).toBeVisible();

  await page.getByRole('button', { name: 'Fill the terms' }).click();
  const panel = page.getByRole('region', { name: 'Fill the terms' });
  await expect(panel.getByText(/and no terms; add some/)).toBeVisible();
  await panel.getByRole('button', { name: 'Add terms and look again' }).click();
  await expect(panel.getByText(/Every course finds a term/)).toBeVisible();
  const terms = page.getByRole('grid', { name: 'Terms' }).getByRole('row');
  await expect(terms.nth(1).getByText('New')).toBeVisible();
  await panel.getByRole('button', { name: 'Accept' }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByLabel('Notices').getByText(/^Filled the terms of/)).toBeVisible();

  const [first, second, last] = [terms.nth(1), terms.nth(2), terms.nth(3)];
  const courses = await first.getByRole('gridcell').count();
  const card = first.getByRole('gridcell').first();
  const name = (await card.getAttribute('aria-label')) ?? '';
  await card.dragTo(second.getByRole('gridcell').first());
  const moved = second.getByRole('gridcell', { name, exact: true });
  await expect(moved).toBeVisible();
  await expect(first.getByRole('gridcell')).toHaveCount(courses - 1);

  await moved.focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(last.getByRole('gridcell', { name, exact: true })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(moved).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(first.getByRole('gridcell')).toHaveCount(courses);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: 'This program has no terms yet' })).toBeVisible();
});
