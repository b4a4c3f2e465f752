import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-svelte';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { singleKeys } from '#renderer/state/commands/single-keys.svelte.ts';
import { randomPlan } from '#tests/oracle/big-plan.ts';
import Timeline from './Timeline.svelte';

let plans = 0;
/** Every plan is another one: the timeline remembers where each was looked at. */
const nextId = () => `plan-${++plans}`;

const bachelorToLicense = () =>
  aPlan({ id: nextId() })
    .program('bs', { title: 'BS', phase: 'undergraduate' })
    .term('fall', { title: 'Fall 2027', firstDay: '2027-08-23', lastDay: '2027-12-10' })
    .term('spring', { title: 'Spring 2028', firstDay: '2028-01-10', lastDay: '2028-05-12' })
    .course('law', { title: 'Health Law', prefix: 'HCA', number: '301', termId: 'fall' })
    .course('policy', { title: 'Policy', prefix: 'HCA', number: '401', termId: 'spring' })
    .course('loose', { title: 'Elective', prefix: 'GEN', number: '100' })
    .experience('ait', {
      title: 'AIT',
      programId: null,
      phase: 'experience',
      hoursRequired: 1_000,
      hoursPerWeek: 40,
    })
    .step('approval', {
      title: 'Approval',
      sort: 'approval',
      length: 120,
      lengthUnit: 'day',
      phase: 'licensure',
    })
    .credential('license', { title: 'License', phase: 'licensure' })
    .link('bs', 'ait')
    .link('ait', 'approval')
    .link('approval', 'license')
    .goal('license');

async function timelineOf(plan: PlanDocument) {
  const opened = await openSession(plan);
  await renderPart(opened.session, Timeline);
  return opened;
}

const bar = (name: string | RegExp) => page.getByRole('row', { name });

beforeEach(() => {
  // The page gives the view its height; here the body does.
  document.body.style.cssText = 'display: block; height: 100%; margin: 0';
  const frame = new CSSStyleSheet();
  frame.replaceSync('body > div { display: flex; flex-direction: column; height: 760px; }');
  document.adoptedStyleSheets = [frame];
});

describe('what the timeline says', () => {
  it('names every bar with its dates, its state and whether it decides', async () => {
    await timelineOf(bachelorToLicense().build());
    await expect
      .element(bar(/^AIT/))
      .toHaveAccessibleName('AIT, May 13, 2028 to November 3, 2028, planned, decides the goal’s date');
    await expect
      .element(bar(/^HCA 301 Health Law, August 23, 2027 to December 10, 2027, planned$/))
      .toBeVisible();
    await expect.element(bar(/^License, March 4, 2029, planned/)).toBeVisible();
    await expect.element(page.getByRole('treegrid')).toHaveAttribute('aria-rowcount', '8');
  });

  it('says how many findings are about a bar, and none that was acknowledged', async () => {
    const tooEarly = (id = nextId()) =>
      aPlan({ id })
        .step('wait', { title: 'Wait', length: 90, lengthUnit: 'day', pinStart: '2028-01-01' })
        .step('exam', { title: 'Exam', pinStart: '2028-02-01' })
        .link('wait', 'exam');
    const { session } = await timelineOf(tooEarly().build());
    await expect.element(bar(/^Exam/)).toHaveAccessibleName('Exam, February 1, 2028, planned, 1 finding');
    const [found] = session.findings;
    cleanup();
    await timelineOf(
      tooEarly()
        .acknowledge(found?.key ?? '', 'agreed with the board')
        .build(),
    );
    await expect.element(bar(/^Exam/)).toHaveAccessibleName('Exam, February 1, 2028, planned');
  });

  it('lists what has no dates, with the reason, and opens it', async () => {
    const { session } = await timelineOf(bachelorToLicense().build());
    await page.getByRole('button', { name: /Unscheduled/ }).click();
    const chip = page.getByRole('button', { name: /GEN 100 Elective.*not placed in a term/ });
    await chip.click();
    expect(session.selectedId).toBe('loose');
  });

  it('teaches when there is nothing to show', async () => {
    await timelineOf(aPlan({ id: nextId() }).build());
    await expect.element(page.getByText('Nothing on the timeline yet')).toBeVisible();
  });

  it('shows what decides a bar to the keyboard too, and lets it be dismissed', async () => {
    await timelineOf(bachelorToLicense().build());
    await userEvent.tab();
    while (document.activeElement?.getAttribute('role') !== 'row') await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('tooltip')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('tooltip')).not.toBeInTheDocument();
  });
});

