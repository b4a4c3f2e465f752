import type { CourseStanding, TranscriptCourse, TranscriptReport } from '#shared/contract/answers.ts';
import type { ParsedOf } from '#shared/contract/contract.ts';
import { codeText } from '#shared/domain/plan/course-code.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Program } from '#shared/domain/plan/items.ts';
import { goalEffectOf } from '#shared/domain/schedule/goal-effect.ts';
import {
  applyTranscript,
  type AppliedTranscript,
  type CourseRecord,
  type RecordedCourse,
} from '#shared/domain/transcript/apply-transcript.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { readTranscript } from '#electron/formats/transcript/read-transcript.ts';
import { unusedLines } from '#electron/formats/transcript/unused-lines.ts';
import { Refusal, type Context, type Handlers } from '../context.ts';
import { insertItem, updateItem } from '../item/item.sql.ts';
import { documentOf, placeIn, placeOf } from '../places.ts';

export const transcriptHandlers: Pick<Handlers, 'transcript.preview' | 'transcript.import'> = {
  'transcript.preview': (context, input) => enter(context, input).report,

  'transcript.import': (context, input) => {
    const { applied, report } = enter(context, input);
    for (const item of applied.added) insertItem(context.db, input.planId, item);
    for (const [id, changes] of applied.changes) updateItem(context.db, placeOf(context, id), changes);
    context.about(input.planId, report.program);
    return report;
  },
};

/** @throws Refusal */
function enter(
  context: Context,
  { planId, programId, text, makeTerms = true, unplace = true }: ParsedOf<'transcript.import'>,
): { applied: AppliedTranscript; report: TranscriptReport } {
  const document = documentOf(context, planId);
  const program = programFor(context, document, programId);
  const read = readTranscript(text);
  if (!read.ok) throw new Refusal({ code: 'transcript-unusable', fault: read.fault });
  const today = toDay(context.clock.today());
  const applied = applyTranscript(document, program, read.rows, today, context.newId, { makeTerms, unplace });
  const unused = unusedLines([...read.problems, ...applied.problems]);
  const goal = goalEffectOf(document, applied.document, today);
  const { id, name } = document.plan;
  return {
    applied,
    report: {
      planId: id,
      name,
      programId: program.id,
      program: program.title,
      ...describe(applied),
      unused,
      goal,
    },
  };
}

/** @throws Refusal unless the program is named or there is only one. */
function programFor(context: Context, { plan, items }: PlanDocument, programId: string | undefined): Program {
  if (programId !== undefined) placeIn(context, plan.id, programId, 'program');
  const programs = items
    .filter((item) => item.kind === 'program')
    .filter(({ id }) => programId === undefined || id === programId);
  const [program, ...others] = programs;
  if (program && others.length === 0) return program;
  throw new Refusal({ code: 'transcript-program', titles: programs.map(({ title }) => title) });
}

function describe({
  document,
  recorded,
  alreadyThere,
  terms,
  stillToPlan,
}: AppliedTranscript): Pick<
  TranscriptReport,
  'changed' | 'added' | 'alreadyThere' | 'termsMade' | 'stillToPlan'
> {
  const items = new Map(document.items.map((item) => [item.id, item]));
  const titleOf = (id: string | null) => (id === null ? null : (items.get(id)?.title ?? null));
  const standing = ({ status, grade, credits, termId }: CourseRecord): CourseStanding => {
    return { status, grade, credits, term: titleOf(termId) };
  };
  const described = ({ line, course }: RecordedCourse): TranscriptCourse => ({
    courseId: course.id,
    line,
    code: codeText(course),
    title: course.title,
    ...standing(course),
    repeat: course.repeatsId !== null,
  });
  return {
    changed: recorded.flatMap((each) =>
      each.before === null ? [] : [{ ...described(each), before: standing(each.before) }],
    ),
    added: recorded.filter(({ before }) => before === null).map(described),
    alreadyThere: alreadyThere.map(described),
    termsMade: terms.map(({ title, firstDay, lastDay }) => ({ title, firstDay, lastDay })),
    stillToPlan: stillToPlan.map((course) => {
      const now = items.get(course.id);
      return {
        courseId: course.id,
        code: codeText(course),
        title: course.title,
        term: titleOf(course.termId) ?? '',
        unplaced: now?.kind === 'course' && now.termId === null,
      };
    }),
  };
}
