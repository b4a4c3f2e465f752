import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fillTerms } from '#shared/domain/fill/fill-terms.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Course } from '#shared/domain/plan/items.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import TermsView from './TermsView.svelte';

const plan = () =>
  aPlan({ name: 'Mine' })
    .program('bs', { title: 'BS' })
    .term('past', { title: 'Fall 2026', firstDay: '2026-08-24', lastDay: '2026-12-11' })
    .term('now', {
      title: 'Spring 2027',
      firstDay: '2027-01-11',
      lastDay: '2027-05-07',
      creditLimit: 6,
      creditMinimum: 6,
    })
    .term('fall', { title: 'Fall 2027', firstDay: '2027-08-23', lastDay: '2027-12-10', creditLimit: 6 })
    .course('done', { title: 'History', termId: 'past', status: 'completed', grade: 'A−' })
    .course('intro', { title: 'Intro', prefix: 'HCA', number: '101', termId: 'now' })
    .course('law', { title: 'Law', prefix: 'HCA', number: '301', termId: 'fall' })
    .course('lab', { title: 'Lab', termId: 'fall', locked: true })
    .course('loose', { title: 'Elective' })
    .course('stats', { title: 'Statistics', credits: 4 })
    .requisites('law', ['intro'])
    .step('exam', { title: 'Exam' })
    .link('bs', 'exam')
    .goal('exam');

async function open(document: PlanDocument = plan().build()) {
  const opened = await openSession(document);
  const { host } = opened;
  const place = (ids: unknown, termId: unknown) => {
    const moved = new Set(ids as string[]);
    host.change(document.plan.id, (before) => ({
      ...before,
      items: before.items.map((item) =>
        moved.has(item.id) ? { ...(item as Course), termId: termId as string | null } : item,
      ),
    }));
    return null;
  };
  host.when('course.move', ({ id, termId }) => place([id], termId));
  host.when('plan.moveCourses', ({ courseIds, termId }) => place(courseIds, termId));
  await renderPart(opened.session, TermsView);
  return opened;
}

const row = (name: string) => page.getByRole('row', { name, exact: true });
const card = (name: string | RegExp) => page.getByRole('gridcell', { name });
const status = () => document.querySelector('.status')?.textContent.trim();

function centerOf(element: Element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Presses on a card, moves over a column in steps, and looks before letting go. */
async function drag(from: Element, to: Element, look: () => Promise<void> | void = () => undefined) {
  const [a, b] = [centerOf(from), centerOf(to)];
  const fire = (type: string, { x, y }: { x: number; y: number }, on: Element = from) =>
    on.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        cancelable: true,
        button: 0,
        clientX: x,
        clientY: y,
        pointerId: 1,
        pointerType: 'mouse',
      }),
    );
  fire('pointerdown', a);
  fire('pointermove', { x: a.x + 6, y: a.y });
  fire('pointermove', b);
  await look();
  fire('pointerup', b);
}

beforeEach(() => {
  document.body.style.cssText = 'display: block; height: 100%; margin: 0';
  const frame = new CSSStyleSheet();
  frame.replaceSync('body > div { display: flex; flex-direction: column; height: 700px; }');
  document.adoptedStyleSheets = [frame];
  // A pointer that is captured has to be a real one; here it is told to the grid itself.
  HTMLElement.prototype.setPointerCapture = () => undefined;
});

