import type { BenchItem, BenchLink, BenchPlan } from './contract.ts';

/**
 * Puts the maker of plans into a page, before its own scripts; like the measures it is sent there as text. A plan is made in
 * the page, as where the minimal list was measured beside other charts (`timeline-goals.ts`): how much room its texts and
 * numbers take before a page has read them depends on how they came to be. Kinds, lanes and links are those of the plan
 * there as well: how two pages stand to each other depends on how much of a plan each has to draw.
 */
export function installMadeUpPlans(): void {
  const DAY = 86_400_000;
  const START = Date.UTC(2026, 7, 24);
  const END = Date.UTC(2038, 7, 24);
  const FIRST_VIEW = { start: Date.UTC(2030, 7, 24), end: Date.UTC(2034, 7, 24) };
  /**
   * Found by drawing the plans of fifteen hundred: on these both pages have about as many bars to draw as there. At 200, 1,000,
   * 5,000 and 10,000 items the minimal list has 73–77, 95–100, 92–102 and 95–106 (there 76, 99, 101 and 99), the timeline
   * 33–41, 35–42, 34–40 and 29–39 (there 36, 36, 35 and 31).
   */
  const SEEDS = [11_229_142, 5_677_923, 261_327, 7_008_315, 8_275_355];
  const ITEMS_PER_LANE = 25;
  const FEWEST_LANES = 8;

  /** Kind, how many of a hundred items, shortest and longest in days. */
  const KINDS = [
    ['degree', 2, 900, 1_460],
    ['term', 8, 110, 150],
    ['course', 60, 90, 150],
    ['internship', 12, 60, 180],
    ['certification', 10, 14, 60],
    ['milestone', 8, 0, 0],
  ] as const;

  /** How many of five links stay in their lane; the others come from one of the next two. */
  const WITHIN_LANE = 4;
  /** How many items a link may come from: of those that end in time, it comes from the last to end. */
  const TRIED = 14;

  const SUBJECTS = [
    'Long-term Care',
    'Quality Assurance',
    'Human Resources',
    'Medical Ethics',
    'Health Economics',
    'Statistics',
    'Administration',
    'Safety',
    'Nutrition',
    'Public Health',
    'Pharmacy',
    'Billing Practices',
    'Finance',
    'Community Health',
    'Research Methods',
    'Anatomy',
  ];

  /** Numbers in [0, 1), the same ones for the same seed: xorshift, whose low bits are as good as its high ones. */
  function randomNumbers(seed: number): () => number {
    let state = seed;
    return () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) / 4_294_967_296;
    };
  }

  /**
   * A plan of `count` items over twelve years with almost a link for each. The same numbers give the same plan; a repetition
   * asks for another one, as what an edit pushes out of its row is the luck of a plan.
   */
  function madeUpPlan(count: number, repetition: number): BenchPlan {
    const random = randomNumbers(SEEDS[repetition % SEEDS.length] ?? 1);
    const below = (limit: number) => Math.floor(random() * limit);
    const lanes = Array.from(
      { length: Math.max(FEWEST_LANES, Math.round(count / ITEMS_PER_LANE)) },
      (_, li) => ({
        id: `lane-${li}`,
        title: `Program ${li + 1}`,
      }),
    );
    const items: BenchItem[] = Array.from({ length: count }, (_, n) => {
      const [kind, , shortest, longest] = kindAt(below(100));
      const days = shortest + below(longest - shortest + 1);
      const start = START + below((END - START) / DAY - days) * DAY;
      const li = n % lanes.length;
      const subject = SUBJECTS[(n * 7) % SUBJECTS.length] ?? '';
      const title = kind === 'milestone' ? `Pass: ${subject}` : `${subject} ${100 + (n % 400)}`;
      return {
        id: `item-${n}`,
        lane: lanes[li]?.id ?? '',
        li,
        kind,
        title,
        start,
        end: start + days * DAY,
        progress: below(100),
      };
    });
    items.sort((a, b) => a.li - b.li || a.start - b.start || a.end - b.end);
    return {
      lanes,
      items,
      links: linksOf(items, lanes.length, below),
      start: START,
      end: END,
      window: FIRST_VIEW,
    };
  }

  function kindAt(hundredth: number): (typeof KINDS)[number] {
    let before = 0;
    for (const kind of KINDS) {
      before += kind[1];
      if (hundredth < before) return kind;
    }
    return KINDS[2];
  }

  /** Almost one for every item. */
  function linksOf(
    items: readonly BenchItem[],
    lanes: number,
    below: (limit: number) => number,
  ): BenchLink[] {
    const ofLane = Map.groupBy(items, ({ li }) => li);
    const links: BenchLink[] = [];
    for (const item of items) {
      const aside = below(5) < WITHIN_LANE ? 0 : 1 + below(2);
      const near = ofLane.get(Math.min(lanes - 1, item.li + aside)) ?? [];
      const from = Array.from({ length: TRIED }, () => near[below(near.length)])
        .filter((other) => other !== undefined && other !== item && other.end <= item.start)
        .reduce(
          (last, other) => (last === undefined || (other?.end ?? 0) > last.end ? other : last),
          undefined,
        );
      if (from) links.push({ id: `link-${links.length}`, from: from.id, to: item.id });
    }
    return links;
  }

  window.__madeUpPlan = madeUpPlan;
}
