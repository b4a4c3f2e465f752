import { describe, expect, it } from 'vitest';
import { isIsoDate } from '#shared/domain/time/day.ts';
import * as catalog from './data.ts';
import type { ProgramData } from './types.ts';
import { CATALOG_VERSION } from './version.ts';

const {
  associateOfHealthInformation,
  bachelorOfHealthServices,
  bachelorOfSocialServices,
  certificateOfMedicalRecords,
  masterOfHealthAdministration,
} = catalog;

const PROGRAMS: [string, ProgramData, number, number][] = [
  ['bachelor of health services', bachelorOfHealthServices, 39, 120],
  ['bachelor of social services', bachelorOfSocialServices, 39, 120],
  ['master of health administration', masterOfHealthAdministration, 20, 60],
  ['associate of health information', associateOfHealthInformation, 21, 63],
  ['certificate of medical records', certificateOfMedicalRecords, 10, 30],
];

const everything = JSON.stringify(catalog);

/** Every value under a `source`-like key anywhere in the catalog. */
function sourcesUsed(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) value.forEach((each) => sourcesUsed(each, found));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      if (/^(source|ceSource)$/.test(key) && typeof each === 'string') found.add(each);
      else if (/^(read|seenIn|alsoRead)$/.test(key) && Array.isArray(each))
        each.forEach((id) => found.add(String(id)));
      else sourcesUsed(each, found);
    }
  }
  return found;
}

describe.each(PROGRAMS)('the program %s', (_name, program, courseCount, credits) => {
  const placed = program.terms.flatMap(({ courses }, term) =>
    courses.map((course) => ({ ...course, code: `${course.prefix} ${course.number}`, term })),
  );
  const termOf = new Map(placed.map(({ code, term }) => [code, term]));
  const sum = (of: { credits: number }[]) => of.reduce((total, each) => total + each.credits, 0);

  it('has its courses and credits', () => {
    expect(placed).toHaveLength(courseCount);
    expect(termOf.size).toBe(courseCount);
    expect(sum(placed)).toBe(credits);
    expect(program.credits).toBe(credits);
  });

  it('has every prerequisite in an earlier term and every corequisite in the same', () => {
    const bachelor = bachelorOfHealthServices.terms.flatMap(({ courses }) =>
      courses.map((each) => `${each.prefix} ${each.number}`),
    );
    for (const { code, term, prerequisites, corequisites } of placed) {
      for (const each of prerequisites) {
        const before =
          termOf.get(each) ?? (program.level === 'master' && bachelor.includes(each) ? -1 : Infinity);
        expect(before, `${each} before ${code}`).toBeLessThan(term);
      }
      for (const each of corequisites) expect(termOf.get(each), `${each} with ${code}`).toBe(term);
    }
  });

  it('has requirements that its courses fill', () => {
    const keys = program.requirements.map(({ key }) => key);
    expect(new Set(placed.map(({ requirement }) => requirement))).toEqual(new Set(keys));
    for (const { key, rule, amount } of program.requirements) {
      const own = sum(placed.filter(({ requirement }) => requirement === key));
      expect(amount).toBe(rule === 'credits' ? own : null);
    }
  });
});

it('takes eight terms of 15 credits for a bachelor of health services', () => {
  const totals = bachelorOfHealthServices.terms.map(({ courses }) =>
    courses.reduce((sum, { credits }) => sum + credits, 0),
  );
  expect(totals).toEqual(Array.from({ length: 8 }, () => 15));
});

it('names the five subjects of the article in the master of health administration', () => {
  const titles = masterOfHealthAdministration.terms.flatMap(({ courses }) =>
    courses.map(({ title, note }) => `${title} ${note ?? ''}`.toLowerCase()),
  );
  for (const subject of [
    'marketing',
    'healthcare financing',
    'healthcare policy',
    'human resources',
    'supervised internship',
  ]) {
    expect(
      titles.filter((title) => title.includes(subject)),
      subject,
    ).not.toEqual([]);
  }
});

