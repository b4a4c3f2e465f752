import type { IsoDate } from '../time/day.ts';

/** Severity of a finding, the most urgent first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * Everything the engine notices, with the facts a sentence needs. Facts are JSON and do not
 * change from one day to the next by themselves: they are part of the key of an acknowledgement. What `itemIds`
 * holds stands with each code, the item to go to first.
 */
export type FindingDetail =
  /** The course, then the requisites that are neither satisfied nor placed. `needed` of them would do. */
  | { code: 'requisite-order'; facts: { kind: 'pre' | 'co' | 'strict'; needed: number } }
  /** The items of the loop. */
  | { code: 'cycle'; facts: { of: 'requisites' | 'links' } }
  /** The term. `unknown` counts its courses without known credits. */
  | { code: 'credit-overload'; facts: { credits: number; limit: number; unknown: number } }
  /** The term. */
  | { code: 'credit-underload'; facts: { credits: number; minimum: number; unknown: number } }
  /** The child, then its program. */
  | { code: 'outside-program'; facts: { side: 'before' | 'after'; day: IsoDate; limit: IsoDate } }
  /** The item, then the one its link comes from. */
  | { code: 'pinned-early'; facts: { linkId: string; days: number } }
  /** The item, then the one its link comes from. */
  | { code: 'window-missed'; facts: { linkId: string; lastDay: IsoDate; days: number } }
  /** The item that starts too late, then what has expired by then. */
  | { code: 'prerequisite-expired'; facts: { linkId: string; lastDay: IsoDate; start: IsoDate } }
  /** The experience; or the experiences before a credential, then the credential whose rule asks for more. */
  | { code: 'hours-short'; facts: { by: 'experience' | 'credential'; hours: number; required: number } }
  /** The program. */
  | { code: 'credits-short'; facts: { required: number; earned: number; planned: number; unknown: number } }
  /** The program. `gpa` is unrounded. */
  | { code: 'gpa-below-minimum'; facts: { gpa: number; minimum: number } }
  /** The program, then courses to take again. `missing` counts credits for a `credits` rule, else courses. */
  | {
      code: 'requirement-unmet';
      facts: {
        requirementId: string;
        title: string;
        rule: 'all' | 'credits' | 'choose';
        missing: number;
        fix: number;
      };
    }
  /** The course. */
  | { code: 'unplaced-course'; facts: Record<string, never> }
  /** The later course, then the earlier one. */
  | { code: 'duplicate-course'; facts: { number: string } }
  /** The milestone or course. */
  | { code: 'deadline-passed'; facts: { kind: 'milestone' | 'course'; day: IsoDate } }
  /** The credential. */
  | { code: 'renewal-due'; facts: { expires: IsoDate; expired: boolean } }
  /** The credential. `asked` and `logged` are hours of the period; `topics` only those that are short. */
  | {
      code: 'ce-short';
      facts: {
        periodEnd: IsoDate;
        asked: number;
        logged: number;
        topics: { topic: string; asked: number; logged: number }[];
      };
    }
  /** The item the facts are about; none for facts about the plan. `checkedOn` is the oldest of them. */
  | { code: 'stale-fact'; facts: { checkedOn: IsoDate; count: number } };

export type FindingCode = FindingDetail['code'];

/** What a rule reports: the detail, how urgent it is, and the items concerned. */
export type Raised<C extends FindingCode = FindingCode> = Extract<FindingDetail, { code: C }> & {
  severity: Severity;
  itemIds: string[];
};

/** A finding with the key its acknowledgement is stored under. */
export type Finding<C extends FindingCode = FindingCode> = Raised<C> & {
  key: string;
  acknowledged: boolean;
  /** Why it was acknowledged; `null` while it is open. */
  note: string | null;
};