describe('the grid', () => {
  it('has a column for each term with its credits in words, and one for what has none', async () => {
    await open();
    await expect.element(row('Spring 2027').getByText('3 of 6 credits')).toBeVisible();
    await expect.element(row('Spring 2027').getByText('Underload: 3 below the minimum of 6')).toBeVisible();
    await expect.element(row('Spring 2027').getByText('Now')).toBeVisible();
    await expect.element(row('Fall 2026').getByText('Over')).toBeVisible();
    await expect
      .element(row('Fall 2027').getByRole('meter'))
      .toHaveAttribute('aria-valuetext', '6 of 6 credits');
    await expect
      .element(row('Backlog').getByRole('gridcell', { name: /^Elective, 3 credits/ }))
      .toBeVisible();
    await expect.element(card('History, 3 credits, Completed, A−')).toBeVisible();
    await expect.element(card('Lab, 3 credits, Planned, Locked')).toBeVisible();
  });

  it('teaches where there is nothing yet', async () => {
    const { session } = await open(aPlan().build());
    await page.getByRole('button', { name: 'Add a program' }).click();
    expect(session.question).toMatchObject({ kind: 'add-item', item: 'program' });
  });

  it('offers the first term to a program without any, and keeps its courses in sight', async () => {
    const { session } = await open(aPlan().program('bs').course('a', { title: 'Algebra' }).build());
    await expect.element(card(/^Algebra/)).toBeVisible();
    await page.getByRole('button', { name: 'Add a term' }).first().click();
    expect(session.question).toMatchObject({ kind: 'add-item', item: 'term', programId: 'bs' });
  });

  it('shows another program when it is chosen, or when one of its courses is', async () => {
    const { session } = await open(
      plan()
        .program('ms', { title: 'MS' })
        .term('m1', { title: 'Term M' })
        .course('mc', { title: 'Thesis' })
        .build(),
    );
    await page.getByLabelText('Program').click();
    await page.getByRole('option', { name: 'MS' }).click();
    await expect.element(card(/^Thesis/)).toBeVisible();
    session.select('law');
    await expect.element(card(/^HCA 301/)).toBeVisible();
  });

  it('marks what a course needs and what needs it, and says so to whoever cannot see it', async () => {
    const { session } = await open();
    await card(/^HCA 301/).click();
    expect(session.selectedId).toBe('law');
    await expect.element(card(/^HCA 101/).getByText('Prerequisite')).toBeVisible();
    await expect.element(card(/^HCA 301/)).toHaveAccessibleDescription('Needs HCA 101 before it.');
    await card(/^HCA 101/).click();
    await expect.element(card(/^HCA 301/).getByText('Needs it')).toBeVisible();
  });

  it('says on the card which requisite is broken', async () => {
    await open(
      plan().course('early', { title: 'Early', termId: 'now' }).requisites('early', ['law']).build(),
    );
    await expect
      .element(card(/^Early/).getByText('“Early” needs “Law” in an earlier term; move one of them.'))
      .toBeVisible();
  });
});

describe('moving by the pointer', () => {
  it('shows what the drop would do, and moves the course in one command', async () => {
    const { host } = await open();
    await drag(card(/^HCA 101/).element(), row('Fall 2027').element(), async () => {
      await expect.element(page.getByText('Fall 2027: 9 of 6 credits')).toBeVisible();
      await expect.element(page.getByText('Overload: 3 over the limit.')).toBeVisible();
      await expect
        .element(page.getByText('“Law” needs “Intro” in an earlier term; move one of them.'))
        .toBeVisible();
    });
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'course.move', input: { id: 'intro', termId: 'fall' } }]);
    await expect.element(row('Fall 2027').getByRole('gridcell', { name: /^HCA 101/ })).toBeVisible();
    await expect.poll(status).toContain('“Intro” is in “Fall 2027” now: 9 of 6 credits.');
  });

  it('moves to the backlog and back, and leaves a course where it was on Escape', async () => {
    const { host } = await open();
    await drag(card(/^HCA 101/).element(), row('Backlog').element(), async () => {
      await expect.element(page.getByText('Without a term', { exact: true })).toBeVisible();
      await userEvent.keyboard('{Escape}');
    });
    expect(host.sent).toEqual([]);
    await drag(card(/^HCA 301/).element(), row('Backlog').element());
    await expect.element(row('Backlog').getByRole('gridcell', { name: /^HCA 301/ })).toBeVisible();
    await drag(card(/^HCA 301/).element(), row('Fall 2027').element());
    await expect.element(row('Fall 2027').getByRole('gridcell', { name: /^HCA 301/ })).toBeVisible();
  });

  it.each([
    [/^Lab/, '“Lab” is locked; unlock it to move it.'],
    [/^History/, '“History” is completed; what is recorded stays where it is.'],
  ])('keeps %s where it is, and says why', async (name, why) => {
    const { host } = await open();
    await drag(card(name).element(), row('Spring 2027').element(), async () => {
      await expect.element(page.getByText(why)).toBeVisible();
    });
    expect(host.sent).toEqual([]);
    await expect.poll(status).toBe(why);
  });

  it('moves all that are chosen in one step', async () => {
    const { host } = await open();
    await card(/^Elective/).click();
    await card(/^Statistics/).click({ modifiers: ['Control'] });
    await expect.element(page.getByText('2 courses chosen')).toBeVisible();
    await drag(card(/^Statistics/).element(), row('Spring 2027').element());
    await expect
      .poll(() => host.sent)
      .toEqual([
        { name: 'plan.moveCourses', input: { planId: 'plan', courseIds: ['loose', 'stats'], termId: 'now' } },
      ]);
    await expect.poll(status).toContain('2 courses are in “Spring 2027” now: 10 of 6 credits.');
  });
});

