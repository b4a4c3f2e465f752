import type { BenchItem, BenchLink, BenchPlan } from './contract.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 7, 24);
const END = Date.UTC(2038, 7, 24);
const FIRST_VIEW = { start: Date.UTC(2030, 7, 24), end: Date.UTC(2034, 7, 24) };
const ITEMS_PER_LANE = 25;
const FEWEST_LANES = 8;

/** Kind, how many of a hundred items, shortest and longest in days. */
const KINDS = [
  ['degree', 2, 900, 1_460],
  ['term', 8, 100, 130],
  ['course', 62, 100, 130],
  ['internship', 12, 60, 250],
  ['certification', 8, 14, 60],
  ['milestone', 8, 0, 0],
] as const;

const SUBJECTS = [
  'Anatomy',
  'Billing and Coding',
  'Health Law',
  'Statistics',
  'Long-term Care',
  'Finance',
  'Ethics',
  'Leadership',
];

/** Numbers in [0, 1), the same ones for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** A plan of `count` items over twelve years with almost a link for each, always the same one for the same count. */
export function madeUpPlan(count: number): BenchPlan {
  const random = randomNumbers(count);
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
    const title = `${SUBJECTS[below(SUBJECTS.length)] ?? ''} ${100 + (n % 400)}`;
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
  return { lanes, items, links: linksOf(items, below), start: START, end: END, window: FIRST_VIEW };
}

function kindAt(hundredth: number): (typeof KINDS)[number] {
  let before = 0;
  for (const kind of KINDS) {
    before += kind[1];
    if (hundredth < before) return kind;
  }
  return KINDS[2];
}

/** From an earlier item to a later one, mostly of the same lane or the next. */
function linksOf(items: readonly BenchItem[], below: (limit: number) => number): BenchLink[] {
  const links: BenchLink[] = [];
  for (const [place, item] of items.entries()) {
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const from = items[Math.max(0, place - 1 - below(2 * ITEMS_PER_LANE))];
      if (!from || from === item || from.end > item.start) continue;
      links.push({ id: `link-${links.length}`, from: from.id, to: item.id });
      break;
    }
  }
  return links;
}
