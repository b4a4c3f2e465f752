import type { Link, LinkGroup, PlanDocument } from '../plan/document.ts';
import { schedulePlan, type Schedule } from '../schedule/schedule.ts';
import { toIso, type DayNumber, type IsoDate } from '../time/day.ts';

/** One way into an item with alternatives. */
export interface Route {
  linkId: string;
  /** The item the link comes from. */
  itemId: string;
  title: string;
  /** The first day that this link allows; `null` while the item has no dates. */
  bound: IsoDate | null;
  /** Among the ones that count now (R7). */
  chosen: boolean;
  /** The goal's date if this one had to be used, with the best of the others where several are needed. */
  date: IsoDate | null;
  /** Days by which that is later than by the fastest. */
  days: number | null;
}

/** The alternatives of one link group, in the order of their links. */
export interface Routes {
  groupId: string;
  /** The item they lead into. */
  toId: string;
  title: string;
  need: number;
  /** Id of the link that allows the earliest day, at a tie the first by position, then id; `null` without dates. */
  fastest: string | null;
  members: Route[];
}

/** Says for every "any k of n" of a plan what each alternative would mean for the goal. One schedule per member. */
export function routesOf(doc: PlanDocument, schedule: Schedule): Routes[] {
  return doc.linkGroups.map((group) => routesInto(doc, schedule, group));
}

/** The alternatives of one group. `schedule` is the plan's own; its today counts. */
export function routesInto(doc: PlanDocument, schedule: Schedule, group: LinkGroup): Routes {
  const titles = new Map(doc.items.map(({ id, title }) => [id, title]));
  const members = schedule.alternatives(group.id);
  const links = new Map(doc.links.map((link) => [link.id, link]));
  const best = schedule.goalDate;
  const fastest = members.reduce<(typeof members)[number] | null>(
    (least, member) =>
      member.bound !== null && (least === null || member.bound < (least.bound ?? Infinity)) ? member : least,
    null,
  );
  return {
    groupId: group.id,
    toId: group.toId,
    title: titles.get(group.toId) ?? '',
    need: group.need,
    fastest: fastest?.linkId ?? null,
    members: members.flatMap(({ linkId, bound, chosen }) => {
      const link = links.get(linkId);
      if (link === undefined) return [];
      const day = schedulePlan(requireMember(doc, group, link), schedule.today).goalDate;
      return {
        linkId,
        itemId: link.fromId,
        title: titles.get(link.fromId) ?? '',
        bound: isoOrNull(bound),
        chosen,
        date: isoOrNull(day),
        days: day === null || best === null ? null : day - best,
      };
    }),
  };
}

/** The plan in which one member of a group has to be used, and one fewer of the others is needed. */
function requireMember(doc: PlanDocument, { id, need }: LinkGroup, member: Link): PlanDocument {
  const links = doc.links.flatMap((link) => {
    if (link === member) return { ...link, groupId: null };
    return link.groupId === id && need <= 1 ? [] : link;
  });
  const linkGroups = doc.linkGroups.flatMap((group) => {
    if (group.id !== id) return group;
    return need <= 1 ? [] : { ...group, need: need - 1 };
  });
  return { ...doc, links, linkGroups };
}

const isoOrNull = (day: DayNumber | null): IsoDate | null => (day === null ? null : toIso(day));
