import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { aPlan } from '../builders/plan-builder.ts';

/** Text that other fonts than the usual one have to draw. */
export const UNICODE_TITLE = 'Peña, ł, 中, → and back';

/**
 * A plan over `years` academic years from fall 2027 with one of everything in each; every title occurs once in the
 * document and is no part of another.
 */
export function planOver(years: number): PlanDocument {
  const plan = aPlan({
    id: 'plan-1',
    name: 'The way of José Peña',
    jurisdiction: 'CA',
    facility: 'nursing-home',
  });
  const perProgram = 4;
  for (let year = 0; year < years; year += 1) {
    const program = Math.floor(year / perProgram);
    if (year % perProgram === 0) {
      plan.program(`program-${program}`, {
        title: `Degree number ${word(program)}`,
        level: program === 0 ? 'bachelor' : 'master',
        institution: 'Universität Grüningen',
        creditsRequired: 24,
      });
    }
    const from = 2027 + year;
    for (const season of ['fall', 'spring'] as const) {
      const id = `${season}-${year}`;
      const days =
        season === 'fall' ? [`${from}-08-23`, `${from}-12-10`] : [`${from + 1}-01-10`, `${from + 1}-05-05`];
      plan.term(id, {
        title: `Term ${season} of ${word(year)}`,
        season,
        firstDay: days[0] ?? '',
        lastDay: days[1] ?? '',
      });
      for (let place = 0; place < 3; place += 1) {
        plan.course(`${id}-${place}`, {
          title: `Course ${word(place)} in ${season} of ${word(year)}: foundations of care`,
          termId: id,
          prefix: 'HSA',
          number: String(100 + year * 10 + place),
          costCents: place === 0 ? 120_000 : null,
        });
      }
      plan.requisites(`${id}-1`, [`${id}-0`], { kind: 'co' });
    }
    plan.milestone(`due-${year}`, {
      title: `Papers of ${word(year)} are in`,
      sort: 'deadline',
      pinStart: `${from}-10-01`,
    });
  }
  const last = 2027 + years;
  plan
    .course('unplaced', { title: 'Elective to be chosen later' })
    .milestone('past', {
      title: 'Decision for this way',
      sort: 'decision',
      pinStart: '2027-08-25',
      doneOn: '2027-08-25',
    })
    .experience('ait', {
      title: 'Training under a preceptor',
      sort: 'ait',
      hoursRequired: 1000,
      hoursPerWeek: 40,
      notBefore: `${last}-05-06`,
    })
    .step('wait', { title: UNICODE_TITLE, sort: 'approval', length: 120, lengthUnit: 'day', bestLength: 1 })
    .step('exam', { title: 'National exam for administrators', sort: 'exam', costCents: 42_550 })
    .credential('license', {
      title: 'License to lead a nursing home',
      issuer: 'State board',
      jurisdiction: 'CA',
      renewMonths: 24,
      ceHours: 40,
    })
    .link('ait', 'wait')
    .link('wait', 'exam')
    .link('exam', 'license')
    .goal('license')
    .fact('fact-1', {
      itemId: 'license',
      field: 'Renewal period',
      value: '24',
      unit: 'months',
      basis: 'source',
      sourceTitle: 'Rules of the board, chapter 3',
      sourceUrl: 'https://board.example/rules?chapter=3',
      asOf: '2026-05-01',
      checkedOn: '2027-08-01',
    })
    .fact('fact-2', {
      field: 'Minimum age',
      value: null,
      sourceTitle: 'Letter of the school',
      asOfText: 'undated',
    });
  return plan.build();
}

const WORDS = ['anna', 'berta', 'cilla', 'dora', 'elsa', 'frida', 'gerda', 'hilda', 'irma', 'jutta'];

/** A name for a number that is no beginning of another: `anna`, … `jutta`, `berta-anna` … */
function word(number: number): string {
  const ones = WORDS[number % 10] ?? '';
  return number < 10 ? `${ones}.` : `${WORDS[Math.floor(number / 10)] ?? ''}-${ones}.`;
}
