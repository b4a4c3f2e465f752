import { describe, expect, it } from 'vitest';
import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import { findDocumentProblem } from '#shared/domain/plan/check-document.ts';
import { FACILITIES } from '#shared/domain/plan/document.ts';
import type { Facility, PlanDocument } from '#shared/domain/plan/document.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { buildPlan } from '#shared/domain/template/build-plan.ts';
import type { TemplateChoices } from '#shared/domain/template/recipe.ts';
import { isIsoDate, toDay, toIso } from '#shared/domain/time/day.ts';
import { assistedLiving, nursingHomes } from './data.ts';
import { listJurisdictions } from './jurisdictions.ts';
import { listTemplates, templateRecipe } from './templates.ts';

const MAIN = 'medical-office-manager';
const LICENSED: Facility[] = ['nursing-home', 'assisted-living'];

function counter(): () => string {
  let count = 0;
  return () => `id-${(count += 1)}`;
}

function build(id: string, change: Partial<TemplateChoices> = {}) {
  const choices = { start: '2026-08-24', jurisdiction: null, facility: null, route: null, ...change };
  const recipe = templateRecipe(id, choices);
  return recipe.ok ? buildPlan(recipe.recipe, counter()) : recipe;
}

function plan(id: string, change: Partial<TemplateChoices> = {}): PlanDocument {
  const outcome = build(id, change);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.reason));
  return outcome.document;
}

const california = (change: Partial<TemplateChoices> = {}) => plan(MAIN, { jurisdiction: 'CA', ...change });
const itemsOf = (doc: PlanDocument, title: string | RegExp) =>
  doc.items.filter((item) => item.title.match(title));
const theItem = (doc: PlanDocument, title: string | RegExp) => {
  const [item, ...more] = itemsOf(doc, title);
  if (!item || more.length > 0) throw new Error(`${String(title)}: ${more.length + (item ? 1 : 0)} items`);
  return item;
};
const goalOf = (doc: PlanDocument) => doc.items.find(({ id }) => id === doc.plan.goalId);
const factsOn = (doc: PlanDocument, itemId: string | null | undefined) =>
  doc.facts.filter((fact) => fact.itemId === itemId);
const goalDate = (doc: PlanDocument, today = '2026-06-01') => {
  const { date } = schedulePlan(doc, toDay(today)).goal ?? { date: null };
  return date === null ? null : toIso(date);
};

/** Everything a plan must be, whatever was chosen. */
function expectSound(doc: PlanDocument): void {
  expect(findDocumentProblem(doc)).toBeNull();
  const days = doc.items.flatMap((item) => [
    item.pinStart,
    item.notBefore,
    ...(item.kind === 'term' ? [item.firstDay, item.lastDay] : []),
  ]);
  for (const day of days) expect(day === null || isIsoDate(day)).toBe(true);
  expect(goalOf(doc)).toBeDefined();
  expect(doc.items.every(({ phase }) => phase !== null)).toBe(true);
  expect(doc.items.map(({ position }) => position)).toEqual(doc.items.map((_, nth) => nth));
  for (const fact of doc.facts) {
    if (fact.basis === 'own') expect([fact.value, fact.sourceTitle]).toEqual([expect.any(String), null]);
    else {
      expect(fact.sourceTitle, fact.field).not.toBeNull();
      expect(fact.asOfText, fact.field).not.toBeNull();
      expect(fact.checkedOn, fact.field).toBe('2026-11-23');
    }
  }
}

describe('the list', () => {
  it('has the five templates under their names', () => {
    expect(listTemplates().map(({ id }) => id)).toEqual([
      'medical-office-manager',
      'medical-office-manager-entry',
      'social-community-service-manager',
      'health-information-technician-certificate',
      'health-information-technician-associate',
    ]);
  });

  it('offers states only where they matter', () => {
    expect(listTemplates().map(({ options }) => options.jurisdictions.length)).toEqual([51, 0, 0, 0, 0]);
  });

  it('says what is known of a state, and gives the usual route first under its own number', () => {
    const florida = listJurisdictions('nursing-home').find(({ code }) => code === 'FL');
    expect(florida).toMatchObject({
      name: 'Florida',
      board: 'Florida Board of Nursing Home Administrators',
      unknown: ['HSE accepted'],
    });
    expect(florida?.routes.map(({ index }) => index)).toEqual([3, 1, 2, 4]);
    expect(florida?.routes[0]?.label).toBe("Bachelor's degree in any field: AIT, 2,000 hours");
    const unread = listJurisdictions('assisted-living').find(({ code }) => code === 'WY');
    expect(unread).toMatchObject({ board: null, known: [], routes: [] });
  });
});

