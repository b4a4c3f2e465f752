import { z } from 'zod';
import type { Baseline, BaselineComparison, BaselineSummary } from '#shared/domain/baseline/types.ts';
import { FACILITIES, type PlanDocument } from '#shared/domain/plan/document.ts';
import { MILESTONE_SORTS, PROGRAM_LEVELS, SEASONS } from '#shared/domain/plan/items.ts';
import type {
  AppState,
  ExportedPlan,
  HistoryEntry,
  HistoryJump,
  ImportPreview,
  ImportReport,
  PlanCopy,
  PlanSummary,
  TemplateSummary,
  TranscriptReport,
} from './answers.ts';
import { action, command, query } from './define.ts';
import {
  acknowledgement,
  factFields,
  linkFields,
  planFields,
  requirementFields,
  requisiteNeeds,
  requisiteSet,
} from './documents.ts';
import { days, id, isoDate, line, optionalLine, wholePositive } from './fields.ts';
import { fillRequest, placeRequest, type FillState } from './fill.ts';
import { EXPORT_FORMATS, IMPORT_FORMATS } from './interop.ts';
import { additionOf, attempt, changesOf, continuingEducation, loggedHours, ownFields } from './items.ts';
import { itemChanges, manyItems } from './many-items.ts';
import type { CopyPreview, DataState, StoredCopy } from './copies.ts';
import { printRequest, type PrintedFile, type PrintState } from './print-options.ts';
import type { ShiftPreview } from '#shared/domain/terms/preview-shift.ts';
import type { PlanAnalysis } from '#shared/domain/analysis/types.ts';
import type { PlanComparison } from '#shared/domain/compare/types.ts';

const nothing = z.strictObject({});
const byId = z.strictObject({ id });
const byJob = z.strictObject({ jobId: id });
const byPlan = z.strictObject({ planId: id });
const added = <Input extends z.ZodType>(input: Input) => command(input)<{ id: string }>();
const done = <Input extends z.ZodType>(input: Input) => command(input)<null>();
const updated = <Changes extends z.ZodType>(changes: Changes) => done(z.strictObject({ id, changes }));

/**
 * A file as text; one that is too large is refused by its size, like a file. `as` is told by its content when it is
 * left out; `start` is the first day of a curriculum's terms.
 */
const importedText = z.strictObject({
  text: z.string(),
  as: z.enum(IMPORT_FORMATS).optional(),
  start: isoDate.optional(),
});

/** A transcript as text for a plan; the program may be left out where there is only one. */
const transcript = {
  planId: id,
  programId: id.optional(),
  text: z.string().max(1_000_000),
  makeTerms: z.boolean().optional(),
  unplace: z.boolean().optional(),
};

/** A baseline of a plan; the newest when none is named. */
const chosenBaseline = z.strictObject({ planId: id, baselineId: id.optional() });

/** A term and by how many terms it and those after it move; negative is earlier. */
const shift = z.strictObject({ id, by: z.int().min(-40).max(40) });

/**
 * Everything a person can do, by mouse, keyboard or script. Names are `noun.verb`. Queries and commands go
 * through the core's `dispatch`; actions are given by the host. Unknown fields are refused, not ignored.
 */
