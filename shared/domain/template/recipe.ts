import type { IsoDate } from '../time/day.ts';
import type { Facility, Fact, Link, Requirement } from '../plan/document.ts';
import type {
  Course,
  Credential,
  Experience,
  LengthUnit,
  Milestone,
  Phase,
  Program,
  Step,
} from '../plan/items.ts';

/**
 * A recipe is a plan before it has ids and dates: everything is named by a key of the author's choosing.
 * The catalog writes recipes, `buildPlan` turns one into a plan document.
 */
export interface Recipe {
  template: string;
  catalogVersion: string;
  name: string;
  notes: string;
  /** The first day of the first term. */
  start: IsoDate;
  jurisdiction: string | null;
  facility: Facility | null;
  /** Key of the part whose date the plan is about. */
  goal: string;
  /** In display order. Programs follow one another in time in the order given. */
  parts: RecipePart[];
  links: RecipeLink[];
  facts: RecipeFact[];
}

export type RecipePart = RecipeProgram | RecipeExperience | RecipeStep | RecipeCredential | RecipeMilestone;

/** A day some months before the first term of a program. */
export interface MonthsBefore {
  program: string;
  months: number;
}

interface PartBase {
  key: string;
  title: string;
  phase: Phase;
  notes?: string;
  url?: string | null;
  /** US cents, only where a source gives the amount. */
  costCents?: number;
  /** Days before the date on which to remind. */
  reminders?: number[];
  /** Fixed on this day. */
  pinned?: MonthsBefore;
  /** Not earlier than this day. */
  notBefore?: MonthsBefore;
  /** Key of the program it is a child of. */
  program?: string;
  length?: { amount: number; unit: Exclude<LengthUnit, 'hour'>; best?: number };
}

export interface RecipeProgram
  extends Omit<PartBase, 'program'>, Pick<Program, 'level' | 'field' | 'degreeType' | 'creditsRequired'> {
  kind: 'program';
  accreditor: string | null;
  accreditation: string | null;
  gpaGoal: number | null;
  requirements: RecipeRequirement[];
  terms: RecipeTerm[];
}

export interface RecipeRequirement extends Pick<Requirement, 'title' | 'rule' | 'amount'> {
  key: string;
}

/** A long term is a fall or a spring, whichever the calendar brings next. */
export interface RecipeTerm {
  key: string;
  span: 'long' | 'summer';
  courses: RecipeCourse[];
}

export interface RecipeCourse extends Pick<Course, 'prefix' | 'number' | 'title' | 'credits'> {
  /** Unique in the recipe, so that courses of two programs can name each other. */
  key: string;
  requirement: string;
  prerequisites: string[];
  corequisites: string[];
  notes?: string;
}

export interface RecipeExperience extends PartBase, Pick<Experience, 'sort'> {
  kind: 'experience';
  hours?: { required: number; perWeek: number };
}

export interface RecipeStep extends PartBase, Pick<Step, 'sort'> {
  kind: 'step';
}

export interface RecipeCredential
  extends
    PartBase,
    Pick<Credential, 'sort' | 'issuer' | 'jurisdiction' | 'renewMonths' | 'ceMonths' | 'ceHours'> {
  kind: 'credential';
  ceTopics?: Credential['ceTopics'];
}

export interface RecipeMilestone extends PartBase, Pick<Milestone, 'sort'> {
  kind: 'milestone';
}

/** `from` and `to` are keys of parts or, as `program/term`, of terms. */
export interface RecipeLink extends Pick<Link, 'kind'> {
  from: string;
  to: string;
  /** Whole days, 0 if left out. */
  lag?: number;
  /** Days within which the successor must start; finish-to-start only. */
  window?: number;
}

/** A fact about a part, or about the whole plan when `about` is null. */
export interface RecipeFact extends Omit<Fact, 'id' | 'itemId' | 'position'> {
  about: string | null;
}

/** What the user picks when making a plan from a template. */
export interface TemplateChoices {
  start: IsoDate;
  jurisdiction: string | null;
  /** Without one, a template with a license phase takes `nursing-home`. */
  facility: Facility | null;
  /** Place among the routes of the jurisdiction, from 1; without one, the route for an unrelated bachelor's degree. */
  route: number | null;
  name?: string | null;
}

/** Why no plan can be made. The codes and facts are those of the contract's failures, which have the sentences. */
export type TemplateRefusal =
  | { code: 'unknown-template'; id: string; known: string[] }
  | { code: 'unknown-jurisdiction'; jurisdiction: string }
  | { code: 'unknown-route'; route: number; routes: number }
  | { code: 'choice-not-applicable'; choice: 'facility' | 'jurisdiction' | 'route'; template: string }
  | { code: 'dates-out-of-range'; last: IsoDate };
