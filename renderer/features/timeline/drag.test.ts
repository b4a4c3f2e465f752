import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import { layoutPlan } from '#shared/domain/layout/layout-plan.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { Drag } from './drag.svelte.ts';
import { heldSentence, heldWords } from './held-words.ts';

const today = toDay('2027-01-15');

function taken(plan: PlanBuilder, id: string, kind: 'move' | 'resize' = 'move') {
  const document = plan.build();
  const schedule = schedulePlan(document, today);
  const layout = layoutPlan(document, schedule.planDays);
  const findings = findingsOf(document, schedule, today);
  const drag = new Drag(() => ({ document, schedule, layout, findings }));
  const bar = layout.barOf.get(id) ?? -1;
  drag.take(bar, kind);
  const titleOf = (of: string) => document.items.find((item) => item.id === of)?.title ?? '';
  const said = () =>
    drag.held === null
      ? ''
      : heldSentence(heldWords(drag.held, drag.consequence, document.plan.goalId, titleOf));
  return { drag, said };
}

const withWindow = () =>
  aPlan()
    .step('wait', { title: 'Wait', length: 30, pinStart: '2027-03-01' })
    .step('exam', { title: 'Exam', pinStart: '2027-04-10' })
    .credential('license', { title: 'License' })
    .link('wait', 'exam', { window: 60 })
    .link('exam', 'license')
    .goal('license');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a held bar', () => {
  it('says the day, how the goal moves, and what would be noticed then', () => {
    const { drag, said } = taken(withWindow(), 'exam');
    drag.shift(60);
    vi.runAllTimers();
    expect(said()).toBe(
      'Jun 9, 2027: License +60 days. Causes: “Exam” had to start by May 29, 2027, the end of its window after “Wait”, and starts 11 days later',
    );
    drag.shift(-20);
    vi.runAllTimers();
    expect(said()).toBe(
      'Mar 21, 2027: License −20 days. Causes: “Exam” comes 10 days earlier than its link from “Wait” allows',
    );
  });

  it('says what would be put right', () => {
    const late = withWindow();
    const { drag, said } = taken(
      late.step('exam2', { title: 'Oral', pinStart: '2027-03-10' }).link('wait', 'exam2'),
      'exam2',
    );
    drag.shift(30);
    vi.runAllTimers();
    expect(said()).toBe('Apr 9, 2027: License unchanged. Resolves: Earlier than a link allows (“Oral”)');
  });

  it('asks once for each day: back at one that was asked for, the answer is there at once', () => {
    const { drag } = taken(withWindow(), 'exam');
    drag.shift(60);
    vi.runAllTimers();
    drag.shift(10);
    vi.runAllTimers();
    drag.shift(60);
    expect(drag.consequence).toMatchObject({ days: 60, caused: [{ code: 'window-missed' }] });
    drag.shift(11);
    expect(drag.consequence?.days).toBe(60);
    vi.runAllTimers();
    expect(drag.consequence?.days).toBe(11);
  });

  it('drops what is true of the last place, however fast it came there', () => {
    const { drag } = taken(withWindow(), 'exam');
    drag.shift(60);
    drag.settle();
    expect(drag.drop()?.command).toEqual({ name: 'item.move', input: { id: 'exam', start: '2027-06-09' } });
    expect(drag.held).toBeNull();
    expect(drag.consequence).toBeNull();
  });

  it('of a course says the term, what it holds then, and what comes too early', () => {
    const study = aPlan()
      .program('bs')
      .term('fall', { title: 'Fall', firstDay: '2027-08-23', lastDay: '2027-12-10', creditLimit: 3 })
      .term('spring', { title: 'Spring', firstDay: '2028-01-10', lastDay: '2028-05-05' })
      .course('intro', { title: 'Intro', termId: 'fall', credits: 3 })
      .course('law', { title: 'Law', termId: 'spring', credits: 3 })
      .requisites('law', ['intro']);
    const { drag, said } = taken(study, 'law');
    drag.shift(0, toDay('2027-09-15'));
    vi.runAllTimers();
    expect(said()).toBe(
      'Fall. Causes: “Law” needs “Intro” in an earlier term; “Fall” holds 6 credits, more than its limit of 3',
    );
  });

  it('says why it stays, and nothing else', () => {
    const done = aPlan().step('exam', { actualStart: '2027-01-04', actualEnd: '2027-01-04' });
    const { drag, said } = taken(done, 'exam');
    drag.shift(10);
    vi.runAllTimers();
    expect(said()).toMatch(/^This has already begun or is done/);
  });

  it('says the day its links allow, where they decide', () => {
    const auto = aPlan()
      .step('wait', { length: 30, pinStart: '2027-03-01' })
      .step('exam', { title: 'Exam' })
      .link('wait', 'exam')
      .goal('exam');
    const { drag, said } = taken(auto, 'exam');
    drag.shift(-5);
    vi.runAllTimers();
    expect(said()).toBe('Mar 26, 2027: its links allow Mar 31, 2027 at the earliest · Exam unchanged');
  });
});
