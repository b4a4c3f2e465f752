import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { AcademicSystem, Season, Term } from '../plan/items.ts';
import { usualTerm } from '../template/usual-term.ts';
import { toDay, toIso } from '../time/day.ts';
import { previewShift } from './preview-shift.ts';
import { shiftTerms } from './shift-terms.ts';

const today = toDay('2026-11-23');
const termsOf = (doc: PlanDocument) => doc.items.filter((item): item is Term => item.kind === 'term');
const namesOf = (doc: PlanDocument) =>
  termsOf(doc).map(({ title, season, firstDay }) => [title, season, firstDay]);

function shifted(doc: PlanDocument, id: string, by: number): PlanDocument {
  const outcome = shiftTerms(doc, id, by, today);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.document;
}
const refused = (doc: PlanDocument, id: string, by: number) => {
  const outcome = shiftTerms(doc, id, by, today);
  return outcome.ok ? null : outcome.refusal;
};

/** A term with the days it usually has, moved by some. */
function term(
  system: AcademicSystem,
  season: Season,
  year: number,
  over: Partial<Term> & { late?: number } = {},
) {
  const { late = 0, ...rest } = over;
  const { firstDay, lastDay } = usualTerm(system, { season, year });
  const days = { firstDay: toIso(firstDay + late), lastDay: toIso(lastDay + late) };
  return {
    season,
    title: `${season} ${year}`.replace(/^./, (letter) => letter.toUpperCase()),
    ...days,
    ...rest,
  };
}

const twoYears = () =>
  aPlan()
    .program('bs')
    .term('f26', term('semester', 'fall', 2026))
    .term('s27', term('semester', 'spring', 2027, { late: 2 }))
    .term('f27', term('semester', 'fall', 2027, { title: 'Abroad' }))
    .course('a', { termId: 'f26', status: 'completed', grade: 'A' })
    .course('b', { termId: 's27', offered: ['spring'] })
    .course('c', { termId: 'f27', offered: ['spring', 'fall'] })
    .credential('license')
    .link('bs', 'license')
    .goal('license');