it('has only what is in sight in the page, however long the plan', async () => {
  const { plan, ...rest } = randomPlan(10_000, 7);
  await timelineOf({ ...rest, plan: { ...plan, id: nextId() } });
  const field = page.getByRole('treegrid');
  await expect.poll(() => Number(field.element().getAttribute('aria-rowcount'))).toBeGreaterThan(9_000);
  for (let n = 0; n < 20; n += 1) {
    field.element().dispatchEvent(new WheelEvent('wheel', { deltaY: 997, deltaX: 31, cancelable: true }));
    await new Promise(requestAnimationFrame);
    const rows = page.getByRole('row').elements();
    expect(rows.length).toBeLessThan(400);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  }
});

describe('choosing', () => {
  it('selects by click, and by Enter on the bar the arrows lead to', async () => {
    const { session } = await timelineOf(bachelorToLicense().build());
    await bar(/^AIT/).click();
    expect(session.selectedId).toBe('ait');
    await expect.element(bar(/^AIT/)).toHaveAttribute('aria-selected', 'true');
    await expect.element(bar(/^AIT/)).toHaveFocus();

    await userEvent.keyboard('{ArrowDown}');
    await expect.element(bar(/^Approval/)).toHaveFocus();
    expect(session.selectedId).toBe('ait');
    await userEvent.keyboard('{Enter}');
    expect(session.selectedId).toBe('approval');
  });

  it('has exactly one bar in the tab order', async () => {
    await timelineOf(bachelorToLicense().build());
    await expect.element(bar(/^BS/)).toBeVisible();
    await bar(/^Approval/).click();
    const inOrder = page
      .getByRole('row')
      .elements()
      .filter((row) => row.getAttribute('tabindex') === '0');
    expect(inOrder.map((row) => row.getAttribute('data-id'))).toEqual(['approval']);
  });

  it('walks over a row with left and right, to its ends and to those of the plan', async () => {
    await timelineOf(bachelorToLicense().build());
    await bar(/^Fall 2027/).click({ position: { x: 20, y: 8 } });
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(bar(/^Spring 2028/)).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect.element(bar(/^Fall 2027/)).toHaveFocus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expect.element(bar(/^License/)).toHaveFocus();
  });

  it('keeps the focus on a bar that is scrolled out of sight', async () => {
    const plan = bachelorToLicense();
    for (let n = 0; n < 60; n += 1) {
      plan.step(`s${n}`, {
        title: `Step ${n}`,
        phase: 'licensure',
        pinStart: '2028-01-01',
        pinEnd: '2028-02-01',
      });
    }
    await timelineOf(plan.build());
    await bar(/^BS/).click();
    const field = page.getByRole('treegrid').element();
    for (let n = 0; n < 12; n += 1)
      field.dispatchEvent(new WheelEvent('wheel', { deltaY: 100, cancelable: true }));
    await expect.element(bar(/^Step 50/)).toBeInTheDocument();
    await expect.element(bar(/^BS/)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(bar(/^Fall 2027/)).toHaveFocus();
    await expect.element(bar(/^Fall 2027/)).toBeInViewport();
  });
});

describe('moving', () => {
  it('by keys is one command, sent when Alt is let go', async () => {
    const { host } = await timelineOf(bachelorToLicense().build());
    await bar(/^AIT/).click();
    await userEvent.keyboard('{Alt>}{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{/Shift}');
    await expect.element(page.getByText(/May 22, 2028.*License \+9 days/).first()).toBeVisible();
    expect(host.sent).toEqual([]);
    await userEvent.keyboard('{/Alt}');
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'item.move', input: { id: 'ait', start: '2028-05-22' } }]);
  });

  it('says beforehand what would be noticed, to the eye and to a screen reader', async () => {
    const { host } = await timelineOf(
      bachelorToLicense()
        .step('exam', { title: 'Exam', phase: 'licensure', pinStart: '2028-11-20' })
        .link('ait', 'exam')
        .build(),
    );
    await bar(/^Exam/).click();
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}');
    const said = /Causes: “Exam” comes 5 days earlier than its link from “AIT” allows$/;
    await expect.element(page.getByText(said).first()).toBeVisible();
    const live = document.querySelector('[aria-live="polite"]');
    expect(live?.textContent).toMatch(/^Oct 30, 2028: License unchanged\. Causes: /);
    await userEvent.keyboard('{Escape}{/Alt}');
    await expect.element(page.getByText(said).first()).not.toBeInTheDocument();
    expect(host.sent).toEqual([]);
  });

  it('by keys is called off with Escape', async () => {
    const { host } = await timelineOf(bachelorToLicense().build());
    await bar(/^AIT/).click();
    await userEvent.keyboard('{Alt>}{ArrowRight}{Escape}{/Alt}');
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(bar(/^Approval/)).toHaveFocus();
    expect(host.sent).toEqual([]);
  });

  it('a course goes to the next term', async () => {
    const { host } = await timelineOf(bachelorToLicense().build());
    await bar(/^HCA 301/).click();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'course.move', input: { id: 'law', termId: 'spring' } }]);
  });

  it('the length changes with Alt and up or down', async () => {
    const { host } = await timelineOf(bachelorToLicense().build());
    await bar(/^Approval/).click();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'item.resize', input: { id: 'approval', end: '2029-03-04' } }]);
  });

  it('by pointer drops the bar where it was let go', async () => {
    const { host } = await timelineOf(bachelorToLicense().build());
    const source = bar(/^AIT/);
    const { width } = source.element().getBoundingClientRect();
    await userEvent.dragAndDrop(source, source, {
      sourcePosition: { x: 10, y: 10 },
      targetPosition: { x: width - 10, y: 10 },
    });
    await expect
      .poll(() => host.sent.map(({ name, input }) => [name, input['id']]))
      .toEqual([['item.move', 'ait']]);
    const days = (Date.parse(String(host.sent[0]?.input['start'])) - Date.parse('2028-05-13')) / 86_400_000;
    // The bar of 175 days was dragged by its own width, less 20 pixels.
    expect(days).toBeCloseTo(175 * ((width - 20) / width), -1);
  });

  it('by pointer takes a course to the term under the pointer', async () => {
    const { host } = await timelineOf(bachelorToLicense().build());
    await userEvent.dragAndDrop(bar(/^HCA 301/), bar(/^Spring 2028/), {
      sourcePosition: { x: 8, y: 8 },
      targetPosition: { x: 4, y: 8 },
    });
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'course.move', input: { id: 'law', termId: 'spring' } }]);
  });

  it('what has happened stays, and a notice says why', async () => {
    const { host, session } = await timelineOf(
      bachelorToLicense()
        .step('exam', {
          title: 'Exam',
          phase: 'licensure',
          actualStart: '2027-01-04',
          actualEnd: '2027-01-04',
        })
        .build(),
    );
    await bar(/^Exam/).click();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await expect
      .poll(() => session.notices.list)
      .toMatchObject([{ kind: 'failure', failure: { code: 'cannot-move', why: 'actual' } }]);
    expect(host.sent).toEqual([]);
  });
});

