import { aPlan, type PlanBuilder } from './plan-builder.ts';

/**
 * Courses with odd credits for terms that are as good as full: nobody finds their best arrangement before the end of
 * days. For tests of what happens meanwhile.
 */
export function endlessFilling(): PlanBuilder {
  const credits = Array.from({ length: 58 }, (_, n) => 2 + ((n * 37) % 101) / 100);
  const limit = credits.reduce((sum, each) => sum + each, 0) / 16 + 0.02;
  const plan = aPlan().program('bs');
  for (let term = 1; term <= 16; term += 1) plan.term(`t${term}`, { creditLimit: limit });
  credits.forEach((each, n) => plan.course(`c${n}`, { credits: each }));
  return plan;
}
