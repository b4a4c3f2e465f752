import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { COLUMN_IDS } from '#shared/domain/table/columns.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import TableView from './TableView.svelte';

const plan = () =>
  aPlan({ id: 'plan' })
    .program('bs', { title: 'Bachelor' })
    .term('f26', { title: 'Fall 2026', firstDay: '2026-08-24', lastDay: '2026-12-11' })
    .term('s27', { title: 'Spring 2027', firstDay: '2027-01-11', lastDay: '2027-05-07' })
    .course('math', { title: 'Algebra', termId: 'f26', prefix: 'MTH', number: '110', credits: 4 })
    .course('bio', { title: 'Anatomy', termId: 'f26', prefix: 'BIO', number: '171', credits: 3 })
    .course('eng', { title: 'Composition', prefix: 'ENG', number: '101', credits: 3 })
    .experience('ait', { title: 'AIT', hoursRequired: 1000, hoursPerWeek: 40, notBefore: '2027-05-10' })
    .milestone('grad', { title: 'Graduation', pinStart: '2027-05-08' })
    .build();

beforeEach(() => {
  localStorage.clear();
});

async function open() {
  const opened = await openSession(plan(), { today: '2026-11-23' });
  const frame = document.createElement('style');
  frame.textContent = 'body > div { display: flex; flex-direction: column; height: 560px; }';
  document.head.append(frame);
  await renderPart(opened.session, TableView);
  return opened;
}

const grid = () => page.getByRole('grid', { name: 'Items of the plan' });
const row = (title: string) => grid().getByRole('row').filter({ hasText: title });
const cell = (title: string, column: string) => {
  const heads = grid().getByRole('columnheader').elements();
  const place = heads.findIndex((head) => head.textContent.trim() === column);
  return row(title)
    .getByRole(place === 0 ? 'rowheader' : 'gridcell')
    .nth(place === 0 ? 0 : place - 1);
};
/** The text of the cell with the focus, and of its heading. */
const here = () => {
  const at = document.activeElement as HTMLElement;
  const head = grid().getByRole('columnheader').elements()[Number(at.dataset['column'])];
  const name = at.parentElement?.querySelector('[role="rowheader"] .text')?.textContent ?? at.textContent;
  return [name.trim(), head?.textContent.trim()];
};
const focused = (title: string, column: string) => expect.poll(here).toEqual([title, column]);
const titles = () =>
  grid()
    .getByRole('rowheader')
    .elements()
    .map((each) => each.querySelector('.text')?.textContent);
const alertText = () => page.getByRole('alert').query()?.textContent ?? '';
const keys = (text: string) => userEvent.keyboard(text);

it('every heading can be read in full when the rows are sorted by it', async () => {
  await open();
  await page.getByRole('button', { name: 'Columns' }).click();
  for (const box of page.getByRole('checkbox', { checked: false }).elements().toReversed())
    (box as HTMLElement).click();
  await keys('{Escape}');
  const shown = () => grid().getByRole('columnheader').elements();
  await expect.poll(() => shown().length).toBe(COLUMN_IDS.length);
  for (const place of COLUMN_IDS.keys()) {
    (shown()[place] as HTMLElement).click();
    await expect.poll(() => shown()[place]?.ariaSort).toBe('ascending');
    const name = shown()[place]!.querySelector('.name')!;
    expect(name.scrollWidth, name.textContent).toBeLessThanOrEqual(name.clientWidth);
  }
});

