import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { previewShift } from '#shared/domain/terms/preview-shift.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import ShiftTermsDialog from './ShiftTermsDialog.svelte';

const today = '2026-11-23';
const plan = () =>
  aPlan({ id: 'plan' })
    .program('bs', { mustEndBy: '2027-12-31' })
    .term('f26', { title: 'Fall 2026' })
    .term('s27', { title: 'Spring 2027' })
    .term('f27', { title: 'Abroad' })
    .course('a', { termId: 'f26', status: 'completed', grade: 'A' })
    .course('b', { title: 'Anatomy', termId: 's27', offered: ['spring'] })
    .course('c', { termId: 'f27' })
    .credential('license', { title: 'License' })
    .link('bs', 'license')
    .goal('license')
    .build();

async function open(id: string) {
  const opened = await openSession(plan(), { today });
  opened.host.whenAsked('term.previewShift', ({ by }) => {
    const outcome = previewShift(plan(), id, Number(by), toDay(today));
    return outcome.ok ? { value: outcome.preview } : { code: 'cannot-shift', why: outcome.refusal };
  });
  const term = opened.session.items.get(id);
  if (term?.kind !== 'term') throw new Error(id);
  const onclose = vi.fn();
  await renderPart(opened.session, ShiftTermsDialog, { term, onclose });
  return { ...opened, onclose };
}
const accept = () => page.getByRole('button', { name: /^Shift/ });

describe('shifting terms', () => {
  it('shows the days before and after, the goal, and what to look at then', async () => {
    const { host, session, onclose } = await open('s27');
    await expect.element(page.getByText('Jan 11 – May 7, 2027')).toBeVisible();
    await expect.element(page.getByText('Aug 16 – Dec 10, 2027').first()).toBeVisible();
    await expect.element(page.getByText('→ Fall 2027', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/days later/)).toBeVisible();
    await expect
      .element(
        page.getByText(
          '“Anatomy” is taught only in spring, but “Spring 2027” would be in fall; move the course afterwards.',
        ),
      )
      .toBeVisible();
    await expect.element(page.getByText(/must end by/)).toBeVisible();
    expect(host.sent).toEqual([]);

    await expect.element(accept()).toHaveTextContent('Shift 2 terms');
    await accept().click();
    await expect.poll(() => onclose.mock.calls.length).toBe(1);
    expect(host.sent).toEqual([{ name: 'term.shift', input: { id: 's27', by: 1 } }]);
    expect(session.notices.list[0]).toMatchObject({
      kind: 'done',
      command: 'term.shift',
      subject: 'Spring 2027',
    });
  });

  it('goes a year, which is as many terms as the program has in one', async () => {
    const { host } = await open('f27');
    await page.getByRole('radio', { name: 'A year later' }).click();
    await expect.element(page.getByText(/^Abroad/)).toBeVisible();
    await expect.element(page.getByText(/Dec \d+, 2028/).first()).toBeVisible();
    await accept().click();
    await expect.poll(() => host.sent).toEqual([{ name: 'term.shift', input: { id: 'f27', by: 2 } }]);
  });

  it('says why it cannot be, and offers nothing to accept', async () => {
    await open('s27');
    await page.getByRole('radio', { name: 'A term earlier' }).click();
    await expect.element(page.getByText(/“Spring 2027” would come onto “Fall 2026”/)).toBeVisible();
    await expect.element(accept()).toBeDisabled();
  });

  it('leaves a term with a record where it is', async () => {
    await open('f26');
    await expect.element(page.getByText(/“Fall 2026” has begun and holds courses/)).toBeVisible();
    await expect.element(accept()).toBeDisabled();
  });
});
