import type { ProgramAudit } from '#shared/domain/audit/audit-plan.ts';
import { courseName } from '#shared/domain/plan/course-code.ts';
import type { Course, Item } from '#shared/domain/plan/items.ts';
import type { AuditNames } from '#shared/words/audit.ts';
import { quoted } from '#shared/words/numbers.ts';

type Items = ReadonlyMap<string, Item>;

/** How the things an audit speaks of are called on screen. */
export function namesFor(items: Items, audit: ProgramAudit): AuditNames {
  const groups = new Map(audit.groups.map(({ requirementId, title }) => [requirementId, title]));
  return {
    course: (id) => {
      const course = courseIn(items, id);
      return course === undefined ? 'a course that is gone' : quoted(courseName(course));
    },
    group: (id) => quoted(groups.get(id) ?? 'a group that is gone'),
    program: (id) => quoted(items.get(id)?.title ?? 'a program that is gone'),
  };
}

/** The course with this id, if it is one. */
export function courseIn(items: Items, id: string): Course | undefined {
  const item = items.get(id);
  return item?.kind === 'course' ? item : undefined;
}
