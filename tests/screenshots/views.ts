import type { Page } from 'playwright-core';

/** A picture: how it is called, and by what a person would find its view. */
export interface View {
  file: string;
  /** The name in the sidebar; a view that is there from the start has none. */
  link: string | null;
  /** The heading that says that one is there. */
  heading: string;
}

const named = (name: string): View => ({ file: name.toLowerCase(), link: name, heading: name });

/** The views of a plan, in the order of the sidebar. */
export const VIEWS: readonly View[] = [
  'Overview',
  'Timeline',
  'Terms',
  'Table',
  'Audit',
  'Milestones',
  'Credentials',
  'Costs',
  'Facts',
].map(named);

/** What a person sees who has no plan yet. */
export const WELCOME: View = { file: 'welcome', link: null, heading: 'Plan the whole way to your license.' };

const LIMIT_MS = 10_000;

/**
 * Goes to a view and waits until nothing on it moves any more.
 * @throws Error with a sentence that names the view when it cannot be found.
 */
export async function openView(page: Page, { file, link, heading }: View): Promise<void> {
  try {
    if (link !== null) {
      const sidebar = page.getByRole('navigation', { name: 'Plans and views' });
      await sidebar.getByRole('button', { name: link, exact: true }).click({ timeout: LIMIT_MS });
    }
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor({ timeout: LIMIT_MS });
  } catch (cause) {
    throw new Error(
      `The view “${file}” was not found: the page shows ${link === null ? '' : `no button “${link}” in its sidebar, or `}no heading “${heading}”.`,
      { cause },
    );
  }
  // Neither a pointer over something nor a focus belongs in the picture.
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await document.fonts.ready;
  });
  await page.waitForLoadState('networkidle');
  await untilStill(page);
}

/** Two pictures in a row that are the same: names are set again when their font has come, and lists fill up. */
async function untilStill(page: Page): Promise<void> {
  let before = await page.screenshot({ animations: 'disabled' });
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await page.waitForTimeout(150);
    const now = await page.screenshot({ animations: 'disabled' });
    if (now.equals(before)) return;
    before = now;
  }
  throw new Error('The page does not come to rest.');
}
