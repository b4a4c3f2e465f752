import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { escapeText, joinLines } from '#electron/formats/calendar/content-lines.ts';
import { writeCalendar } from '#electron/formats/calendar/write-calendar.ts';
import { readPlanFile } from '#electron/formats/plan-file.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay, toIso } from '#shared/domain/time/day.ts';
import { addMonths } from '#shared/domain/time/length.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { localDay, seen, seenByIcalJs, type Seen } from './calendars.ts';

const TODAY = '2026-11-23';
const STAMP = '2026-11-23T12:34:56.789Z';

function written(document: PlanDocument, stamp = STAMP): string {
  const outcome = writeCalendar(document, { today: TODAY, stamp });
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return outcome.text;
}

const seenOne = (document: PlanDocument, uid: string): Seen => {
  const found = seen(written(document)).find((event) => event.uid === uid);
  if (!found) throw new Error(`no event ${uid}`);
  return found;
};

function workedExample(): PlanDocument {
  const text = readFileSync(join(import.meta.dirname, '../fixtures/worked-example.throughline.json'), 'utf8');
  const read = readPlanFile(text);
  if (!read.ok) throw new Error(read.failure.code);
  return read.document;
}

describe('the calendar of a plan', () => {
  it('has one all-day event for each dated item, with the day after its last one for its end', () => {
    const document = workedExample();
    const schedule = schedulePlan(document, toDay(TODAY));
    const dated = schedule
      .all()
      .flatMap(({ id, start, end }) => (start === null || end === null ? [] : [{ id, start, end }]));
    expect(dated.length).toBeGreaterThan(6);
    expect([...written(document).matchAll(/^UID:worked-example\/(.*)\r$/gm)].map(([, id]) => id)).toEqual(
      dated.map(({ id }) => id),
    );
    expect(seen(written(document)).map(({ uid, start, end }) => [uid, start, end])).toEqual(
      dated.map(({ id, start, end }) => [`worked-example/${id}`, toIso(start), toIso(end + 1)]).sort(),
    );
    expect(seenOne(document, 'worked-example/license')).toMatchObject({
      start: '2029-04-04',
      end: '2029-04-05',
    });
    expect(written(document).match(/^DTSTART;VALUE=DATE:\d{8}\r$/gm)).toHaveLength(dated.length);
  });

  it('names its plan, and each event by what it is', () => {
    const plan = aPlan({ name: 'Four years; or, five' })
      .program('p', { title: 'Degree', level: 'master' })
      .term('t', { title: 'Fall' })
      .course('c', {
        title: 'Finance',
        prefix: 'HSA',
        number: '330',
        termId: 't',
        notes: 'Bring\r\na; calculator',
        url: 'https://example.org/a?b=c,d;e',
      })
      .step('s', { title: 'Exam \\ test', pinStart: '2027-01-10', phase: 'licensure' })
      .build();
    expect(seenOne(plan, 'plan/c')).toMatchObject({
      summary: 'HSA 330 Finance',
      description: 'Bring\na; calculator',
      url: 'https://example.org/a?b=c,d;e',
      categories: ['Graduate'],
      stamp: '2026-11-23T12:34:56Z',
    });
    expect(seenOne(plan, 'plan/s')).toMatchObject({ summary: 'Exam \\ test', categories: ['Licensure'] });
    const { vcalendar } = nodeIcal.sync.parseICS(written(plan));
    expect(vcalendar).toMatchObject({
      'WR-CALNAME': 'Four years; or, five',
      version: '2.0',
      method: 'PUBLISH',
    });
  });

  it('says what is settled, what may still move and what was withdrawn', () => {
    const plan = aPlan()
      .program('p')
      .term('t')
      .course('planned', { termId: 't' })
      .course('gone', { termId: 't', status: 'withdrawn' })
      .step('auto', { length: 3, lengthUnit: 'day', notBefore: '2027-02-01' })
      .step('pinned', { length: 3, lengthUnit: 'day', pinStart: '2027-02-01' })
      .step('done', { length: 3, lengthUnit: 'day', actualStart: '2026-02-01', actualEnd: '2026-02-03' })
      .build();
    expect(seen(written(plan)).map(({ uid, status }) => `${uid} ${status}`)).toEqual([
      'plan/auto TENTATIVE',
      'plan/done CONFIRMED',
      'plan/gone CANCELLED',
      'plan/p CONFIRMED',
      'plan/pinned CONFIRMED',
      'plan/planned CONFIRMED',
      'plan/t CONFIRMED',
    ]);
  });

  it('reminds before the day, or on it', () => {
    const plan = aPlan()
      .milestone('m', { pinStart: '2027-05-01', reminders: [30, 7, 0] })
      .build();
    expect(seenOne(plan, 'plan/m').triggers).toEqual(['-P30D', '-P7D', 'PT0S']);
    expect(written(plan)).toContain(
      'BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:m\r\nTRIGGER:-P30D\r\nEND:VALARM\r\n',
    );
  });

  it('has its notes and links where calendars show them', () => {
    const form = { title: 'Form', url: 'https://board.example/form' };
    const plan = aPlan()
      .milestone('both', { pinStart: '2027-05-01', notes: 'Ask\nDr. Peña', webLinks: [form] })
      .milestone('one', { pinStart: '2027-05-01', webLinks: [{ title: null, url: 'https://a.example/' }] })
      .milestone('page', { pinStart: '2027-05-01', url: 'https://page.example/', webLinks: [form] })
      .build();
    expect(seenOne(plan, 'plan/both')).toMatchObject({
      description: 'Ask\nDr. Peña\n\nForm: https://board.example/form',
      url: form.url,
    });
    expect(seenOne(plan, 'plan/one')).toMatchObject({ url: 'https://a.example/' });
    expect(written(plan)).not.toContain('DESCRIPTION:https://a.example/');
    expect(seenOne(plan, 'plan/page')).toMatchObject({
      description: 'Form: https://board.example/form',
      url: 'https://page.example/',
    });
  });

  it('changes only stamp and sequence when it is written again', () => {
    const document = workedExample();
    const later = '2027-01-01T00:00:00.000Z';
    const differing = /^(DTSTAMP|SEQUENCE):.*$/;
    const lines = (text: string) => text.split('\r\n');
    const [first, second] = [lines(written(document)), lines(written(document, later))];
    const changed = second.filter((line, index) => line !== first[index]);
    expect(second).toHaveLength(first.length);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((line) => !differing.test(line))).toEqual([]);
    expect(seen(written(document, later))[0]?.sequence).toBeGreaterThan(
      seen(written(document))[0]?.sequence ?? Infinity,
    );
    expect(written(document)).toBe(written(document));
  });

  it('keeps the identity of an item that moved, and never gives one to two', () => {
    const ids = ['a/b', 'a', 'b/c', 'a%2Fb', 'é; \r\nX:1', '__proto__'];
    const plan = aPlan({ id: 'a' });
    for (const id of ids) plan.milestone(id, { pinStart: '2027-05-01' });
    const uids = seen(written(plan.build())).map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(ids.length);
    expect(uids).toContain('a/a%252Fb');
    const moved = aPlan().milestone('m', { pinStart: '2028-05-01', title: 'Other' }).build();
    expect(seenOne(moved, 'plan/m').start).toBe('2028-05-01');
  });

  it('lists what has no date, and refuses to be empty', () => {
    const plan = aPlan()
      .experience('undated', { title: 'Some day' })
      .milestone('m', { pinStart: '2027-05-01' })
      .build();
    expect(writeCalendar(plan, { today: TODAY, stamp: STAMP })).toMatchObject({
      ok: true,
      losses: [{ code: 'undated', titles: ['Some day'] }],
    });
    const empty = aPlan().experience('undated').build();
    expect(writeCalendar(empty, { today: TODAY, stamp: STAMP })).toEqual({
      ok: false,
      failure: { code: 'nothing-dated' },
    });
  });

  it('reaches the last day there is', () => {
    const plan = aPlan().milestone('m', { pinStart: '2199-12-31' }).build();
    expect(seenOne(plan, 'plan/m')).toMatchObject({ start: '2199-12-31', end: '2200-01-01' });
  });
});