describe('the grid', () => {
  it('holds every item once, under its program and term, and says how many there are', async () => {
    await open();
    await expect
      .poll(titles)
      .toEqual([
        'Bachelor',
        'Fall 2026',
        'Algebra',
        'Anatomy',
        'Spring 2027',
        'Composition',
        'AIT',
        'Graduation',
      ]);
    await expect.element(grid()).toHaveAttribute('aria-rowcount', '12');
    await expect.element(cell('Fall 2026', 'Credits')).toHaveTextContent('7');
  });

  it('is walked with the keys, and has one cell that Tab reaches', async () => {
    await open();
    await cell('Algebra', 'Title').click();
    await focused('Algebra', 'Title');
    await keys('{ArrowRight}{ArrowRight}');
    await focused('Algebra', 'Kind');
    await keys('{ArrowDown}');
    await focused('Anatomy', 'Kind');
    await keys('{End}');
    await focused('Anatomy', 'Findings');
    await keys('{Home}');
    await focused('Anatomy', 'Title');
    await keys('{Control>}{Home}{/Control}');
    await focused('Bachelor', 'Title');
    await keys('{Control>}{End}{/Control}');
    await focused('Graduation', 'Findings');
    await keys('{PageUp}');
    await focused('Bachelor', 'Findings');
    expect(grid().element().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('changes a cell: typing begins, Enter takes it and goes down', async () => {
    const { host, session } = await open();
    await cell('Algebra', 'Credits').click();
    await keys('5{Enter}');
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'course.update', input: { id: 'math', changes: { credits: 5 } } }]);
    await focused('Anatomy', 'Credits');
    await expect.element(cell('Algebra', 'Credits')).toHaveTextContent('5');
    expect(session.items.get('math')).toMatchObject({ credits: 5 });
  });

  it('leaves what is there when nothing was changed or Escape was pressed', async () => {
    const { host } = await open();
    await cell('Algebra', 'Credits').dblClick();
    await expect.element(page.getByRole('textbox', { name: 'Credits of Algebra' })).toHaveValue('4');
    await keys('{Enter}');
    await focused('Anatomy', 'Credits');
    await keys('{F2}77{Escape}');
    await focused('Anatomy', 'Credits');
    await expect.element(cell('Anatomy', 'Credits')).toHaveTextContent('3');
    expect(host.sent).toEqual([]);
  });

  it('takes with Tab and goes on to the right, with Shift to the left', async () => {
    const { host } = await open();
    await cell('Algebra', 'Code').click();
    await keys('{Enter}MATH-200{Tab}');
    await focused('Algebra', 'Kind');
    await keys('{ArrowLeft}{ArrowLeft}{F2}Higher algebra{Tab}');
    await focused('Higher algebra', 'Code');
    expect(host.sent.map(({ input }) => input['changes'])).toEqual([
      { prefix: 'MATH', number: '200' },
      { title: 'Higher algebra' },
    ]);
  });

  it('keeps what cannot be used in the cell, with one sentence, until it is corrected', async () => {
    const { host } = await open();
    await cell('Algebra', 'Credits').click();
    await keys('many{Enter}');
    const box = page.getByRole('textbox', { name: 'Credits of Algebra' });
    await expect.poll(alertText).toMatch(/not a number/);
    await expect.element(box).toHaveValue('many');
    await expect.element(box).toHaveAttribute('aria-invalid', 'true');
    expect(host.sent).toEqual([]);
    await box.fill('6');
    await keys('{Enter}');
    await expect.poll(() => host.sent).toHaveLength(1);
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('comes back to a cell that the core has refused', async () => {
    const { host } = await open();
    host.refusal = {
      code: 'bad-request',
      problems: [{ path: 'changes.credits', problem: 'Too big: expected number to be <=1000000' }],
    };
    await cell('Algebra', 'Credits').click();
    await keys('2000000{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Must be at most 1000000.');
    await expect.element(page.getByRole('textbox', { name: 'Credits of Algebra' })).toHaveValue('2000000');
    await keys('{Escape}');
    await focused('Algebra', 'Credits');
    await expect.element(cell('Algebra', 'Credits')).toHaveTextContent('4');
  });

  it('picks from a list, with the first letters or with the arrows', async () => {
    const { host } = await open();
    await cell('Algebra', 'Term').click();
    await keys('spr');
    await page.getByRole('option', { name: 'Spring 2027' }).click();
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'course.update', input: { id: 'math', changes: { termId: 's27' } } }]);
    await expect.element(cell('Algebra', 'Term')).toHaveTextContent('Spring 2027');
    await focused('Algebra', 'Term');

    await keys('{ArrowRight}{ArrowRight}{Enter}');
    await expect.element(page.getByRole('option', { name: 'Completed' })).toBeVisible();
    await keys('comp{ArrowDown}{Enter}');
    await expect.element(cell('Algebra', 'Status')).toHaveTextContent('Completed');
    await focused('Algebra', 'Status');

    await keys('{Enter}withdrawn{Tab}');
    await focused('Algebra', 'Grade');
    await expect.element(cell('Algebra', 'Status')).toHaveTextContent('Withdrawn');
  });

  it('takes a date part by part, typed from the cell on', async () => {
    const { host } = await open();
    await cell('AIT', 'Not before').click();
    await keys('06152027{Enter}');
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'experience.update', input: { id: 'ait', changes: { notBefore: '2027-06-15' } } }]);
    await focused('Graduation', 'Not before');
    await expect.element(cell('AIT', 'Not before')).toHaveTextContent('Jun 15, 2027');
  });

  it('empties a date, and takes another one with Tab', async () => {
    const { host } = await open();
    await cell('AIT', 'Not before').dblClick();
    await page.getByRole('button', { name: 'Clear the date' }).click();
    await keys('{Enter}');
    await expect.poll(() => host.sent.at(-1)?.input['changes']).toEqual({ notBefore: null });
    await cell('Graduation', 'Fixed first day').click();
    await keys('{Enter}{ArrowUp}{Tab}');
    await expect.poll(() => host.sent.at(-1)?.input['changes']).toEqual({ pinStart: '2027-06-08' });
    await focused('Graduation', 'Takes');
  });

  it('says why a cell cannot be written and what to change instead', async () => {
    const { host } = await open();
    await cell('Algebra', 'Starts').click();
    await expect.element(cell('Algebra', 'Starts')).toHaveAttribute('aria-readonly', 'true');
    await expect.element(cell('Algebra', 'Starts')).toHaveAccessibleDescription(/has the dates of its term/);
    await keys('9');
    await expect.poll(alertText).toMatch(/Choose another term/);
    await keys('{ArrowDown}');
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    expect(host.sent).toEqual([]);
  });

  it('opens the details by button and by key, and they follow the cursor', async () => {
    const { session } = await open();
    await page.getByRole('button', { name: 'Details of Anatomy' }).click();
    expect(session.selectedId).toBe('bio');
    await cell('Algebra', 'Title').click();
    await expect.poll(() => session.selectedId).toBe('math');
    await keys('{Escape}');
    await expect.poll(() => session.selectedId).toBe(null);
    await keys('{Control>}{Enter}{/Control}');
    await expect.poll(() => session.selectedId).toBe('math');
  });
});

