import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay, toIso } from '#shared/domain/time/day.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { openTestApp, type TestApp } from '#tests/test-app.ts';
import { seen, type Seen } from './calendars.ts';

const TODAY = '2026-11-23';
const EXAMPLE = join(import.meta.dirname, '../fixtures/worked-example.throughline.json');

let folder: ReturnType<typeof temporaryFolder>;
let app: TestApp;
beforeEach(() => {
  folder = temporaryFolder();
  app = openTestApp(join(folder.path, 'plans.db'));
});
afterEach(() => {
  app.close();
  folder.remove();
});

const calendarOf = (planId: string, from: TestApp = app): string =>
  from.ask('plan.export', { planId, format: 'ics' }).text;
const importExample = (): string => app.ask('plan.import', { text: readFileSync(EXAMPLE, 'utf8') }).planId;

/** The lines as the file has them; every one at most 75 octets of whole characters. */
function linesOf(text: string): string[] {
  expect(text.endsWith('\r\n')).toBe(true);
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n\uFFFD]/);
  }
  return lines;
}

const templates = (
  [
    ['medical-office-manager', 'nursing-home', 'CA'],
    ['medical-office-manager', 'assisted-living', 'CA'],
    ['medical-office-manager', 'office', null],
    ['medical-office-manager-entry', null, null],
    ['health-information-technician-certificate', null, null],
  ] as const
).map(([templateId, facility, jurisdiction]) => ({ templateId, facility, jurisdiction }));

describe('the calendar of a whole plan', () => {
  it.each(templates)('of the template $templateId, $facility, is read the same by two readers', (choice) => {
    const { planId } = app.ask('plan.create', { start: '2026-08-24', ...choice });
    const document = app.ask('plan.read', { planId });
    const schedule = schedulePlan(document, toDay(TODAY));
    const dated = schedule
      .all()
      .flatMap(({ id, start, end }) => (start === null || end === null ? [] : [{ id, start, end }]));
    expect(dated.length).toBeGreaterThan(5);

    const text = calendarOf(planId);
    linesOf(text);
    const events = new Map(seen(text).map((event) => [event.uid, event]));
    for (const { id, start, end } of dated) {
      const event = events.get(`${encodeURIComponent(planId)}/${encodeURIComponent(id)}`);
      const item = document.items.find((each) => each.id === id);
      expect(event, id).toMatchObject({ start: toIso(start), end: toIso(end + 1) });
      expect(event?.summary, id).toContain(item?.title);
      expect(event?.triggers, id).toEqual(
        item?.reminders.map((days) => (days === 0 ? 'PT0S' : `-P${days}D`)),
      );
    }
    const renewed = document.items.filter((item) => item.kind === 'credential' && item.renewMonths !== null);
    const renewals = [...events.keys()].filter((uid) => uid.endsWith('/renewal'));
    expect(events.size).toBe(dated.length + renewals.length);
    expect(renewals.length).toBeLessThanOrEqual(renewed.length);
    expect(text.match(/^RRULE:/gm)?.length ?? 0).toBe(renewals.length);
  });

  it('of the full template reminds of something and renews the license', () => {
    const { planId } = app.ask('plan.create', {
      start: '2026-08-24',
      templateId: 'medical-office-manager',
      facility: 'nursing-home',
      jurisdiction: 'CA',
    });
    const events = seen(calendarOf(planId));
    expect(events.flatMap(({ triggers }) => triggers).length).toBeGreaterThan(0);
    expect(events.filter(({ uid }) => uid.endsWith('/renewal')).length).toBeGreaterThan(0);
  });

  it('has awkward titles and notes as they are, whoever reads them', () => {
    const { id: planId } = app.ask('plan.add', { name: 'Plan; with, signs \\ 中' });
    const awkward = [
      'Exam, part 1; oral \\ written',
      'BEGIN:VEVENT',
      '=HYPERLINK("x")',
      'Peña ł → 中文 \u{1F600}\u{1F469}\u200D\u{1F680}',
      // The character that would cross the 75th octet, at each place it can begin.
      ...Array.from({ length: 6 }, (_, shift) => `${'x'.repeat(62 + shift)}中中\u{1F600}é`),
      'n'.repeat(300),
    ];
    for (const title of awkward)
      app.ask('milestone.add', { planId, title, pinStart: '2027-05-01', notes: `${title}\n\nn: ${title}` });
    const text = calendarOf(planId);
    linesOf(text);
    const shown = seen(text).map(({ summary, description }) => [summary, description]);
    expect(shown.toSorted()).toEqual(awkward.map((title) => [title, `${title}\n\nn: ${title}`]).toSorted());
  });
});

describe('an event keeps its identity', () => {
  const withoutStamp = (event: Seen) => ({ ...event, stamp: '', sequence: 0 });
  const eventsOf = (planId: string, from?: TestApp) => seen(calendarOf(planId, from)).map(withoutStamp);

  it('when others are edited, added and deleted', () => {
    const planId = importExample();
    const before = eventsOf(planId);
    app.ask('credential.update', { id: 'license', changes: { title: 'Another title', reminders: [7] } });
    const { id } = app.ask('milestone.add', { planId, title: 'New', pinStart: '2027-01-01' });
    const after = eventsOf(planId);
    expect(after.filter(({ uid }) => !before.some((event) => event.uid === uid))).toHaveLength(1);
    for (const event of before)
      if (event.uid !== 'worked-example/license')
        expect(after.find(({ uid }) => uid === event.uid)).toEqual(event);
    app.ask('item.delete', { id });
    expect(eventsOf(planId).map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  });

  it('when the plan is undone, exported and imported elsewhere', () => {
    const planId = importExample();
    const before = eventsOf(planId);
    app.ask('credential.update', { id: 'license', changes: { title: 'Another title' } });
    app.ask('history.undo', {});
    expect(eventsOf(planId)).toEqual(before);

    const elsewhere = openTestApp(join(folder.path, 'elsewhere.db'));
    const { text } = app.ask('plan.export', { planId });
    expect(eventsOf(elsewhere.ask('plan.import', { text }).planId, elsewhere)).toEqual(before);
    // A copy beside the original is another plan, with events of its own.
    const copy = eventsOf(app.ask('plan.import', { text }).planId);
    const uids = new Set(before.map(({ uid }) => uid));
    expect(copy).toHaveLength(before.length);
    expect(copy.filter(({ uid }) => uids.has(uid))).toEqual([]);
    elsewhere.close();
  });
});