describe('moving by the keyboard', () => {
  it('walks from card to card and from term to term', async () => {
    await open();
    await card(/^HCA 101/).click();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(card(/^HCA 301/)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(card(/^Lab/)).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect.element(page.getByRole('rowheader', { name: /^Fall 2027, Aug 23/ })).toHaveFocus();
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    await expect.element(card(/^Elective/)).toHaveFocus();
  });

  it('moves a course with Alt and arrows, keeps the focus on it, and says where it is', async () => {
    const { host } = await open();
    await card(/^Elective/).click();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await expect.element(row('Spring 2027').getByRole('gridcell', { name: /^Elective/ })).toHaveFocus();
    await expect
      .element(page.getByText('“Elective” is in “Spring 2027” now: 6 of 6 credits.').first())
      .toBeVisible();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await expect.element(row('Fall 2027').getByRole('gridcell', { name: /^Elective/ })).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await expect.element(page.getByText('There is no later term; add one.').first()).toBeVisible();
    expect(host.sent.map(({ input }) => input['termId'])).toEqual(['now', 'fall']);
  });

  it('asks for a term with M, says what would come of it, and moves there', async () => {
    const { host } = await open();
    await card(/^HCA 301/).click();
    await userEvent.keyboard('m');
    const dialog = page.getByRole('dialog', { name: 'Move “HCA 301 Law”' });
    await dialog.getByRole('combobox').fill('spring');
    await page.getByRole('option', { name: /^Spring 2027/ }).click();
    await expect
      .element(dialog.getByText('“Law” needs “Intro” in an earlier term; move one of them.'))
      .toBeVisible();
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'course.move', input: { id: 'law', termId: 'now' } }]);
    await expect.element(row('Spring 2027').getByRole('gridcell', { name: /^HCA 301/ })).toHaveFocus();
  });

  it('brings all of a card that was moved by keys into view, however little of its column was seen', async () => {
    const narrow = new CSSStyleSheet();
    narrow.replaceSync('body > div { width: 660px; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, narrow];
    await open();
    await card(/^Elective/).click();
    const columns = [...document.querySelectorAll('[role=grid] [data-scrolls]')].at(-1)!;
    // The last term begins within sight and ends out of it.
    columns.scrollLeft = 0;
    for (const term of ['Spring 2027', 'Fall 2027']) {
      await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
      const moved = row(term).getByRole('gridcell', { name: /^Elective/ });
      await expect.element(moved).toHaveFocus();
      const seen = columns.getBoundingClientRect();
      const box = () => moved.element().getBoundingClientRect();
      await expect.poll(() => box().right <= seen.right && box().left >= seen.left).toBe(true);
    }
  });

  it('chooses several with Shift and arrows, and moves them together', async () => {
    const { host } = await open();
    await card(/^Elective/).click();
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await expect.element(card(/^Elective/)).toHaveAttribute('aria-selected', 'true');
    await expect.element(card(/^Statistics/)).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await expect
      .poll(() => host.sent)
      .toMatchObject([{ name: 'plan.moveCourses', input: { termId: 'now' } }]);
  });

  it('locks and unlocks with L, and opens the menu of a card and of a term', async () => {
    const { host, session } = await open();
    await card(/^Lab/).click();
    await userEvent.keyboard('l');
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'course.update', input: { id: 'lab', changes: { locked: false } } }]);
    await expect.element(card('Lab, 3 credits, Planned')).toHaveFocus();
    await userEvent.keyboard('{Shift>}{F10}{/Shift}');
    await page.getByRole('menuitem', { name: /^Move to Spring 2027/ }).click();
    await expect.element(row('Spring 2027').getByRole('gridcell', { name: /^Lab/ })).toHaveFocus();
    await page.getByRole('button', { name: 'More for Fall 2027' }).click();
    await page.getByRole('menuitem', { name: 'Shift this term and later ones …' }).click();
    expect(session.question).toMatchObject({ kind: 'shift-terms', term: { id: 'fall' } });
  });
});