describe('the rows', () => {
  const head = (name: string) => grid().getByRole('columnheader', { name });

  it('are sorted by a heading, backwards the second time, as the plan has them the third time', async () => {
    await open();
    await page.getByRole('radio', { name: 'One list' }).click();
    const before = titles();
    await head('Credits').click();
    await expect.element(head('Credits')).toHaveAttribute('aria-sort', 'ascending');
    await expect
      .poll(() => titles().slice(0, 4))
      .toEqual(['Spring 2027', 'Anatomy', 'Composition', 'Algebra']);
    await head('Credits').click();
    await expect.element(head('Credits')).toHaveAttribute('aria-sort', 'descending');
    await expect.poll(() => titles().slice(0, 3)).toEqual(['Fall 2026', 'Algebra', 'Anatomy']);
    await head('Credits').click();
    await expect.element(head('Credits')).toHaveAttribute('aria-sort', 'none');
    await expect.poll(titles).toEqual(before);
  });

  it('are sorted with the keys as well', async () => {
    await open();
    await cell('Bachelor', 'Title').click();
    await keys('{ArrowUp}{Enter}');
    await expect.element(head('Title')).toHaveAttribute('aria-sort', 'ascending');
    await focused('Title', 'Title');
  });

  it('are found by words, without regard to case, with what they belong to', async () => {
    await open();
    await page.getByRole('textbox', { name: 'Show only rows with' }).fill('ANAT');
    await expect.poll(titles).toEqual(['Bachelor', 'Fall 2026', 'Anatomy']);
    await expect.element(page.getByRole('status')).toHaveTextContent('3 rows of 8 items');
    await page.getByRole('textbox', { name: 'Show only rows with' }).fill('nothing such');
    await expect.element(page.getByRole('heading', { name: 'No row has all of these words' })).toBeVisible();
    await page.getByRole('button', { name: 'Show all rows' }).last().click();
    await expect.poll(() => titles().length).toBe(8);
  });

  it('have the columns that are wanted, in their order, also the next time', async () => {
    await open();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Kind' }).click();
    await page.getByRole('button', { name: 'Move Term to the left' }).click();
    await keys('{Escape}');
    const names = () =>
      grid()
        .getByRole('columnheader')
        .elements()
        .map((each) => each.textContent.trim());
    await expect.poll(() => names().slice(0, 3)).toEqual(['Title', 'Term', 'Code']);
    await cell('Algebra', 'Term').click();
    await keys('{ArrowUp}{ArrowUp}{ArrowUp}');
    await expect.poll(() => document.activeElement?.textContent.trim()).toBe('Term');
    const wide = document.activeElement!.getBoundingClientRect().width;
    await keys('{Alt>}{Shift>}{ArrowRight}{/Shift}{ArrowRight}{/Alt}');
    await expect.poll(() => names().slice(0, 3)).toEqual(['Title', 'Code', 'Term']);
    expect(document.activeElement!.getBoundingClientRect().width).toBe(wide + 16);
    expect(JSON.parse(localStorage.getItem('throughline-table') ?? '')).toMatchObject({
      widths: { term: wide + 16 },
    });
  });
});

