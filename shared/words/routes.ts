import type { Route, Routes } from '#shared/domain/analysis/routes.ts';
import { formatDay, formatDays } from './dates.ts';
import { formatNumber, listOf, quoted } from './numbers.ts';

/** `Fastest route into “License”: “AIT” (“Residency”: 553 days later)`. */
export function routesSentence({ title, need, members, fastest }: Routes): string {
  const into = quoted(title);
  if (fastest === null) return `No route into ${into} has a date yet.`;
  const used =
    need === 1 ? members.filter(({ linkId }) => linkId === fastest) : members.filter(({ chosen }) => chosen);
  const others = members.filter((member) => !used.includes(member));
  const lead =
    need === 1 ? `Fastest route into ${into}` : `Fastest ${formatNumber(need)} routes into ${into}`;
  if (used.length < need)
    return `Fewer than ${formatNumber(need)} of the routes into ${into} have a date yet.`;
  const rest = others.map((member) => `${quoted(member.title)}: ${routeText(member)}`);
  return `${lead}: ${listOf(used.map((member) => quoted(member.title)))}${rest.length === 0 ? '' : ` (${rest.join('; ')})`}.`;
}

/** What taking a route would mean, in a few words: `553 days later`, `would be as soon`, `no date yet`. */
export function routeText({ bound, days }: Pick<Route, 'bound' | 'days'>): string {
  if (bound === null) return 'no date yet';
  if (days === null) return `from ${formatDay(bound)} on`;
  return days === 0 ? 'just as fast' : `${formatDays(days)} ${days > 0 ? 'later' : 'earlier'}`;
}

/** What to note at each route, by the id of its link: `fastest`, or what it would mean. */
export function routeNotes({ members, fastest, need }: Routes): Map<string, string> {
  return new Map(
    members.map((member) => {
      const best = need === 1 ? member.linkId === fastest : member.chosen;
      return [member.linkId, best ? 'fastest' : routeText(member)];
    }),
  );
}