describe('every choice', () => {
  const cases = nursingHomes.flatMap((state) =>
    FACILITIES.map((facility) => {
      const living = assistedLiving.find(({ code }) => code === state.code);
      const routes = {
        'nursing-home': state.routes.length,
        'assisted-living': living?.routes.length ?? 0,
        office: 0,
      }[facility];
      return [`${state.name}, ${facility}`, state.code, facility, routes] as const;
    }),
  );

  it.each(cases)('%s makes a sound plan by each of its routes', (_name, jurisdiction, facility, routes) => {
    for (const route of [null, ...Array.from({ length: routes }, (_, nth) => nth + 1)]) {
      const doc = plan(MAIN, { jurisdiction, facility, route });
      expectSound(doc);
      expect(doc.plan).toMatchObject({ jurisdiction, facility, template: MAIN });
      const schedule = schedulePlan(doc, toDay('2026-06-01'));
      expect(schedule.goal).toMatchObject({ complete: true, date: expect.any(Number) as number });
      const serious = findingsOf(doc, schedule, toDay('2026-06-01')).filter(
        ({ severity }) => severity !== 'info',
      );
      expect(serious.map(({ code }) => code)).toEqual([]);
    }
  });

  it.each(listTemplates().map(({ id }) => id))('%s is sound for a start in any month', (id) => {
    const starts = Array.from({ length: 12 }, (_, nth) => `2028-${String(nth + 1).padStart(2, '0')}-01`);
    for (const start of [...starts, '2028-02-29', '2028-12-31', '1900-01-01', '2190-08-25', '2190-12-31']) {
      const doc = plan(id, { start });
      expectSound(doc);
      expect(doc.items.find((item) => item.kind === 'term')).toMatchObject({ firstDay: start });
      const today = toDay(start) - 1;
      const serious = findingsOf(doc, schedulePlan(doc, today), today).filter(
        ({ severity }) => severity !== 'info',
      );
      expect(
        serious.map(({ code }) => code),
        start,
      ).toEqual([]);
    }
  });

  it('refuses what does not apply, with the facts', () => {
    const reason = (id: string, change: Partial<TemplateChoices>) => {
      const outcome = build(id, change);
      return outcome.ok ? null : outcome.reason;
    };
    expect(reason('astronaut', {})).toMatchObject({
      code: 'unknown-template',
      id: 'astronaut',
      known: expect.arrayContaining([MAIN]) as string[],
    });
    expect(reason(MAIN, { jurisdiction: 'PR' })).toEqual({
      code: 'unknown-jurisdiction',
      jurisdiction: 'PR',
    });
    expect(reason(MAIN, { jurisdiction: 'FL', route: 5 })).toEqual({
      code: 'unknown-route',
      route: 5,
      routes: 4,
    });
    expect(reason(MAIN, { jurisdiction: 'DC', route: 1 })).toEqual({
      code: 'unknown-route',
      route: 1,
      routes: 0,
    });
    const notApplicable = (choice: string, template: string) => ({
      code: 'choice-not-applicable',
      choice,
      template,
    });
    expect(reason(MAIN, { route: 1 })).toEqual(notApplicable('route', MAIN));
    expect(reason(MAIN, { jurisdiction: 'CA', facility: 'office', route: 1 })).toEqual(
      notApplicable('route', MAIN),
    );
    const scsm = 'social-community-service-manager';
    expect(reason(scsm, { jurisdiction: 'CA' })).toEqual(notApplicable('jurisdiction', scsm));
    expect(reason(scsm, { facility: 'office' })).toEqual(notApplicable('facility', scsm));
    expect(reason('medical-office-manager-entry', { facility: 'nursing-home' })).toEqual(
      notApplicable('facility', 'medical-office-manager-entry'),
    );
    expect(reason(MAIN, { start: '2197-08-26' })).toEqual({ code: 'dates-out-of-range', last: '2199-12-31' });
  });
});