it('opens a plan where it was last looked at', async () => {
  const plan = bachelorToLicense().build();
  const opened = await openSession(plan);
  await renderPart(opened.session, Timeline);
  await page.getByRole('radio', { name: 'Weeks' }).click();
  const left = () => bar(/^AIT/).element().getBoundingClientRect().left;
  await bar(/^AIT/).click();
  const before = left();
  cleanup();
  await renderPart(opened.session, Timeline);
  await expect.element(page.getByRole('radio', { checked: true })).toHaveTextContent('Weeks');
  expect(left()).toBeCloseTo(before, 0);
});

describe('zooming', () => {
  const chosen = () => page.getByRole('radio', { checked: true });

  it('by buttons, keys and the wheel with Ctrl', async () => {
    await timelineOf(bachelorToLicense().build());
    await page.getByRole('radio', { name: 'Days' }).click();
    await expect.element(chosen()).toHaveTextContent('Days');
    await page.getByRole('button', { name: 'Fit plan' }).click();
    await expect.element(chosen()).toHaveTextContent('Months');
    await bar(/^AIT/).click();
    await userEvent.keyboard('++++');
    await expect.element(chosen()).toHaveTextContent('Weeks');
    await userEvent.keyboard('0');
    await expect.element(chosen()).toHaveTextContent('Months');
    const field = page.getByRole('treegrid').element();
    for (let n = 0; n < 5; n += 1) {
      field.dispatchEvent(
        new WheelEvent('wheel', { deltaY: 120, ctrlKey: true, clientX: 600, cancelable: true }),
      );
    }
    await expect.element(chosen()).toHaveTextContent('Years');
  });

  it('by keys wherever the focus in the view is, but not in a field', async () => {
    const { session } = await timelineOf(bachelorToLicense().build());
    await expect.element(bar(/^AIT/)).toBeVisible();
    const width = () => bar(/^AIT/).element().getBoundingClientRect().width;
    const whole = width();
    const legend = page.getByRole('button', { name: 'Fit plan' });
    (legend.element() as HTMLElement).focus();
    await userEvent.keyboard('+');
    await expect.poll(width).toBeGreaterThan(whole * 1.3);
    await userEvent.keyboard('0');
    await expect.poll(width).toBeCloseTo(whole, 0);
    session.select('ait');
    await userEvent.keyboard('9');
    await expect.poll(width).toBeGreaterThan(whole * 1.5);
    await expect.element(legend).toHaveFocus();
    const fitted = width();

    await userEvent.keyboard('/');
    await expect.element(page.getByRole('textbox')).toHaveFocus();
    await userEvent.keyboard('0-9');
    await expect.element(page.getByRole('textbox')).toHaveValue('0-9');
    expect(width()).toBeCloseTo(fitted, 0);
  });

  it('shows today at every zoom, also when the plan begins long after it', async () => {
    await timelineOf(bachelorToLicense().build());
    await page.getByRole('radio', { name: 'Days' }).click();
    await page.getByRole('button', { name: 'Today', exact: true }).click();
    const today = page.getByText('Today', { exact: true }).last();
    const box = () => today.element().getBoundingClientRect();
    const { left, right } = page.getByRole('treegrid').element().getBoundingClientRect();
    await expect.poll(() => box().left > left && box().right < right).toBe(true);
  });

  it('not by a sign where a person has turned these off', async () => {
    await timelineOf(bachelorToLicense().build());
    await expect.element(bar(/^AIT/)).toBeVisible();
    const width = () => bar(/^AIT/).element().getBoundingClientRect().width;
    const whole = width();
    singleKeys.on = false;
    (page.getByRole('button', { name: 'Fit plan' }).element() as HTMLElement).focus();
    await userEvent.keyboard('++/');
    singleKeys.on = true;
    expect(width()).toBeCloseTo(whole, 0);
    expect(page.getByRole('textbox').elements()).toEqual([]);
    // A bar that has the focus keeps its keys.
    await bar(/^AIT/).click();
    await userEvent.keyboard('+');
    await expect.poll(width).toBeGreaterThan(whole * 1.3);
  });

  it('keeps the day under the pointer', async () => {
    await timelineOf(bachelorToLicense().build());
    const edge = () => bar(/^AIT/).element().getBoundingClientRect().left;
    await expect.element(bar(/^AIT/)).toBeVisible();
    const before = edge();
    const { width } = bar(/^AIT/).element().getBoundingClientRect();
    const field = page.getByRole('treegrid').element();
    field.dispatchEvent(new PointerEvent('pointerenter'));
    field.dispatchEvent(
      new WheelEvent('wheel', { deltaY: -100, ctrlKey: true, clientX: before, cancelable: true }),
    );
    await expect.poll(() => bar(/^AIT/).element().getBoundingClientRect().width).toBeGreaterThan(width * 1.2);
    expect(Math.abs(edge() - before)).toBeLessThan(2);
  });
});