export const contract = {
  'app.read': query(nothing)<AppState>(),
  'template.list': query(nothing)<TemplateSummary[]>(),

  'plan.list': query(nothing)<PlanSummary[]>(),
  'plan.read': query(byPlan)<PlanDocument>(),
  'plan.analyze': query(
    z.strictObject({
      planId: id,
      target: isoDate.nullable().optional(),
      whatIf: z.string().min(1).max(300).optional(),
    }),
  )<PlanAnalysis>(),
  /** Two to four plans beside each other; everything is said against the first. */
  'plan.compare': query(
    z.strictObject({
      planIds: z
        .array(id)
        .min(2)
        .max(4)
        .refine((ids) => new Set(ids).size === ids.length, { error: 'must name different plans' }),
    }),
  )<PlanComparison>(),
  /**
   * The plan as text. A curriculum holds one program: the one named, else the first that has courses. A picture shows
   * the days `from` to `to`, both included, else all of them. The plan file holds the baselines unless told not to.
   */
  'plan.export': query(
    z.strictObject({
      planId: id,
      format: z.enum(EXPORT_FORMATS).optional(),
      programId: id.optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
      baselines: z.boolean().optional(),
    }),
  )<ExportedPlan>(),
  'plan.previewImport': query(importedText)<ImportPreview>(),
  'plan.create': command(
    z.strictObject({
      templateId: line,
      start: isoDate,
      name: line.optional(),
      jurisdiction: optionalLine.optional(),
      facility: z.enum(FACILITIES).nullable().optional(),
      route: z.int().min(1).max(100).nullable().optional(),
    }),
  )<ImportReport>(),
  'plan.add': added(z.strictObject({ name: line })),
  'plan.import': command(importedText)<ImportReport>(),
  /** A copy with ids of its own, to try something out; without a name it is called a scenario of the plan. */
  'plan.duplicate': command(z.strictObject({ id, name: line.optional() }))<PlanCopy>(),
  'plan.update': updated(
    z
      .strictObject(planFields)
      .partial()
      .refine((changes) => Object.keys(changes).length > 0, {
        error: 'must name at least one field to change',
      }),
  ),
  'plan.delete': done(byId),
  /** Puts unplaced courses into terms, as proposed by `fill.start`, and adds the terms that come along; the answer
   * holds the ids these got, by their keys. */
  'plan.place': command(placeRequest)<{ termIds: Record<string, string> }>(),
  /** Moves courses into a term of their program, or with `null` out of theirs, in one step. Unlike `course.move` it
   * keeps locked courses and those with a record where they are: then it refuses. */
  'plan.moveCourses': done(
    z.strictObject({ planId: id, courseIds: z.array(id).min(1).max(1_000), termId: id.nullable() }),
  ),

  /** Changes items of a plan and adds others, all in one step or none: `changes` and `fields` are what `update` and `add`
   * take for an item of that kind. A refusal names the item. The answer holds the ids of the new items by their keys. */
  'plan.changeItems': command(itemChanges)<{ ids: Record<string, string> }>(),
  /** Deletes items as `item.delete` does, in one step. */
  'plan.deleteItems': done(manyItems),
  /** Moves items, in their own order, right before another one or with `null` to the end of the plan. */
  'plan.orderItems': done(manyItems.extend({ before: id.nullable() })),

  /** The newest first. */
  'baseline.list': query(byPlan)<BaselineSummary[]>(),
  /** A baseline with the plan as it stood then; without an id, the newest of the plan. */
  'baseline.read': query(chosenBaseline)<Baseline>(),
  /** What became of the plan since. */
  'baseline.compare': query(chosenBaseline)<BaselineComparison>(),
  /** Keeps the plan as it stands, to compare with later. */
  'baseline.take': command(z.strictObject({ planId: id, name: line }))<BaselineSummary>(),
  'baseline.rename': done(z.strictObject({ id, name: line })),
  'baseline.delete': done(byId),

  'program.add': added(additionOf(ownFields.program, { level: z.enum(PROGRAM_LEVELS) })),
  'program.update': updated(changesOf(ownFields.program)),
  'term.add': added(
    additionOf(ownFields.term, {
      programId: id,
      season: z.enum(SEASONS),
      firstDay: isoDate,
      lastDay: isoDate,
    }),
  ),
  'term.update': updated(changesOf(ownFields.term)),
  /** What `term.shift` would do to terms, goal and findings. */
  'term.previewShift': query(shift)<ShiftPreview>(),
  'term.shift': done(shift),
  'course.add': added(additionOf(ownFields.course, { programId: id })),
  'course.update': updated(changesOf(ownFields.course)),
  'course.move': done(z.strictObject({ id, termId: id.nullable() })),
  'experience.add': added(additionOf(ownFields.experience, {})),
  'experience.update': updated(changesOf(ownFields.experience)),
  'step.add': added(additionOf(ownFields.step, {})),
  'step.update': updated(changesOf(ownFields.step)),
  'credential.add': added(additionOf(ownFields.credential, {})),
  'credential.update': updated(changesOf(ownFields.credential)),
  'milestone.add': added(additionOf(ownFields.milestone, { sort: z.enum(MILESTONE_SORTS).optional() })),
  'milestone.update': updated(changesOf(ownFields.milestone)),
  'milestone.complete': done(z.strictObject({ id, doneOn: isoDate })),
  'milestone.reopen': done(byId),
  /** Drag: the new first day of an item (R17). The answer says when "not before" was cleared instead. */
  'item.move': command(z.strictObject({ id, start: isoDate }))<{ notice: 'links-decide' | null }>(),
  /** Drag of the end: the new last day; hours change their hours per week (R17). */
  'item.resize': done(z.strictObject({ id, end: isoDate })),
  'item.delete': done(byId),

  /** What `transcript.import` would do. Ids of what it would add are not those it will have. */
  'transcript.preview': query(z.strictObject(transcript))<TranscriptReport>(),
  /** Enters a transcript; makes missing terms and takes what is left over out of past terms unless told not to. */
  'transcript.import': command(z.strictObject(transcript))<TranscriptReport>(),

  'requirement.add': added(
    z
      .strictObject(requirementFields)
      .partial()
      .extend({ programId: id, title: line, rule: requirementFields.rule }),
  ),
  'requirement.update': updated(z.strictObject(requirementFields).partial()),
  'requirement.delete': done(byId),
  'requisite.add': added(
    requisiteSet.omit({ id: true }).extend({ need: wholePositive.nullable().optional() }),
  ),
  'requisite.update': updated(
    z
      .strictObject({ kind: requisiteSet.shape.kind, need: wholePositive.nullable(), needs: requisiteNeeds })
      .partial(),
  ),
  'requisite.delete': done(byId),

  'link.add': added(
    z.strictObject(linkFields).partial().extend({ fromId: id, toId: id, kind: linkFields.kind }),
  ),
  'link.update': updated(z.strictObject({ ...linkFields, lag: days }).partial()),
  'link.delete': done(byId),
  'linkGroup.add': added(
    z.strictObject({ toId: id, need: wholePositive, linkIds: z.array(id).min(1).max(100) }),
  ),
  'linkGroup.update': updated(z.strictObject({ need: wholePositive })),
  'linkGroup.delete': done(byId),

  'hours.add': added(loggedHours.omit({ id: true }).extend({ experienceId: id })),
  'hours.update': updated(loggedHours.omit({ id: true }).partial()),
  'hours.delete': done(byId),
  'attempt.add': added(attempt.omit({ id: true }).extend({ stepId: id })),
  'attempt.update': updated(attempt.omit({ id: true }).partial()),
  'attempt.delete': done(byId),
  'education.add': added(continuingEducation.omit({ id: true }).extend({ credentialId: id })),
  'education.update': updated(continuingEducation.omit({ id: true }).partial()),
  'education.delete': done(byId),

  'fact.add': added(z.strictObject(factFields).partial().extend({ planId: id, field: line })),
  'fact.update': updated(z.strictObject(factFields).partial()),
  'fact.delete': done(byId),
  'finding.acknowledge': done(acknowledgement.extend({ planId: id })),
  'finding.reopen': done(z.strictObject({ planId: id, key: acknowledgement.shape.key })),

  'history.read': query(z.strictObject({ planId: id.nullable().optional() }))<HistoryEntry[]>(),
  'history.undo': command(nothing)<HistoryEntry>(),
  'history.redo': command(nothing)<HistoryEntry>(),
  /** Undoes or redoes until `seq` is the newest step that is done; 0 undoes all that is remembered. */
  'history.jump': command(z.strictObject({ seq: z.int().min(0) }))<HistoryJump>(),
  'database.check': query(nothing)<{ ok: boolean; problems: string[] }>(),

  /** Begins to make the PDF of a plan, and answers how to ask for it. */
  'print.start': action(printRequest)<{ jobId: string }>(),
  /** How far it is; the file once there is one. A PDF that nobody asks about for half a minute is dropped. */
  'print.read': action(byJob)<PrintState>(),
  /** Calls it off. */
  'print.stop': action(byJob)<null>(),
  /** The timeline as a PNG, of the same days as its picture by `plan.export`. */
  'plan.draw': action(
    z.strictObject({ planId: id, from: isoDate.optional(), to: isoDate.optional() }),
  )<PrintedFile>(),
  /** Begins to look for a term for every unplaced course, and answers how to ask for the outcome. */
  'fill.start': action(fillRequest)<{ jobId: string }>(),
  /** How far it is. Work that nobody asks about for half a minute is stopped and forgotten. */
  'fill.read': action(byJob)<FillState>(),
  /** Ends the search; the best proposal so far can still be read. */
  'fill.stop': action(byJob)<null>(),
  /** Where the database is, and the copies of it. */
  'data.read': action(nothing)<DataState>(),
  /** Opens the folder of the database in the system's file manager, where there is one. */
  'data.show': action(nothing)<null>(),
  /** Writes a checked copy into the database's backup folder. */
  'backup.create': action(nothing)<StoredCopy>(),
  /** What a copy holds, and what would be lost by restoring it. */
  'backup.preview': action(byId)<CopyPreview>(),
  /** Puts a copy in place of the database; what was there becomes a copy, whose id is answered. */
  'backup.restore': action(byId)<{ replaced: string }>(),
  'file.choose': action(z.strictObject({ accept: z.array(z.string()) }))<{
    name: string;
    text: string;
  } | null>(),
  'file.save': action(z.strictObject({ name: line, base64: z.string() }))<{ saved: boolean }>(),
  'link.open': action(z.strictObject({ url: z.string().max(2_000) }))<null>(),
  'notice.show': action(z.strictObject({ title: line, body: z.string().max(1_000) }))<null>(),
} as const;

export type Contract = typeof contract;
export type EndpointName = keyof Contract;
type NamesOf<Kind> = { [N in EndpointName]: Contract[N]['kind'] extends Kind ? N : never }[EndpointName];
export type QueryName = NamesOf<'query'>;
export type CommandName = NamesOf<'command'>;
export type ActionName = NamesOf<'action'>;
/** The names that reach the store, through the core's dispatch. */
export type CoreName = QueryName | CommandName;

/** What a caller sends, before defaults and trimming. */
export type InputOf<N extends EndpointName> = z.input<Contract[N]['input']>;
/** What a handler receives, after parsing. */
export type ParsedOf<N extends EndpointName> = z.output<Contract[N]['input']>;
export type OutputOf<N extends EndpointName> = NonNullable<Contract[N]['output']> | NullOf<N>;
type NullOf<N extends EndpointName> = null extends Contract[N]['output'] ? null : never;

/** True for a name of the contract. */
export const isEndpoint = (name: string): name is EndpointName => Object.hasOwn(contract, name);