describe('copying', () => {
  /** What a copy puts on the clipboard, as the page is asked for it. */
  const copied = () => {
    const clipboardData = new DataTransfer();
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
    );
    return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
  };

  it('takes the block of cells, days as YYYY-MM-DD', async () => {
    await open();
    await cell('Fall 2026', 'Starts').click();
    await keys('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    await expect.element(cell('Algebra', 'Ends')).toHaveAttribute('aria-selected', 'true');
    expect(copied().text).toBe('2026-08-24\t2026-12-11\r\n2026-08-24\t2026-12-11');
  });

  it('takes chosen rows with the headings of their columns', async () => {
    await open();
    await cell('Algebra', 'Title').click();
    await keys(' {ArrowDown} ');
    await expect.element(row('Anatomy')).toHaveAttribute('aria-selected', 'true');
    await expect.element(page.getByRole('status').getByText('2 rows chosen')).toBeVisible();
    const { text, html } = copied();
    expect(text.split('\r\n').map((line) => line.split('\t').slice(0, 5))).toEqual([
      ['Title', 'Code', 'Kind', 'Term', 'Credits'],
      ['Algebra', 'MTH 110', 'Course', 'Fall 2026', '4'],
      ['Anatomy', 'BIO 171', 'Course', 'Fall 2026', '3'],
    ]);
    expect(html).toContain('<th>Title</th>');
    await keys('{Escape}');
    await expect.element(row('Anatomy')).toHaveAttribute('aria-selected', 'false');
  });
});

it('draws only the rows in sight of ten thousand, and still reaches the last one', async () => {
  const big = aPlan({ id: 'plan' }).program('bs');
  for (let n = 1; n <= 10_000; n += 1) big.course(`c${n}`, { title: `Course ${n}` });
  const { session } = await openSession(big.build(), { today: '2026-11-23' });
  await renderPart(session, TableView);
  await expect.element(grid()).toHaveAttribute('aria-rowcount', '10003');
  expect(grid().getByRole('row').elements().length).toBeLessThan(100);
  await grid().getByRole('rowheader').first().click();
  await keys('{Control>}{End}{/Control}{Home}');
  await focused('Course 10000', 'Title');
  await expect
    .poll(() => document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex'))
    .toBe('10003');
  await expect.element(page.getByText('Course 10000')).toBeInViewport();
});