describe('the main template', () => {
  it('goes from the first fall to the license', () => {
    const doc = california();
    expect(doc.plan).toMatchObject({
      name: 'Medical office manager, California',
      facility: 'nursing-home',
      catalogVersion: '2026-11-23',
    });
    expect(goalOf(doc)).toMatchObject({
      kind: 'credential',
      sort: 'license',
      renewMonths: 24,
      ceHours: 40,
      ceMonths: 24,
      jurisdiction: 'CA',
    });
    // The master's ends 2032-04-30; 175 days of AIT, a day to apply, 120 of approval, one of exams, 30 to issue; the license comes the day after.
    expect(goalDate(doc)).toBe('2033-03-24');
  });

  it('names what decides that date: the chain back to the last term of the master’s', () => {
    const doc = california();
    const chain = schedulePlan(doc, toDay('2026-06-01')).binding();
    expect(chain.map(({ title, reason }) => `${title}: ${reason}`)).toEqual([
      'Nursing home administrator license (California): link',
      'The license is issued: link',
      'NAB CORE exam: link',
      'Approval of the application, by the board and for the exams: link',
      'Send the application for the license: link',
      'Administrator-in-training (AIT): link',
      'Master of Health Administration: term',
      'Year 2 Spring: term',
    ]);
  });

  it('asks for admission at 14, 12, 9, 6, 4 and 1 months before the master’s', () => {
    const doc = california();
    const pinned = doc.items.flatMap((item) =>
      item.kind === 'milestone' && item.pinStart ? [item.pinStart] : [],
    );
    expect(pinned).toEqual([
      '2029-06-26',
      '2029-08-26',
      '2029-11-26',
      '2030-02-26',
      '2030-04-26',
      '2030-07-26',
    ]);
    expect(theItem(doc, 'Write and send the applications')).toMatchObject({
      notBefore: '2029-08-26',
      costCents: 11_500,
    });
  });

  it('has each supervised internship as a course and as hours that begin with its term', () => {
    const doc = california();
    const schedule = schedulePlan(doc, toDay('2026-06-01'));
    for (const [title, code, hours] of [
      [/^Supervised internship \(bachelor/, '495', 240],
      [/^Supervised administrative internship \(master/, '590', 400],
    ] as const) {
      const experience = theItem(doc, title);
      const course = doc.items.find((item) => item.kind === 'course' && item.number === code);
      const term = doc.items.find((item) => course?.kind === 'course' && item.id === course.termId);
      expect(experience).toMatchObject({ hoursRequired: hours, programId: term?.programId });
      expect(doc.links).toContainEqual(
        expect.objectContaining({ fromId: term?.id, toId: experience.id, kind: 'SS' }),
      );
      expect(schedule.dates(experience.id).start).toBe(schedule.dates(term?.id ?? '').start);
      expect(schedule.dates(experience.id).end).toBeLessThanOrEqual(schedule.dates(term?.id ?? '').end ?? 0);
    }
  });

  it('takes the national exams within 60 days of the approval', () => {
    const doc = california();
    const approval = theItem(doc, /^Approval of the application/);
    const windows = doc.links.filter(({ fromId }) => fromId === approval.id).map(({ window }) => window);
    expect(windows).toEqual([60, 60, null]);
    expect(itemsOf(doc, /exam/i).map(({ title }) => title)).toEqual(
      expect.arrayContaining(['NAB CORE exam', 'NAB NHA exam', 'State exam (California)']),
    );
  });

  it('marks what is assumed when no state is chosen', () => {
    const doc = plan(MAIN);
    const training = theItem(doc, /AIT/);
    expect(training).toMatchObject({ hoursRequired: 1000, hoursPerWeek: 40 });
    expect(factsOn(doc, training.id)).toContainEqual(
      expect.objectContaining({ field: 'Planned training hours', value: '1000', basis: 'own' }),
    );
    expect(factsOn(doc, training.id)).toContainEqual(
      expect.objectContaining({ field: 'Training hours', value: null }),
    );
    const own = doc.facts
      .filter(({ basis }) => basis === 'own')
      .map(({ field, value }) => `${field}: ${value ?? ''}`);
    expect(own).toEqual(
      expect.arrayContaining([
        'Planned wait for the approval: 120',
        'Planned window for the exams: 60',
        'Planned time to issue: 30',
        'Planned hours per week: 40',
      ]),
    );
    expect(goalOf(doc)).toMatchObject({
      title: 'Nursing home administrator license',
      jurisdiction: null,
      renewMonths: null,
    });
  });

  it.each([
    ['CA', { hoursRequired: 1000, hoursPerWeek: 40, length: null }],
    ['MD', { hoursRequired: null, length: 12, lengthUnit: 'month' }],
    ['NC', { hoursRequired: null, length: 12, lengthUnit: 'week' }],
    // 12 months at the least: 40 hours a week would be too fast.
    ['NY', { hoursRequired: 1820, hoursPerWeek: 34 }],
    ['AZ', { hoursRequired: 1000, hoursPerWeek: 40 }],
  ])('trains in %s as the state counts', (jurisdiction, expected) => {
    const doc = plan(MAIN, { jurisdiction });
    expect(doc.items.find((item) => item.kind === 'experience' && item.programId === null)).toMatchObject(
      expected,
    );
  });

  it('tells a graduate of another field to ask for fewer hours', () => {
    const [hours] = california().facts.filter(({ field }) => field === 'Training hours');
    expect(hours).toMatchObject({ value: '1000', basis: 'source' });
    expect(hours?.note).toMatch(
      /bachelor's degree in an unrelated field; your degree may need fewer: ask the board/,
    );
  });

  it('takes the route asked for, even one without training', () => {
    const doc = california({ route: 2 });
    expect(doc.items.filter((item) => item.kind === 'experience' && item.programId === null)).toEqual([]);
    expect(goalDate(doc)).toBe('2032-09-30');
    expect(doc.facts.filter(({ field }) => /^Route \d/.test(field))).toHaveLength(5);
  });

  it('ends with the master’s for an office, and suggests certifications that never decide', () => {
    const doc = plan(MAIN, { facility: 'office' });
    expect(goalOf(doc)).toMatchObject({ kind: 'program', level: 'master' });
    expect(
      doc.items
        .filter((item) => item.kind === 'credential')
        .map(({ title }) => title.match(/\((\w+)\)/)?.[1]),
    ).toEqual(['CMM', 'CMOM', 'CPPM', 'CMPE', 'CHAM', 'FACHE']);
    const froms = new Set(doc.links.map(({ fromId }) => fromId));
    expect(doc.items.filter((item) => item.kind === 'credential' && froms.has(item.id))).toEqual([]);
    expect(doc.items.map(({ title }) => title).join()).not.toMatch(/license|NAB/i);
    expect(goalDate(doc)).toBe('2032-04-30');
  });
});

describe('assisted living', () => {
  it('is a license where the state gives one', () => {
    const doc = plan(MAIN, { jurisdiction: 'VA', facility: 'assisted-living' });
    expect(goalOf(doc)).toMatchObject({
      kind: 'credential',
      sort: 'license',
      ceHours: 20,
      ceMonths: 12,
      jurisdiction: 'VA',
    });
    expect(doc.items).toContainEqual(expect.objectContaining({ kind: 'experience', hoursRequired: 640 }));
  });

  it.each(['AK', 'CO', 'OH', 'TX', 'UT'])('makes up no license in %s', (jurisdiction) => {
    const doc = plan(MAIN, { jurisdiction, facility: 'assisted-living' });
    expect(
      doc.items.filter(
        (item) => item.kind === 'credential' || (item.kind === 'step' && item.sort === 'issuing'),
      ),
    ).toEqual([]);
    const goal = goalOf(doc);
    expect(goal?.kind).toBe('milestone');
    expect(factsOn(doc, goal?.id)).toContainEqual(
      expect.objectContaining({ field: 'Personal license or certificate' }),
    );
  });

  it('says that Texas has none', () => {
    const doc = plan(MAIN, { jurisdiction: 'TX', facility: 'assisted-living' });
    expect(doc.facts.map(({ value }) => value)).toContain(
      'Texas neither licenses nor certifies assisted living managers.',
    );
  });

  it('assumes where nothing was read, and says so', () => {
    const doc = plan(MAIN, { jurisdiction: 'WY', facility: 'assisted-living' });
    const goal = goalOf(doc);
    expect(goal).toMatchObject({
      kind: 'milestone',
      title: 'Cleared to run an assisted living facility in Wyoming',
    });
    const unknown = factsOn(doc, goal?.id).filter(({ value }) => value === null);
    expect(unknown.map(({ field }) => field)).toEqual([
      'Personal license or certificate',
      'Lowest education',
      'Exam',
      'Renewal',
      'Continuing education',
    ]);
    expect(doc.facts).toContainEqual(
      expect.objectContaining({ field: 'Planned training hours', basis: 'own' }),
    );
  });
});

describe('the alternatives', () => {
  it('ends the entry level with the post, without master’s or license', () => {
    const doc = plan('medical-office-manager-entry');
    expect(goalOf(doc)).toMatchObject({ kind: 'milestone', title: 'Medical office manager' });
    expect(doc.plan.facility).toBe('office');
    expect(doc.items.filter((item) => item.kind === 'program')).toHaveLength(1);
    // Two jobs of 24 months after 2030-05-03.
    expect(goalDate(doc)).toBe('2034-05-04');
  });

  it('ends the associate with the RHIT and its renewal', () => {
    const doc = plan('health-information-technician-associate');
    expect(goalOf(doc)).toMatchObject({ kind: 'credential', renewMonths: 24, ceMonths: 24, ceHours: 20 });
    const hours = doc.items.flatMap((item) => (item.kind === 'experience' ? [item.hoursRequired ?? 0] : []));
    expect(hours.reduce((sum, each) => sum + each, 0)).toBe(416);
    expect(doc.items.find((item) => item.kind === 'program')).toMatchObject({
      accreditor: 'CAHIIM',
      creditsRequired: 63,
    });
  });

  it('ends the certificate with the work of a medical records specialist', () => {
    expect(goalDate(plan('health-information-technician-certificate'))).toBe('2027-05-08');
  });

  it('ends the social services with related work and the post', () => {
    expect(goalDate(plan('social-community-service-manager'))).toBe('2032-05-04');
  });
});

describe('the errors of the article', () => {
  const docs = [
    plan(MAIN),
    ...LICENSED.map((facility) => california({ facility })),
    ...listTemplates()
      .slice(1)
      .map(({ id }) => plan(id)),
  ];
  const texts = docs.flatMap(({ facts, items }) => [
    ...facts.map(({ field, value }) => `${field}: ${value ?? ''}`),
    ...items.map((item) =>
      item.kind === 'program' ? `${item.title}: ${item.accreditor ?? ''}` : item.title,
    ),
  ]);

  it('are not repeated', () => {
    for (const text of texts) {
      expect(text).not.toMatch(
        /(healthcare management|Master of Health)[^,.;]*CAHIIM|CAHIIM accredits[^,.;]*healthcare management/,
      );
      expect(text).not.toMatch(/assisted living[^.]*(all 50|every) state/i);
      expect(text).not.toMatch(
        /AUPHA accredits|Commission on Healthcare Management Education|healthmanagementcareers/,
      );
    }
    for (const doc of docs) {
      const master = doc.items.find((item) => item.kind === 'program' && item.level === 'master');
      if (master) expect(master).toMatchObject({ accreditor: 'CAHME' });
    }
  });

  it('stand corrected beside the current figures', () => {
    const facts = factsOn(california(), null);
    const find = (field: string | RegExp) => facts.find((fact) => fact.field.match(field));
    expect(find('Job growth 2020-30')).toMatchObject({
      value: '32%',
      basis: 'seed',
      note: expect.stringContaining('History') as string,
    });
    expect(find('Job growth 2024-34')).toMatchObject({ value: '23%', basis: 'source', asOf: '2025-08-28' });
    expect(find(/PayScale/)).toMatchObject({
      value: '$50,725',
      basis: 'seed',
      note: expect.stringContaining('History') as string,
    });
    expect(find(/^Median pay, May 2024$/)).toMatchObject({ value: '$117,960', basis: 'source' });
    expect(find(/Offices of physicians/)).toMatchObject({ value: '$100,780' });
    expect(find('Grades')).toMatchObject({ basis: 'seed' });
  });
});
