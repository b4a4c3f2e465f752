import type { LinkKind, PlanDocument } from '#shared/domain/plan/document.ts';
import { blankItem } from '#shared/domain/plan/blank-item.ts';
import { PHASES, type Item, type Phase } from '#shared/domain/plan/items.ts';
import { toIso, type DayNumber } from '#shared/domain/time/day.ts';

/** An item of the bench: times are milliseconds in UTC, a milestone starts and ends at the same one. */
export interface BenchItem {
  id: string;
  lane: string;
  kind: 'degree' | 'term' | 'course' | 'internship' | 'certification' | 'milestone';
  title: string;
  start: number;
  end: number;
}

export interface BenchLink {
  id: string;
  from: string;
  to: string;
}

export interface BenchLane {
  id: string;
  title: string;
}

const MS_PER_DAY = 86_400_000;
export const BENCH_PLAN = 'bench';

/** The day of a moment. */
export function dayOfMs(ms: number): DayNumber {
  return Math.floor(ms / MS_PER_DAY);
}

/** The first and last day of a bench item. */
export function pinsOf(
  { start, end }: Pick<BenchItem, 'start' | 'end'>,
  texts = new Texts(),
): { pinStart: string; pinEnd: string } {
  const first = dayOfMs(start);
  return { pinStart: texts.of(first), pinEnd: texts.of(Math.max(first, dayOfMs(end) - 1)) };
}

/** In the application a plan comes out of JSON, whose reader makes each short text once. */
class Texts {
  readonly #known = new Map<DayNumber, string>();

  of(day: DayNumber): string {
    let text = this.#known.get(day);
    if (text === undefined) this.#known.set(day, (text = toIso(day)));
    return text;
  }
}

/**
 * The bench's items as one of our plans: a lane is a program, and what is in it are its children, pinned to their
 * days. All lines are links, as the bench has no requisites.
 */
export function benchPlan(
  items: readonly BenchItem[],
  links: readonly BenchLink[],
  lanes: readonly BenchLane[],
): PlanDocument {
  const phaseOfLane = new Map(
    lanes.map(({ id }, place) => [id, PHASES[place % PHASES.length] ?? 'licensure']),
  );
  const spans = new Map<string, { start: number; end: number }>();
  for (const { lane, start, end } of items) {
    const span = spans.get(lane);
    if (span === undefined) spans.set(lane, { start, end });
    else {
      span.start = Math.min(span.start, start);
      span.end = Math.max(span.end, end);
    }
  }
  const texts = new Texts();
  const programs = lanes.flatMap(({ id, title }, place) => {
    const span = spans.get(id);
    if (span === undefined) return [];
    return {
      ...blankItem('program', id, title, place),
      phase: phaseOfLane.get(id) ?? null,
      ...pinsOf(span, texts),
    };
  });
  const children = items.map((item, place) =>
    childOf(item, lanes.length + place, phaseOfLane.get(item.lane) ?? null, texts),
  );
  const kind: LinkKind = 'FS';
  return {
    plan: {
      id: BENCH_PLAN,
      name: 'Bench',
      goalId: items.at(-1)?.id ?? null,
      target: null,
      jurisdiction: null,
      facility: null,
      template: null,
      catalogVersion: null,
      notes: '',
      position: 0,
    },
    items: [...programs, ...children],
    requirements: [],
    requisiteSets: [],
    links: links.map(({ id, from, to }, position) => ({
      id,
      fromId: from,
      toId: to,
      kind,
      lag: 0,
      window: null,
      groupId: null,
      position,
    })),
    linkGroups: [],
    facts: [],
    acknowledgements: [],
  };
}

const KINDS = {
  degree: 'experience',
  internship: 'experience',
  term: 'step',
  course: 'step',
  certification: 'step',
  milestone: 'milestone',
} as const;

function childOf(item: BenchItem, position: number, phase: Phase | null, texts: Texts): Item {
  // Filled in and not copied: what it takes to make a plan of the bench's items counts as opening it.
  const child: Item = blankItem(KINDS[item.kind], item.id, item.title, position);
  const { pinStart, pinEnd } = pinsOf(item, texts);
  child.programId = item.lane;
  child.phase = phase;
  child.pinStart = pinStart;
  child.pinEnd = pinEnd;
  return child;
}