describe('a shift of terms', () => {
  it('moves a term and those after it to the next ones of a semester program', () => {
    const doc = twoYears().build();
    const after = shifted(doc, 's27', 1);
    expect(namesOf(after)).toEqual([
      ['Fall 2026', 'fall', '2026-08-24'],
      // Two days late in spring, two days late in fall.
      ['Fall 2027', 'fall', '2027-08-25'],
      ['Abroad', 'spring', '2028-01-17'],
    ]);
    // Nothing but the terms is touched, not even as a copy.
    for (const [index, item] of doc.items.entries())
      if (item.kind !== 'term' || item.id === 'f26') expect(after.items[index]).toBe(item);
    expect(shifted(after, 's27', -1)).toEqual(doc);
  });

  it('goes through summers only where the program has them, and through three quarters a year', () => {
    const summers = aPlan()
      .program('ms')
      .term('a', term('semester', 'spring', 2027))
      .term('b', term('semester', 'summer', 2027))
      .term('c', term('semester', 'fall', 2027))
      .build();
    expect(namesOf(shifted(summers, 'a', 1)).map(([title]) => title)).toEqual([
      'Summer 2027',
      'Fall 2027',
      'Spring 2028',
    ]);
    expect(namesOf(shifted(summers, 'a', 3)).map(([title]) => title)).toEqual([
      'Spring 2028',
      'Summer 2028',
      'Fall 2028',
    ]);
    const quarters = aPlan()
      .program('q', { system: 'quarter' })
      .term('a', term('quarter', 'fall', 2027, { title: 'FALL QUARTER 2027' }))
      .term('b', term('quarter', 'winter', 2028, { title: '2028 Winter' }))
      .build();
    expect(namesOf(shifted(quarters, 'a', 1))).toEqual([
      ['WINTER QUARTER 2028', 'winter', '2028-01-03'],
      ['2028 Spring', 'spring', '2028-03-27'],
    ]);
  });

  it('keeps counting the years of study from the first term', () => {
    const doc = aPlan()
      .program('bs')
      .term('a', term('semester', 'fall', 2027, { title: 'Year 1 Fall' }))
      .term('b', term('semester', 'spring', 2028, { title: 'Year 1 Spring' }))
      .term('c', term('semester', 'fall', 2028, { title: 'Year 2 Fall' }))
      .build();
    expect(namesOf(shifted(doc, 'b', 1)).map(([title]) => title)).toEqual([
      'Year 1 Fall',
      'Year 2 Fall',
      'Year 2 Spring',
    ]);
    expect(namesOf(shifted(doc, 'a', 1)).map(([title]) => title)).toEqual([
      'Year 1 Spring',
      'Year 1 Fall',
      'Year 2 Spring',
    ]);
  });

  it('is refused where something is in the way', () => {
    const doc = twoYears().build();
    expect(refused(doc, 'f26', 1)).toEqual({ reason: 'recorded', title: 'Fall 2026' });
    expect(refused(doc, 's27', -1)).toEqual({ reason: 'occupied', title: 'Spring 2027', by: 'Fall 2026' });
    expect(refused(doc, 's27', 0)).toEqual({ reason: 'no-shift' });
    expect(refused(doc, 'a', 1)).toEqual({ reason: 'unknown-term' });
    expect(refused(doc, 's27', 400)).toEqual({ reason: 'out-of-range' });
    const odd = aPlan()
      .program('bs')
      .term('a', term('semester', 'spring', 2027, { lastDay: '2027-01-20' }))
      .term('b', term('semester', 'summer', 2027))
      .build();
    expect(refused(odd, 'a', 1)).toEqual({ reason: 'out-of-season', title: 'Spring 2027' });
  });

  it('leaves what has been registered for a later term movable', () => {
    const doc = aPlan()
      .program('bs')
      .term('s27', term('semester', 'spring', 2027));
    expect(refused(doc.course('b', { termId: 's27', status: 'enrolled' }).build(), 's27', 1)).toBeNull();
  });
});

it('a preview names the days, the goal, seasons without the course, and what comes and goes', () => {
  const doc = twoYears().course('late', { termId: 'f27' }).requisites('c', ['b']).build();
  const outcome = previewShift(doc, 's27', 1, today);
  if (!outcome.ok) throw new Error('refused');
  const { terms, goal, notOffered, findings } = outcome.preview;
  expect(
    terms.map(({ before, after, courses }) => [before.firstDay, after.firstDay, after.title, courses]),
  ).toEqual([
    ['2027-01-20', '2027-08-25', 'Fall 2027', 1],
    ['2027-08-23', '2028-01-17', 'Abroad', 2],
  ]);
  expect(goal).toEqual({
    itemId: 'license',
    title: 'license',
    before: '2027-12-11',
    after: '2028-05-06',
    days: 147,
  });
  expect(notOffered).toEqual([{ courseId: 'b', termId: 's27', season: 'fall', offered: ['spring'] }]);
  expect(findings).toEqual({ appear: [], go: [] });
  const bound = aPlan()
    .program('bs', { mustEndBy: '2027-12-31' })
    .term('f27', term('semester', 'fall', 2027))
    .course('c', { termId: 'f27' })
    .build();
  const late = previewShift(bound, 'f27', 1, today);
  expect(late.ok && late.preview.findings.appear.map(({ code }) => code)).toEqual(['outside-program']);
  expect(previewShift(doc, 'f26', 1, today)).toEqual({
    ok: false,
    refusal: { reason: 'recorded', title: 'Fall 2026' },
  });
});

