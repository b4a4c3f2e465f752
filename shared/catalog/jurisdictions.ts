import type { Facility } from '#shared/domain/plan/document.ts';
import { assistedLiving, nursingHomes } from './data.ts';
import { labelOfAssistedLivingRoute } from './recipes/assisted-living.ts';
import { labelOfRoute } from './recipes/nursing-home.ts';
import type { AssistedLivingRules, NursingHomeRules } from './types.ts';

/** One of the 50 states or DC, as a picker shows it. */
export interface Jurisdiction {
  code: string;
  name: string;
  /** Whom to ask; null where that was not read. */
  board: string | null;
  /** What was read and what was not, as labels such as "Renewal". */
  known: string[];
  unknown: string[];
  /** The usual route first; `index` is its place in the state's own list, from 1. */
  routes: { index: number; label: string }[];
}

/** The 51 jurisdictions with what is known of them for a workplace; an office has no rules and no routes. */
export function listJurisdictions(facility: Facility): Jurisdiction[] {
  return nursingHomes.map((state): Jurisdiction => {
    const { code, name } = state;
    switch (facility) {
      case 'office':
        return { code, name, board: null, known: [], unknown: [], routes: [] };
      case 'nursing-home':
        return {
          code,
          name,
          board: state.board,
          ...split(knownOfNursingHomes(state)),
          routes: usualFirst(state.routes.map(labelOfRoute), state.usualRoute),
        };
      case 'assisted-living': {
        const rules = assistedLiving.find((each) => each.code === code) ?? null;
        return {
          code,
          name,
          board: rules?.board ?? null,
          ...split(knownOfAssistedLiving(rules)),
          routes: rules ? usualFirst(rules.routes.map(labelOfAssistedLivingRoute), rules.usualRoute) : [],
        };
      }
    }
  });
}

type Known = Record<string, boolean>;

function knownOfNursingHomes({
  education,
  routes,
  renewal,
  continuingEducation,
  stateExam,
  hse,
}: NursingHomeRules): Known {
  return {
    Education: education.level !== null,
    Training: routes.some(({ hours, months, weeks }) => hours !== null || months !== null || weeks !== null),
    Renewal: renewal.years !== null,
    'Continuing education': continuingEducation.hours !== null,
    'State exam': stateExam !== null,
    'HSE accepted': hse?.accepted === true,
  };
}

function knownOfAssistedLiving(rules: AssistedLivingRules | null): Known {
  return {
    Credential: rules !== null && rules.kind !== 'not-found',
    Education: Boolean(rules?.education),
    Training: Boolean(rules?.training),
    Exam: Boolean(rules?.exam),
    Renewal: Boolean(rules?.renewal),
    'Continuing education': Boolean(rules?.continuingEducation),
  };
}

function split(known: Known): { known: string[]; unknown: string[] } {
  const labels = Object.keys(known);
  return { known: labels.filter((label) => known[label]), unknown: labels.filter((label) => !known[label]) };
}

function usualFirst(labels: string[], usual: number | null): { index: number; label: string }[] {
  const routes = labels.map((label, nth) => ({ index: nth + 1, label }));
  return [...routes.filter(({ index }) => index === usual), ...routes.filter(({ index }) => index !== usual)];
}
