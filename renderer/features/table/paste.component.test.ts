import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import TableView from './TableView.svelte';

const plan = () =>
  aPlan({ id: 'plan' })
    .program('bs', { title: 'Bachelor' })
    .term('f26', { title: 'Fall 2026', firstDay: '2026-08-24', lastDay: '2026-12-11' })
    .course('math', { title: 'Algebra', termId: 'f26', credits: 4 })
    .course('bio', { title: 'Anatomy', termId: 'f26', credits: 3 })
    .program('ms', { title: 'Master' })
    .step('exam', { title: 'Exam', length: 1, lengthUnit: 'day' })
    .build();

beforeEach(() => localStorage.clear());

async function open() {
  const opened = await openSession(plan(), { today: '2026-11-23' });
  opened.host.when('plan.changeItems', () => ({ ids: {} }));
  await renderPart(opened.session, TableView);
  return opened;
}

const grid = () => page.getByRole('grid');
const row = (title: string) => grid().getByRole('row').filter({ hasText: title });
const cell = (title: string, column: string) => {
  const heads = grid().getByRole('columnheader').elements();
  const place = heads.findIndex((head) => head.textContent.trim() === column);
  return place === 0
    ? row(title).getByRole('rowheader')
    : row(title)
        .getByRole('gridcell')
        .nth(place - 1);
};
const keys = (text: string) => userEvent.keyboard(text);
const dialog = () => page.getByRole('dialog');
const says = (part: Locator, words: RegExp) =>
  expect.poll(() => part.query()?.textContent ?? '').toMatch(words);

/** What the browser does when a person pastes while an element has the focus. */
function paste(text: string) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.activeElement!.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}

describe('pasting', () => {
  it('writes one value into one cell at once, and keeps there what cannot be used', async () => {
    const { host } = await open();
    await cell('Algebra', 'Credits').click();
    paste('5');
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'course.update', input: { id: 'math', changes: { credits: 5 } } }]);
    paste('many');
    await says(page.getByRole('alert'), /This is not a number/);
    await says(cell('Algebra', 'Credits'), /^many/);
    await keys('{Escape}');
    await expect.element(cell('Algebra', 'Credits')).toHaveTextContent('5');
    await cell('Algebra', 'Starts').click();
    paste('2027-01-01');
    await says(page.getByRole('alert'), /has the dates of its term/);
    expect(host.sent).toHaveLength(1);
  });

  it('shows what is refused by the core, and stays open', async () => {
    const { host } = await open();
    await cell('Algebra', 'Credits').click();
    paste('1\n2');
    host.refusal = { code: 'item-refused', title: 'Anatomy', why: { code: 'length-without-unit' } };
    await dialog().getByRole('button', { name: 'Change 2 items' }).click();
    await says(
      dialog().getByRole('alert'),
      /^Nothing was changed because of “Anatomy”: a length needs a unit/,
    );
    await dialog().getByRole('button', { name: 'Change 2 items' }).click();
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(host.sent.at(-1)?.input).toMatchObject({
      planId: 'plan',
      updates: [
        { id: 'math', changes: { credits: 1 } },
        { id: 'bio', changes: { credits: 2 } },
      ],
      additions: [],
    });
  });

  it('says which kind and program new rows have, and asks where the cells leave it open', async () => {
    const { host } = await open();
    await page.getByRole('button', { name: 'Paste' }).click();
    await dialog().getByRole('textbox', { name: 'Cells' }).fill('Ethics');
    await dialog().getByRole('checkbox', { name: 'Add all of it as new rows' }).click();
    await dialog().getByRole('combobox', { name: 'New rows are of the kind' }).click();
    await page.getByRole('option', { name: 'Course' }).click();
    await dialog().getByRole('combobox', { name: 'And belong to' }).click();
    await page.getByRole('option', { name: 'Master' }).click();
    await dialog().getByRole('button', { name: 'Add 1 item' }).click();
    await expect
      .poll(() => host.sent.at(-1)?.input['additions'])
      .toEqual([{ key: 'new:1', kind: 'course', fields: { title: 'Ethics', programId: 'ms' } }]);
  });
});

