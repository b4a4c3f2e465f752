import type { Proposal } from '#shared/contract/fill.ts';
import { sumCredits } from '#shared/domain/audit/standing.ts';
import { applyFilling } from '#shared/domain/fill/new-terms.ts';
import { byEnd } from '#shared/domain/fill/open-terms.ts';
import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import type { Finding } from '#shared/domain/findings/types.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Course, Term } from '#shared/domain/plan/items.ts';
import { effectOf } from '#shared/domain/schedule/effect.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import type { DayNumber } from '#shared/domain/time/day.ts';

/** What a person sees of a term before they agree to it. */
export interface PreviewTerm {
  term: Term;
  /** Whether it would be added. */
  isNew: boolean;
  /** Credits of everything in it then. */
  credits: number;
  proposed: Course[];
  /** Courses that are in it already. */
  others: number;
}

export interface Preview {
  programs: { id: string; title: string; terms: PreviewTerm[] }[];
  /** The goal's date then, and by how many days it moves; `null` where it has no date. */
  goal: { date: DayNumber; days: number | null } | null;
  /** Everything that would be noticed then; what of it is not noticed now; and how many findings would be gone. */
  findings: Finding[];
  newFindings: Finding[];
  solved: number;
  /** Names of the plan as it would be. */
  titles: ReadonlyMap<string, string>;
}

/** What a proposal would make of a plan. Nothing is stored. */
export function previewOf(doc: PlanDocument, today: DayNumber, { filling, newTerms }: Proposal): Preview {
  const after = applyFilling(doc, newTerms, filling.placements);
  const unchanged = schedulePlan(doc, today);
  const effect = effectOf(unchanged, after);
  const before = new Set(findingsOf(doc, unchanged, today).map(({ key }) => key));
  const then = findingsOf(after, effect.schedule, today);
  const newFindings = then.filter(({ key }) => !before.has(key));
  return {
    programs: programsIn(after, { filling, newTerms }),
    goal: effect.after === null ? null : { date: effect.after, days: effect.days },
    findings: then,
    newFindings,
    solved: before.size - (then.length - newFindings.length),
    titles: new Map(after.items.map(({ id, title }) => [id, title])),
  };
}

function programsIn({ items }: PlanDocument, { filling, newTerms }: Proposal): Preview['programs'] {
  const proposed = new Set(filling.placements.map(({ courseId }) => courseId));
  const added = new Set(newTerms.map(({ key }) => key));
  const courses = Map.groupBy(
    items.filter((item) => item.kind === 'course' && item.status !== 'withdrawn') as Course[],
    ({ termId }) => termId,
  );
  const preview = (term: Term): PreviewTerm => {
    const there = courses.get(term.id) ?? [];
    const own = there.filter(({ id }) => proposed.has(id));
    return {
      term,
      isNew: added.has(term.id),
      credits: sumCredits(there).credits,
      proposed: own,
      others: there.length - own.length,
    };
  };
  return filling.programs.map(({ programId }) => ({
    id: programId,
    title: items.find(({ id }) => id === programId)?.title ?? '',
    terms: items
      .filter((item): item is Term => item.kind === 'term' && item.programId === programId)
      .sort(byEnd)
      .map(preview)
      .filter(({ proposed, isNew }) => proposed.length > 0 || isNew),
  }));
}