describe('filling the terms', () => {
  const loose = () =>
    aPlan({ name: 'Mine' })
      .program('bs', { title: 'BS' })
      .term('fall', { title: 'Fall 2027', firstDay: '2027-08-23', lastDay: '2027-12-10', creditLimit: 6 })
      .term('spring', { title: 'Spring 2028', firstDay: '2028-01-10', lastDay: '2028-05-05', creditLimit: 6 })
      .course('a', { title: 'Algebra' })
      .course('b', { title: 'Biology' })
      .requisites('b', ['a'])
      .build();

  async function propose() {
    const opened = await open(loose());
    const filling = fillTerms(loose(), toDay('2027-01-15'));
    opened.host.fill = () => ({
      ok: true,
      value: { progress: { stage: 'balancing', steps: 1, found: true }, result: { filling, newTerms: [] } },
    });
    await page.getByRole('button', { name: 'Fill the terms' }).click();
    await expect
      .element(page.getByText('Every course finds a term, and no arrangement is better.'))
      .toBeVisible();
    return opened;
  }

  it('shows the proposal in the grid, and stores it in one command', async () => {
    const { host } = await propose();
    await expect
      .element(row('Fall 2027').getByRole('gridcell', { name: 'Algebra, 3 credits, Proposed' }))
      .toBeVisible();
    await expect.element(row('Spring 2028').getByText('3 of 6 credits')).toBeVisible();
    expect(host.sent).toEqual([]);
    host.when('plan.place', () => ({ termIds: {} }));
    await expect.element(page.getByRole('button', { name: 'Accept' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => host.sent.map(({ name }) => name)).toEqual(['plan.place']);
    await expect.element(page.getByRole('region', { name: 'Fill the terms' })).not.toBeInTheDocument();
  });

  it('leaves everything as it was when it is discarded', async () => {
    const { host } = await propose();
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect
      .element(row('Backlog').getByRole('gridcell', { name: 'Algebra, 3 credits, Planned' }))
      .toBeVisible();
    expect(host.sent).toEqual([]);
    await expect.element(card(/^Algebra/)).toHaveFocus();
  });

  it('does not move cards meanwhile, and drops a proposal about a plan that has changed', async () => {
    const { session } = await propose();
    await card(/^Algebra/).click();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await expect.element(page.getByText('Accept or discard the proposal first.').first()).toBeVisible();
    await session.run('course.update', { id: 'a', changes: { credits: 4 } });
    await expect
      .element(page.getByText('The plan has changed, so the proposal was discarded.').first())
      .toBeVisible();
  });
});

it('has one stop for Tab and finds courses in a long backlog', async () => {
  const long = Array.from({ length: 30 }).reduce<ReturnType<typeof plan>>(
    (all, _, n) => all.course(`x${n}`, { title: `Course ${n}`, prefix: 'GEN', number: String(100 + n) }),
    plan(),
  );
  await open(long.build());
  expect(document.querySelectorAll('[data-cell][tabindex="0"]')).toHaveLength(1);
  await page.getByRole('textbox', { name: 'Find in the backlog' }).fill('gen 117');
  await expect.element(row('Backlog').getByRole('gridcell')).toHaveAccessibleName(/^GEN 117/);
});

it('keeps forty terms inside its own scroller', async () => {
  const many = Array.from({ length: 40 }).reduce<ReturnType<typeof aPlan>>(
    (all, _, n) => all.term(`t${n}`, { title: `Term ${n}` }).course(`c${n}`, { termId: `t${n}` }),
    aPlan().program('bs'),
  );
  await open(many.build());
  await expect.element(row('Term 39')).toBeInTheDocument();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  const scroller = document.querySelector('.scroller')!;
  expect(scroller.scrollWidth).toBeGreaterThan(scroller.clientWidth);
});