it('goes to the first of the new rows, wherever that is', async () => {
  const long = aPlan({ id: 'plan' }).program('bs', { title: 'Bachelor' });
  for (let n = 0; n < 60; n += 1) long.step(`step-${n}`, { title: `Step ${n}` });
  const { session, host } = await openSession(long.build(), { today: '2026-11-23' });
  const frame = document.createElement('style');
  frame.textContent = 'body > div { display: flex; flex-direction: column; height: 480px; }';
  document.head.append(frame);
  host.when('plan.changeItems', () => {
    host.change('plan', (before) => {
      const last = before.items.at(-1)!;
      const fresh = { ...last, id: 'fresh', title: 'Ethics', position: last.position + 1 };
      return { ...before, items: [...before.items, fresh] };
    });
    return { ids: { 'new:1': 'fresh' } };
  });
  await renderPart(session, TableView);
  await cell('Step 3', 'Title').click();
  paste('Title\tKind\nEthics\tStep\nLaw\tStep');
  await dialog().getByRole('checkbox', { name: 'Add all of it as new rows' }).click();
  await dialog().getByRole('button', { name: 'Add 2 items' }).click();
  const fresh = cell('Ethics', 'Title');
  await expect.element(fresh).toHaveFocus();
  const { bottom } = grid().element().getBoundingClientRect();
  expect(fresh.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(bottom);
  frame.remove();
});

describe('many cells', () => {
  it('are emptied in one step, or none of them where one must not be empty', async () => {
    const { host } = await open();
    await cell('Algebra', 'Credits').click();
    await keys('{Shift>}{ArrowDown}{/Shift}{Delete}');
    await expect
      .poll(() => host.sent)
      .toMatchObject([
        {
          name: 'plan.changeItems',
          input: {
            updates: [
              { id: 'math', changes: { credits: null } },
              { id: 'bio', changes: { credits: null } },
            ],
          },
        },
      ]);
    await keys('{Shift>}{ArrowRight}{/Shift}{Backspace}');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Nothing was cleared because of “Algebra”: status must not be empty.');
    expect(host.sent).toHaveLength(1);
  });

  it('are filled from the row above with Ctrl+D, and what that refuses is shown', async () => {
    const { host } = await open();
    await cell('Anatomy', 'Credits').click();
    await keys('{Control>}d{/Control}');
    await expect
      .poll(() => host.sent.at(-1)?.input['updates'])
      .toEqual([{ id: 'bio', changes: { credits: 4 } }]);
    await cell('Anatomy', 'Status').click();
    await keys('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}');
    await expect.element(page.getByRole('dialog', { name: 'Fill down' })).toBeVisible();
    await says(dialog(), /Status of “Master”/);
    expect(host.sent).toHaveLength(1);
  });
});

describe('chosen rows', () => {
  it('are announced, and offer what all of them can have', async () => {
    const { host, session } = await open();
    await cell('Algebra', 'Title').click();
    await keys('{Control>}a{/Control}');
    await says(page.getByRole('status'), /^6 rows chosen/);
    const bar = page.getByRole('toolbar', { name: 'Chosen rows' });
    await bar.getByRole('button', { name: 'Status of 2' }).click();
    await page.getByRole('menuitem', { name: 'Enrolled' }).click();
    await expect
      .poll(() => host.sent.at(-1)?.input['updates'])
      .toEqual([
        { id: 'math', changes: { status: 'enrolled' } },
        { id: 'bio', changes: { status: 'enrolled' } },
      ]);
    await bar.getByRole('button', { name: 'Term of 2' }).click();
    await page.getByRole('menuitem', { name: 'None' }).click();
    await expect
      .poll(() => host.sent.at(-1))
      .toEqual({
        name: 'plan.moveCourses',
        input: { planId: 'plan', courseIds: ['math', 'bio'], termId: null },
      });
    await bar.getByRole('button', { name: 'Choose none' }).click();
    await expect.element(page.getByRole('status')).toHaveTextContent('6 items');
    await cell('Algebra', 'Title').click();
    await keys(' {ArrowDown} {Delete}');
    expect(session.question).toMatchObject({ kind: 'delete-items', items: [{ id: 'math' }, { id: 'bio' }] });
  });

  it('are a range with Shift on the tick, and cells again with Shift and the arrows', async () => {
    await open();
    await cell('Algebra', 'Title').click();
    row('Anatomy')
      .element()
      .querySelector('[data-tick]')!
      .dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, shiftKey: true, button: 0 }));
    await expect.element(row('Algebra')).toHaveAttribute('aria-selected', 'true');
    await expect.element(row('Anatomy')).toHaveAttribute('aria-selected', 'true');
    await keys('{Shift>}{ArrowUp}{/Shift}');
    await expect.element(row('Anatomy')).toHaveAttribute('aria-selected', 'false');
  });

  it('say why they stay where they are', async () => {
    const { host } = await open();
    await cell('Fall 2026', 'Kind').click();
    await keys('{Alt>}{ArrowDown}{/Alt}');
    await says(page.getByRole('alert'), /in the order of their dates/);
    await cell('Anatomy', 'Kind').click();
    await keys('{Alt>}{ArrowUp}{/Alt}');
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'plan.orderItems', input: { planId: 'plan', ids: ['bio'], before: 'math' } }]);
  });
});
