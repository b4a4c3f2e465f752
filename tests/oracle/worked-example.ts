import type { Link, PlanDocument } from '#shared/domain/plan/document.ts';
import type { Step } from '#shared/domain/plan/items.ts';
import { aPlan, type PlanBuilder } from '../builders/plan-builder.ts';

/** A day before everything in the worked example, so that "today" decides nothing. */
export const WORKED_EXAMPLE_TODAY = '2027-09-01';

function addLicensing(
  plan: PlanBuilder,
  after: string,
  exam: Partial<Pick<Step, 'pinStart'>> = {},
): PlanDocument {
  return plan
    .step('wait', { sort: 'approval', length: 120, lengthUnit: 'day', bestLength: 1 })
    .step('exam', { sort: 'exam', length: 1, lengthUnit: 'day', ...exam })
    .step('issuing', { sort: 'issuing', length: 30, lengthUnit: 'day' })
    .credential('license')
    .link(after, 'wait')
    .link('wait', 'exam', { window: 60 })
    .link('exam', 'issuing')
    .link('issuing', 'license')
    .goal('license')
    .build();
}

/** From a bachelor's degree through an AIT of 1,000 hours to the license (section 2 of the rule book). */
export function workedExample({ hoursPerWeek = 40, examOn = null as string | null } = {}): PlanDocument {
  const plan = aPlan()
    .program('bs')
    .term('spring-2028', { firstDay: '2028-01-10', lastDay: '2028-05-12' })
    .course('capstone', { termId: 'spring-2028' })
    .milestone('graduation', { sort: 'graduation' })
    .link('bs', 'graduation', { kind: 'FF' })
    .experience('ait', { sort: 'ait', hoursRequired: 1000, hoursPerWeek })
    .link('graduation', 'ait');
  return addLicensing(plan, 'ait', { pinStart: examOn });
}

/** The same way with a master's degree, whose residency takes the place of the AIT. */
export function workedExampleWithMasters(): PlanDocument {
  const plan = aPlan()
    .program('ms', { level: 'master' })
    .term('spring-2030', { firstDay: '2030-01-14', lastDay: '2030-05-10' })
    .course('seminar', { termId: 'spring-2030' })
    .experience('residency', {
      programId: 'ms',
      sort: 'residency',
      hoursRequired: 400,
      hoursPerWeek: 40,
      notBefore: '2030-01-14',
    })
    .milestone('graduation', { sort: 'graduation' })
    .link('ms', 'graduation', { kind: 'FF' });
  return addLicensing(plan, 'graduation');
}

/** Both ways in one plan: any one of them is enough. */
export function twoRoutes(): PlanDocument {
  const one = workedExample();
  const master = workedExampleWithMasters();
  const taken = new Set(one.items.map(({ id }) => id));
  const route = (id: string, fromId: string, position: number): Link => {
    return { id, fromId, toId: 'wait', kind: 'FS', lag: 0, window: null, groupId: 'routes', position };
  };
  return {
    ...one,
    items: [...one.items, ...master.items.filter(({ id }) => !taken.has(id))],
    links: [
      ...one.links.filter(({ fromId, toId }) => fromId !== 'ait' || toId !== 'wait'),
      route('by-ait', 'ait', 101),
      route('by-residency', 'ms', 102),
    ],
    linkGroups: [{ id: 'routes', toId: 'wait', need: 1 }],
  };
}