describe('the sources', () => {
  const ids = new Set(catalog.sources.map(({ id }) => id));

  it('are all there, and all used', () => {
    const used = sourcesUsed({ ...catalog, sources: [] });
    // Cited by name in the recipes rather than in the data.
    const citedInRecipes = ['herzing'];
    expect([...used].filter((id) => !ids.has(id))).toEqual([]);
    expect([...ids].filter((id) => !used.has(id) && !citedInRecipes.includes(id))).toEqual([]);
  });

  it.each(catalog.sources.map((source) => [source.id, source] as const))(
    '%s has a title, a publisher and a date',
    (_id, source) => {
      expect(source.title).not.toBe('');
      expect(source.publisher).not.toBe('');
      expect(source.asOfText).not.toBe('');
      expect(source.asOf === null || isIsoDate(source.asOf)).toBe(true);
      expect(source.asOf === null || source.asOfText.includes(source.asOf)).toBe(true);
      if (source.tier === 'seed') expect(source.url).toBeNull();
      else expect(source.url).toMatch(/^https?:\/\/[^\s/@?#]+([/?#]\S*)?$/);
    },
  );
});

describe('the nursing home rules', () => {
  const { nursingHomes } = catalog;

  it('cover the 50 states and DC', () => {
    expect(new Set(nursingHomes.map(({ code }) => code)).size).toBe(51);
    expect(nursingHomes.map(({ code }) => code)).toContain('DC');
  });

  it('give the figures read: 23 headline hours, 43 renewals, 39 continuing-education hours, 25 state exams', () => {
    const count = (has: (rules: (typeof nursingHomes)[number]) => unknown) => nursingHomes.filter(has).length;
    expect(count(({ headlineHours }) => headlineHours)).toBe(23);
    expect(count(({ renewal }) => renewal.years)).toBe(43);
    expect(count(({ continuingEducation }) => continuingEducation.hours)).toBe(39);
    expect(count(({ stateExam }) => stateExam)).toBe(25);
    expect(count(({ hse }) => hse?.accepted)).toBe(7);
    expect(count(({ education }) => education.level)).toBe(46);
    expect(count(({ boardUrl }) => boardUrl)).toBe(42);
  });

  it.each(nursingHomes.map((rules) => [rules.name, rules] as const))(
    '%s has its usual route among its routes',
    (_name, rules) => {
      const { routes, usualRoute, headlineHours, checkedOn, renewal, continuingEducation: ce } = rules;
      if (routes.length === 0) expect(usualRoute).toBeNull();
      else expect(routes[(usualRoute ?? 0) - 1]).toBeDefined();
      if (headlineHours !== null) expect(routes[(usualRoute ?? 0) - 1]?.hours).toBe(headlineHours);
      expect(checkedOn).toBe(CATALOG_VERSION);
      expect(renewal.years === null || renewal.source !== null).toBe(true);
      expect(ce.hours === null || ce.source !== null).toBe(true);
      for (const { topic, hours } of ce.topics) expect(hours, topic).toBeLessThanOrEqual(ce.hours ?? 0);
    },
  );
});

it('reads assisted living in 24 places, each a place that has nursing homes', () => {
  const codes = catalog.assistedLiving.map(({ code }) => code);
  expect(new Set(codes).size).toBe(24);
  expect(codes.filter((code) => !catalog.nursingHomes.some((state) => state.code === code))).toEqual([]);
  for (const { routes, usualRoute, code } of catalog.assistedLiving) {
    if (routes.length === 0) expect(usualRoute, code).toBeNull();
    else expect(routes[(usualRoute ?? 0) - 1], code).toBeDefined();
  }
});

it('carries the current figures of the four occupations', () => {
  expect(
    catalog.occupations.occupations.map(({ code, medianPay, growthPercent }) => [
      code,
      medianPay,
      growthPercent,
    ]),
  ).toEqual([
    ['11-9111', 117_960, 23],
    ['11-9151', 78_240, 6],
    ['29-9021', 67_310, 15],
    ['29-2072', 50_250, 7],
  ]);
});

it('keeps the three accreditors apart', () => {
  const does = Object.fromEntries(catalog.accreditors.map((each) => [each.id, each.does]));
  expect(does['CAHME']).toMatch(/master's programs in healthcare management/);
  expect(does['AUPHA']).toMatch(/^Certifies undergraduate/);
  expect(does['CAHIIM']).toMatch(/health information/);
  expect(does['CAHIIM']).not.toMatch(/healthcare management/);
});

it('corrects every statement of the article that is not right', () => {
  for (const { id, status, correction } of catalog.article) {
    expect(status === 'ok' || correction !== null, id).toBe(true);
  }
});

it('shows nothing internal and nothing of the vendor list of 2018', () => {
  expect(everything).not.toMatch(/ceHint|ceus-r-ez|vendor list|eatsip|stateregstoday|stored public copies/i);
  expect(catalog.reminders.map(({ id }) => id)).not.toContain('P21');
  expect(catalog.reminders.map(({ id }) => id)).not.toContain('P24');
});

it('is written in US spelling', () => {
  expect(everything).not.toMatch(/licence|programme|organis|recognis|specialise|\bcentre\b/i);
});
