import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import type { PrintNote } from '#shared/contract/print-options.ts';
import type { FakeHost } from '#tests/builders/fake-host.ts';
import PrintDialog from './PrintDialog.svelte';

/** A PDF of so many empty pages. Readers find their way without its table. */
function aPdf(pages: number): string {
  const kids = Array.from({ length: pages }, (_, place) => `${place + 3} 0 R`).join(' ');
  const leaves = Array.from(
    { length: pages },
    (_, place) => `${place + 3} 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]>>\nendobj\n`,
  );
  return btoa(
    `%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages /Kids [${kids}] /Count ${pages}>>\nendobj\n${leaves.join('')}trailer\n<</Root 1 0 R>>\n%%EOF`,
  );
}

const finished = (pages: number, notes: PrintNote[] = []) =>
  ({
    ok: true,
    value: { progress: 'packing', result: { name: 'Mine.pdf', base64: aPdf(pages), notes } },
  }) as const;
const working = { ok: true, value: { progress: 'writing', result: null } } as const;

async function open(print: FakeHost['print'], opened?: Awaited<ReturnType<typeof openSession>>) {
  const at = opened ?? (await openSession(aPlan({ id: 'plan', name: 'Mine' }).build()));
  at.host.print = print;
  const onclose = vi.fn();
  const { unmount } = await renderPart(at.session, PrintDialog, { onclose });
  return { ...at, onclose, unmount };
}

const acted = (host: FakeHost, wanted: string) =>
  host.acted.filter(({ name }) => name === wanted).map(({ input }) => input as Record<string, unknown>);
const optionsOf = (host: FakeHost) => acted(host, 'print.start').map(({ options }) => options);
const save = page.getByRole('button', { name: 'Save as PDF' });
const shown = (name: string) => page.getByRole('img', { name });