describe('renewals', () => {
  const license = (over: Parameters<ReturnType<typeof aPlan>['credential']>[1]) =>
    aPlan()
      .credential('l', { title: 'License', ...over })
      .build();
  /** The first days of a renewal and its repetitions. */
  function daysByIcalJs(document: PlanDocument, count: number): string[] {
    const calendar = new ICAL.Component(ICAL.parse(written(document)) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent');
    const renewal = events.find((each) => each.getFirstPropertyValue('uid') === 'plan/l/renewal');
    if (!renewal) throw new Error('ical.js found no renewal');
    const times = new ICAL.Event(renewal).iterator();
    return Array.from({ length: count }, () => String(times.next()));
  }

  function daysByNodeIcal(document: PlanDocument, count: number): string[] {
    const event = nodeIcal.sync.parseICS(written(document))['plan/l/renewal'];
    if (event?.type !== 'VEVENT') throw new Error('node-ical found no renewal');
    const range = { from: new Date('1990-01-01'), to: new Date('2060-01-01') };
    return nodeIcal
      .expandRecurringEvent(event, range)
      .slice(0, count)
      .map(({ start }) => localDay(start));
  }

  function daysOf(document: PlanDocument, count: number): string[] {
    const days = daysByIcalJs(document, count);
    expect(daysByNodeIcal(document, count)).toEqual(days);
    return days;
  }

  it('come again with every period, from the day the credential expires', () => {
    const plan = license({
      issued: '2026-04-04',
      expires: '2028-04-03',
      renewMonths: 24,
      reminders: [90],
      url: 'https://example.org/',
    });
    expect(daysOf(plan, 3)).toEqual(['2028-04-03', '2030-04-03', '2032-04-03']);
    expect(seenOne(plan, 'plan/l/renewal')).toMatchObject({
      summary: 'Renew: License',
      end: '2028-04-04',
      triggers: ['-P90D'],
      categories: ['Licensure'],
      url: 'https://example.org/',
    });
    expect(seenOne(plan, 'plan/l')).toMatchObject({
      summary: 'License',
      start: '2026-04-04',
      status: 'CONFIRMED',
    });
  });

  it('begin when the first period is over where no day of expiry is known', () => {
    const plan = aPlan()
      .step('exam', { length: 1, lengthUnit: 'day', pinStart: '2027-03-01' })
      .credential('l', { renewMonths: 12 })
      .link('exam', 'l')
      .build();
    expect(daysOf(plan, 2)).toEqual(['2028-03-01', '2029-03-01']);
  });

  it.each([
    [1, '2027-01-31', ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']],
    [6, '2027-08-31', ['2027-08-31', '2028-02-29', '2028-08-31', '2029-02-28']],
    [12, '2028-02-29', ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']],
    [12, '2027-01-31', ['2027-01-31', '2028-01-31', '2029-01-31']],
    [6, '2027-10-30', ['2027-10-30', '2028-04-30', '2028-10-30']],
    [1, '2027-01-28', ['2027-01-28', '2027-02-28', '2027-03-28']],
  ])(
    'every %i months from %s fall on the last day of a month that is too short',
    (renewMonths, expires, days) => {
      expect(daysOf(license({ expires, renewMonths }), days.length)).toEqual(days);
    },
  );

  it.each([
    [6, '2027-08-30', ['2027-08-30', '2028-02-29', '2028-08-30', '2029-02-28']],
    [1, '2027-01-29', ['2027-01-29', '2027-02-28', '2027-03-29', '2027-04-29']],
    [18, '2026-08-29', ['2026-08-29', '2028-02-29', '2029-08-29', '2031-02-28', '2032-08-29']],
  ])('every %i months from %s are back on that day after February', (renewMonths, expires, days) => {
    // ical.js 2.2 takes the last of several days of a month for all of them, so the other one has to do.
    expect(daysByNodeIcal(license({ expires, renewMonths }), days.length)).toEqual(days);
  });

  it('fall on the same days as the rule book says, whatever the period', () => {
    const first = fc.integer({ min: toDay('2026-01-01'), max: toDay('2029-12-31') });
    fc.assert(
      fc.property(first, fc.integer({ min: 1, max: 60 }), (day, renewMonths) => {
        const days = daysByNodeIcal(license({ expires: toIso(day), renewMonths }), 5);
        expect(days).toEqual([0, 1, 2, 3, 4].map((nth) => toIso(addMonths(day, nth * renewMonths))));
      }),
      { numRuns: 200 },
    );
  });

  it('happen once when no period is known, and not at all when nothing is', () => {
    const once = license({ issued: '2026-04-04', expires: '2028-04-03' });
    expect(seenOne(once, 'plan/l/renewal').start).toBe('2028-04-03');
    expect(written(once)).not.toContain('RRULE');
    expect(written(license({ issued: '2026-04-04' }))).not.toContain('renewal');
    expect(written(license({ issued: '2190-04-04', renewMonths: 100_000 }))).not.toContain('renewal');
  });
});

describe('the lines of a calendar', () => {
  const hostile = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        '\r',
        '\n',
        '\r\n',
        '\\',
        ';',
        ',',
        ':',
        '"',
        '\t',
        '\0',
        '\u0085',
        '\u2028',
        'n',
        'N',
        '→',
        '中',
        '\u{1F600}',
        'é',
        'BEGIN:VEVENT',
        '\nEND:VCALENDAR',
        ' ',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 120,
  });

  it('are at most 75 octets, end with CRLF, and hold no bare line end', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, notes) => {
        const plan = aPlan({ name: `x${title}` })
          .milestone('m', { title: `x${title}`, notes, pinStart: '2027-05-01', reminders: [1] })
          .build();
        const text = written(plan);
        expect(text.endsWith('\r\n')).toBe(true);
        for (const line of text.slice(0, -2).split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          // No character is cut in two.
          expect(Buffer.from(line).toString()).toBe(line);
        }
        const unfolded = text.replaceAll('\r\n ', '').split('\r\n');
        expect(unfolded.filter((line) => line.startsWith('BEGIN:'))).toEqual([
          'BEGIN:VCALENDAR',
          'BEGIN:VEVENT',
          'BEGIN:VALARM',
        ]);
        // What a reader gets back: the text, line ends as one kind, what the format forbids replaced.
        const back = (value: string) =>
          value
            .toWellFormed()
            .replaceAll(/\r\n|\r|\n/g, '\n')
            .replaceAll(/(?![\t\n])\p{Cc}/gu, '\uFFFD');
        const [event] = seenByIcalJs(text);
        expect(event).toMatchObject({ summary: back(`x${title}`), description: back(notes) });
      }),
      { numRuns: 500 },
    );
  });

  it('use the 75 octets before they break, and count the space of a continuation', () => {
    const [first = '', second = ''] = joinLines([`SUMMARY:${'a'.repeat(200)}`]).split('\r\n');
    expect([first.length, second.length, second[0]]).toEqual([75, 75, ' ']);
    const firstOf = (character: string) =>
      Buffer.byteLength(joinLines([character.repeat(80)]).split('\r\n')[0] ?? '');
    expect(['é', '中', '\u{1F600}'].map(firstOf)).toEqual([74, 75, 72]);
  });

  it('escape what would end a value', () => {
    expect(escapeText('a\\b;c,d\r\ne\rf\ng\th"i:j')).toBe('a\\\\b\\;c\\,d\\ne\\nf\\ng\th"i:j');
  });
});