describe('for all programs', () => {
  const ALL = {
    semester: ['spring', 'summer', 'fall'],
    quarter: ['winter', 'spring', 'summer', 'fall'],
  } as const;
  const program = fc
    .record({
      system: fc.constantFrom('semester' as const, 'quarter' as const),
      summers: fc.boolean(),
      skips: fc.array(fc.boolean(), { minLength: 4, maxLength: 16 }),
      late: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 16, maxLength: 16 }),
      ownNames: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
      year: fc.integer({ min: 2027, max: 2100 }),
      at: fc.nat(),
      by: fc.integer({ min: 1, max: 8 }),
    })
    .map(({ system, summers, skips, late, ownNames, year, at, by }) => {
      const seasons = ALL[system].filter((season) => summers || season !== 'summer');
      const plan = aPlan().program('p', { system });
      const ids: string[] = [];
      // A whole year first, so that the rhythm of the program does not go with what is moved.
      const taught = [...seasons.map(() => true), ...skips];
      for (const [place, isTaught] of taught.entries()) {
        const season = seasons[place % seasons.length] ?? 'fall';
        const name = ownNames[place % 16] ? { title: `Block ${place}` } : {};
        const when = year + Math.floor(place / seasons.length);
        if (!isTaught) continue;
        plan.term(
          `t${place}`,
          term(system, season, when, { late: late[place % 16] ?? 0, index: place + 1, ...name }),
        );
        plan.course(`c${place}`, { termId: `t${place}` });
        ids.push(`t${place}`);
      }
      const movable = ids.slice(seasons.length);
      return { doc: plan.build(), id: movable[at % movable.length] ?? ids[0] ?? '', by };
    });

  it('a shift and the same shift back give the same document', () => {
    fc.assert(
      fc.property(program, ({ doc, id, by }) => {
        const before = structuredClone(doc);
        expect(shifted(shifted(doc, id, by), id, -by)).toEqual(doc);
        // One by one is as good as all at once.
        let step = doc;
        for (let n = 0; n < by; n += 1) step = shifted(step, id, 1);
        expect(step).toEqual(shifted(doc, id, by));
        expect(doc).toEqual(before);
      }),
    );
  });

  it('terms keep their order, their gaps, their courses and lengths near the usual', () => {
    fc.assert(
      fc.property(program, ({ doc, id, by }) => {
        const after = shifted(doc, id, by);
        const [was, is] = [termsOf(doc), termsOf(after)];
        const from = was.findIndex((term) => term.id === id);
        for (const [place, term] of is.entries()) {
          const previous = is[place - 1];
          if (previous) expect(term.firstDay > previous.lastDay).toBe(true);
          if (place < from) expect(term).toEqual(was[place]);
          else expect(term.firstDay > (was[place]?.firstDay ?? '')).toBe(true);
        }
        // By counting Mondays of the usual calendar, an oracle that knows neither slots nor offsets.
        const seasons = new Set(was.map(({ season }) => season));
        const calendar = Array.from({ length: 400 }, (_, n) => 2020 + Math.floor(n / 4))
          .flatMap((year, n) =>
            n % 4 === 0
              ? (['winter', 'spring', 'summer', 'fall'] as const).map((season) => ({ season, year }))
              : [],
          )
          .filter(({ season }) => seasons.has(season));
        const system = doc.items.some((item) => item.kind === 'program' && item.system === 'quarter')
          ? 'quarter'
          : 'semester';
        const placeOf = (term: Term) =>
          calendar.findIndex(
            ({ season, year }) =>
              season === term.season &&
              Math.abs(usualTerm(system, { season, year }).firstDay - toDay(term.firstDay)) <= 3,
          );
        for (const [place, term] of is.entries()) {
          const before = was[place];
          if (before && place >= from) expect(placeOf(term) - placeOf(before)).toBe(by);
        }
        expect(after.items.filter(({ kind }) => kind !== 'term')).toEqual(
          doc.items.filter(({ kind }) => kind !== 'term'),
        );
      }),
    );
  });
});
