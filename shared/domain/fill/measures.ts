import type { DayNumber } from '../time/day.ts';
import type { Instance } from './instance.ts';

/** What is minimized, of one program: the last day of the last used term, then the units of the fullest one. */
export interface Measures {
  last: DayNumber;
  largest: number;
}

/** Measures an arrangement: `terms` holds for each course its term, as an index in its program. */
export function measure({ programs, courses }: Instance, terms: Int32Array): Measures[] {
  const totals = programs.map((program) => program.terms.map(({ placed }) => placed));
  const measures = programs.map(({ usedUntil }) => ({ last: usedUntil, largest: 0 }));
  courses.forEach(({ program, units }, course) => {
    const term = terms[course]!;
    totals[program]![term]! += units;
    const own = measures[program]!;
    own.last = Math.max(own.last, programs[program]!.terms[term]!.lastDay);
  });
  measures.forEach((own, program) => (own.largest = Math.max(0, ...totals[program]!)));
  return measures;
}