describe('exporting a PDF', () => {
  it('shows its pages one by one, by mouse and keyboard, and saves the very file that is shown', async () => {
    const { host, onclose } = await open(() => finished(3));
    await expect.element(shown('Page 1 of 3')).toBeVisible();
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.element(shown('Page 2 of 3')).toBeVisible();
    await userEvent.keyboard('{PageDown}{PageDown}');
    await expect.element(shown('Page 3 of 3')).toBeVisible();
    await userEvent.keyboard('{PageUp}');
    await expect.element(shown('Page 2 of 3')).toBeVisible();
    await save.click();
    await expect.poll(() => acted(host, 'file.save')).toEqual([{ name: 'Mine.pdf', base64: aPdf(3) }]);
    await expect.poll(() => onclose.mock.calls.length).toBe(1);
    expect(acted(host, 'print.start')).toHaveLength(1);
  });

  it('makes one preview for several choices in a row, and drops the one that is out of date', async () => {
    const { host } = await open((jobId) => (jobId === 'print-1' ? working : finished(2)));
    await expect.element(page.getByText('Writing the PDF …')).toBeVisible();
    await page.getByRole('radio', { name: 'A4' }).click();
    await page.getByRole('radio', { name: 'Landscape' }).click();
    await page.getByRole('button', { name: 'Costs' }).click();
    await page.getByRole('checkbox', { name: 'Without color' }).click();
    await expect.element(shown('Page 1 of 2')).toBeVisible();
    expect(acted(host, 'print.stop')).toEqual([{ jobId: 'print-1' }]);
    const sections = ['summary', 'timeline', 'terms', 'milestones', 'credentials', 'findings', 'facts'];
    expect(optionsOf(host).at(-1)).toMatchObject({ paper: 'a4', landscape: true, gray: true, sections });
  });

  it('fits the timeline to a number of pages', async () => {
    const { host } = await open(() => finished(1));
    await page.getByRole('radio', { name: 'Fit to' }).click();
    const pages = page.getByRole('textbox', { name: 'Fit to' });
    await pages.fill('61');
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByText('Enter a whole number from 1 to 60.')).toBeVisible();
    await pages.fill('4');
    await userEvent.keyboard('{Tab}');
    await expect.poll(() => optionsOf(host).at(-1)).toMatchObject({ per: 4 });
  });

  it('says when the timeline needs more pages than it was to fit to', async () => {
    const { host } = await open(() => finished(5, [{ code: 'more-pages', asked: 2, pages: 5 }]));
    await page.getByRole('radio', { name: 'Fit to' }).click();
    await expect.poll(() => optionsOf(host).at(-1)).toMatchObject({ per: 2 });
    await expect
      .element(page.getByRole('textbox', { name: 'Fit to' }))
      .toHaveAccessibleDescription(/^The timeline takes 5 pages instead of 2/);
  });

  it('offers what changed since a baseline where there are any, the newest first', async () => {
    const document = aPlan({ id: 'plan', name: 'Mine' }).build();
    const opened = await openSession(document);
    const kept = (id: string, name: string, takenOn: string) => ({
      ...{ id, name, takenOn, takenAt: `${takenOn}T09:00:00.000Z` },
      document,
    });
    opened.host.baselines.set('plan', [
      kept('b2', 'Sent again', '2026-12-01'),
      kept('b1', 'Sent to the board', '2026-11-01'),
    ]);
    await opened.session.start();
    const { host } = await open(() => finished(1), opened);
    expect(optionsOf(host).at(-1)).toMatchObject({ baseline: 'b2' });
    expect(acted(host, 'print.start')[0]).not.toMatchObject({ options: { sections: ['changes'] } });
    await page.getByRole('button', { name: 'Changes since', exact: true }).click();
    await page.getByRole('combobox', { name: 'Changes since the baseline' }).click();
    await page.getByRole('option', { name: /Sent to the board/ }).click();
    await expect.poll(() => optionsOf(host).at(-1)).toMatchObject({ baseline: 'b1' });
    const last = optionsOf(host).at(-1) as { sections: string[] };
    expect(last.sections.slice(0, 3)).toEqual(['summary', 'changes', 'timeline']);
  });

  it('teaches how to take a baseline where there is none', async () => {
    const { session } = await open(() => finished(1));
    await expect
      .element(page.getByRole('button', { name: 'Changes since', exact: true }))
      .not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Baselines …' }).click();
    expect(session.question).toEqual({ kind: 'baselines' });
  });

  it('saves as soon as the file is there, when a person does not wait for the preview', async () => {
    let done = false;
    const { host, onclose } = await open(() => (done ? finished(1) : working));
    await save.click();
    await expect.element(page.getByRole('button', { name: 'Saving …' })).toBeVisible();
    expect(acted(host, 'file.save')).toEqual([]);
    done = true;
    await expect.poll(() => acted(host, 'file.save')).toHaveLength(1);
    await expect.poll(() => onclose.mock.calls.length).toBe(1);
  });

  it('is called off by closing the dialog, and leaves no file', async () => {
    let done = false;
    const { host, onclose, unmount } = await open(() => (done ? finished(1) : working));
    await save.click();
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(onclose).toHaveBeenCalledOnce();
    await unmount();
    expect(acted(host, 'print.stop')).toEqual([{ jobId: 'print-1' }]);
    done = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(acted(host, 'file.save')).toEqual([]);
  });

  it('says what is missing, and what went wrong', async () => {
    let broken = true;
    const failure = { ok: false, error: { code: 'no-browser', detail: 'Install one.' } } as const;
    const { host } = await open(() => (broken ? failure : finished(1)));
    await expect.element(page.getByText(/^Printing needs Chromium/)).toBeVisible();
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(shown('Page 1 of 1')).toBeVisible();
    const names = [
      'Summary',
      'Timeline',
      'Terms and courses',
      'Milestones',
      'Credentials',
      'Costs',
      'Findings',
    ];
    for (const name of [...names, 'Facts and sources']) await page.getByRole('button', { name }).click();
    await expect.element(page.getByText('Choose at least one section.')).toBeVisible();
    await expect.element(save).toBeDisabled();
    const before = acted(host, 'print.start').length;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(acted(host, 'print.start')).toHaveLength(before);
  });

  it('remembers the choices as long as the window lives', async () => {
    const first = await open(() => finished(1));
    await page.getByRole('radio', { name: 'A4' }).click();
    await expect.poll(() => optionsOf(first.host)).toHaveLength(2);
    await first.unmount();
    await open(() => finished(1), first);
    await expect.element(page.getByRole('radio', { name: 'A4' })).toBeChecked();
    await expect.poll(() => optionsOf(first.host).at(-1)).toMatchObject({ paper: 'a4' });
  });
});
