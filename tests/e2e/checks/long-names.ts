import { readFile, writeFile } from 'node:fs/promises';
import { expect, type App } from '../fixtures.ts';
import { byCli } from './by-cli.ts';
import { PLAN } from './states.ts';

interface PlanFile {
  plan: { name: string; target: string | null };
  items: Record<string, unknown>[];
  requirements: { title: string }[];
  facts: Record<string, unknown>[];
}

/** Words of a length that no column is made for, and one without a place to break it. */
const MORE =
  'together with Arbeiterunfallversicherungsgesetzesnovellierungsausschuss and all that belongs to it';
/** Found by its title in the states; the rest is longer than anybody would write. */
const KEPT = 'Year 1 Fall';

/** Puts a plan beside that of `makePlans` whose names are far too long, which is late and has findings of every weight. */
export async function makeLongNames(app: App): Promise<void> {
  const file = `${app.dbFile}.json`;
  const run = byCli(app);
  await app.restart(async () => {
    const made = await run(
      'new',
      '--template',
      'medical-office-manager',
      '--start',
      '2026-08-24',
      '--jurisdiction',
      'CA',
      '--json',
    );
    const { planId } = JSON.parse(made) as { planId: string };
    await run('export', planId, '--format', 'json', '-o', file);
    await run('delete', planId);
    const document = JSON.parse(await readFile(file, 'utf8')) as PlanFile;
    document.plan.name = `${PLAN}, ${MORE}`;
    document.plan.target = '2029-01-31';
    document.requirements.forEach((group) => (group.title += ` ${MORE}`));
    document.facts.forEach((fact) => Object.assign(fact, { note: MORE, sourceTitle: MORE }));
    document.items.forEach((item, place) => {
      if (item['title'] === KEPT) Object.assign(item, { creditLimit: 6 });
      else item['title'] = `${String(item['title'])} ${MORE}`;
      if (item['kind'] === 'course' && place % 7 === 0) Object.assign(item, { termId: null, credits: 99.25 });
      if (item['kind'] === 'program') Object.assign(item, { institution: MORE, costCents: 123_456_789_00 });
      if (item['kind'] === 'milestone' && place % 2 === 0) Object.assign(item, { pinStart: '2026-09-01' });
    });
    await writeFile(file, JSON.stringify(document));
    await run('import', file);
  });
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
  await app.page.getByRole('navigation').getByRole('button', { name: MORE }).first().click();
  await expect(app.page).toHaveTitle(new RegExp(`^${PLAN}, ${MORE}`));
  app.page.setDefaultTimeout(5_000);
}
