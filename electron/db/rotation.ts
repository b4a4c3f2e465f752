import type { CopyName } from './copy-names.ts';

/** How many of the newest copies stay, and for how many days, weeks and months that have copies one stays. */
const LATEST = 3;
const PERIODS: readonly { most: number; keyOf: (day: number) => number }[] = [
  { most: 7, keyOf: (day) => day },
  // Weeks begin on Monday; day 0 was a Thursday.
  { most: 4, keyOf: (day) => Math.floor((day + 3) / 7) },
  { most: 12, keyOf: monthOf },
];

const MS_PER_DAY = 86_400_000;

/** Copies a person asked for are theirs to delete. */
const ALWAYS_KEPT: ReadonlySet<string> = new Set(['by-hand', 'before-recovery']);

/**
 * The copies that may go. They are walked through from the newest number, and days, weeks and months are counted only
 * where there are copies. So neither a clock that jumped nor a long pause takes away anything by itself. The newest checked copy, the newest state that a restore replaced
 * and the newest one before a migration always stay.
 */
export function surplusCopies<Copy extends CopyName>(copies: readonly Copy[]): Copy[] {
  const kept = new Set<Copy>();
  const newest = copies.toSorted((a, b) => b.number - a.number);
  const seen = PERIODS.map(() => new Set<number>());
  let latest = 0;
  for (const copy of newest) {
    if (copy.at === null || ALWAYS_KEPT.has(copy.why)) {
      kept.add(copy);
      continue;
    }
    const day = Math.floor(Date.parse(copy.at) / MS_PER_DAY);
    if (latest < LATEST) kept.add(copy);
    latest += 1;
    for (const [place, { most, keyOf }] of PERIODS.entries()) {
      const keys = seen[place];
      if (!keys || keys.size >= most || keys.has(keyOf(day))) continue;
      keys.add(keyOf(day));
      kept.add(copy);
    }
  }
  const first = (fits: (copy: Copy) => boolean) => newest.find(fits);
  const musts = [
    first(({ folder }) => !folder),
    first(({ why }) => why === 'replaced'),
    first(({ why }) => why === 'before-migration'),
  ];
  return newest.filter((copy) => !kept.has(copy) && !musts.includes(copy));
}

function monthOf(day: number): number {
  const date = new Date(day * MS_PER_DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
