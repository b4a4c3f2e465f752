import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import { expect } from 'vitest';

/** What a parser makes of an event, in one shape for both. */
export interface Seen {
  uid: string;
  summary: string;
  description: string;
  start: string;
  end: string;
  url: string;
  categories: string[];
  status: string;
  stamp: string;
  sequence: number;
  triggers: string[];
}

const byUid = (a: Seen, b: Seen) => (a.uid < b.uid ? -1 : 1);

export function seenByIcalJs(text: string): Seen[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar
    .getAllSubcomponents('vevent')
    .map((component) => {
      const value = (name: string): string => String(component.getFirstPropertyValue(name) ?? '');
      return {
        uid: value('uid'),
        summary: value('summary'),
        description: value('description'),
        start: value('dtstart'),
        end: value('dtend'),
        url: value('url'),
        categories: component.getFirstProperty('categories')?.getValues().map(String) ?? [],
        status: value('status'),
        stamp: value('dtstamp'),
        sequence: Number(value('sequence')),
        triggers: component
          .getAllSubcomponents('valarm')
          .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
      };
    })
    .sort(byUid);
}

/** node-ical gives days as midnights of this machine's zone. */
export function localDay(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function seenByNodeIcal(text: string): Seen[] {
  const plain = (value: unknown): string => (typeof value === 'string' ? value : '');
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter((component): component is VEvent => component?.type === 'VEVENT')
    .map((event) => ({
      uid: event.uid,
      summary: plain(event.summary),
      description: plain(event.description),
      start: localDay(event.start),
      end: event.end ? localDay(event.end) : '',
      url: plain(event.url),
      categories: event.categories ?? [],
      status: event.status ?? '',
      stamp: event.dtstamp.toISOString().replace('.000', ''),
      sequence: Number(event.sequence),
      triggers: (event.alarms ?? []).map(({ trigger }) => trigger),
    }))
    .sort(byUid);
}

/** The same events, whoever reads them. */
export function seen(text: string): Seen[] {
  const one = seenByIcalJs(text);
  expect(seenByNodeIcal(text)).toEqual(one);
  return one;
}
