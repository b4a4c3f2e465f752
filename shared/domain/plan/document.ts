import type { IsoDate } from '../time/day.ts';
import type { Item, WebLink } from './items.ts';

export const FACILITIES = ['nursing-home', 'assisted-living', 'office'] as const;
export type Facility = (typeof FACILITIES)[number];

export interface Plan {
  id: string;
  name: string;
  goalId: string | null;
  target: IsoDate | null;
  /** Two-letter code of a state or DC. */
  jurisdiction: string | null;
  facility: Facility | null;
  /** Id of the template the plan was made from, and the catalog edition used. */
  template: string | null;
  catalogVersion: string | null;
  notes: string;
  /** Addresses on the web, in order; left out where there are none. */
  webLinks?: WebLink[];
  position: number;
}

export interface Requirement {
  id: string;
  programId: string;
  title: string;
  /** `all` listed courses, `credits` from the group, or `choose` a number of courses. */
  rule: 'all' | 'credits' | 'choose';
  amount: number | null;
  minGrade: string | null;
  /** True when a course counted here may count in another group as well. */
  shared: boolean;
  position: number;
  /** Courses that may be chosen for this group. */
  eligible: string[];
}

/** Requisites of a course: all of `needs`, or any `need` of them. */
export interface RequisiteSet {
  id: string;
  courseId: string;
  kind: 'pre' | 'co' | 'strict';
  /** How many of `needs` are asked; `null` means all. */
  need: number | null;
  needs: { courseId: string; minGrade: string | null }[];
}

export const LINK_KINDS = ['FS', 'SS', 'FF'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface Link {
  id: string;
  fromId: string;
  toId: string;
  /** Finish-to-start, start-to-start or finish-to-finish. */
  kind: LinkKind;
  /** Whole days, may be negative. */
  lag: number;
  /** For finish-to-start: the successor must start within this many days of the predecessor's end. */
  window: number | null;
  groupId: string | null;
  /** Order among the links of the plan; decides ties. */
  position: number;
}

/** "Any `need` of n": the links that name this group are alternatives into `toId`. */
export interface LinkGroup {
  id: string;
  toId: string;
  need: number;
}

export interface Fact {
  id: string;
  itemId: string | null;
  /** What the fact is about, as a short English label such as "Training hours". */
  field: string;
  /** The value as text; `null` is "not known: ask the board". */
  value: string | null;
  unit: string | null;
  /** Read in a source, stated only by the seed article, or our own assumption. */
  basis: 'source' | 'seed' | 'own';
  sourceTitle: string | null;
  sourceUrl: string | null;
  asOf: IsoDate | null;
  /** The date of the source in its own words, when it is no exact day ("May 2024", "undated"). */
  asOfText: string | null;
  checkedOn: IsoDate | null;
  note: string | null;
  position: number;
}

export interface Acknowledgement {
  key: string;
  note: string;
}

/**
 * Everything stored about one plan. Lists are in display order (position, then id). Nothing derived is in
 * it: dates of automatic items, slack, audit and findings are computed from it and a `today`.
 */
export interface PlanDocument {
  plan: Plan;
  items: Item[];
  requirements: Requirement[];
  requisiteSets: RequisiteSet[];
  links: Link[];
  linkGroups: LinkGroup[];
  facts: Fact[];
  acknowledgements: Acknowledgement[];
}
