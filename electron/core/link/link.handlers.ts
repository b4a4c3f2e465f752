import { wouldClose } from '#shared/domain/schedule/loops.ts';
import type { Link } from '#shared/domain/plan/document.ts';
import { Refusal, type Context, type Handlers } from '../context.ts';
import { found, merge, placeIn, placeOf } from '../places.ts';
import { readDocument } from '../plan/document.ts';
import {
  deleteLink,
  deleteLinkGroup,
  findLink,
  findLinkGroup,
  insertLink,
  insertLinkGroup,
  linkExists,
  membersOf,
  nextLinkPosition,
  updateLink,
  updateLinkGroup,
} from './link.sql.ts';

export const linkHandlers: Pick<
  Handlers,
  Extract<keyof Handlers, `link.${string}` | `linkGroup.${string}`>
> = {
  'link.add': (context, { fromId, toId, kind, lag = 0, window = null, groupId = null, position }) => {
    const { planId, title } = placeOf(context, toId);
    const from = placeIn(context, planId, fromId);
    const link: Link = {
      id: context.newId(),
      fromId,
      toId,
      kind,
      lag,
      window,
      groupId,
      position: position ?? nextLinkPosition(context.db, planId),
    };
    checkLink(context, link);
    if (linkExists(context.db, link)) throw new Refusal({ code: 'link-exists' });
    refuseLoop(context, planId, link);
    insertLink(context.db, link);
    context.about(planId, `${from.title} → ${title}`);
    return { id: link.id };
  },

  'link.update': (context, { id, changes }) => {
    const present = found(findLink(context.db, id), 'link', id);
    const { planId, title } = placeOf(context, present.toId);
    const link = merge(present, changes);
    checkLink(context, link);
    if (link.kind !== present.kind && linkExists(context.db, link))
      throw new Refusal({ code: 'link-exists' });
    updateLink(context.db, link);
    context.about(planId, `${placeOf(context, link.fromId).title} → ${title}`);
    return null;
  },

  'link.delete': (context, { id }) => {
    const { fromId, toId } = found(findLink(context.db, id), 'link', id);
    const { planId, title } = placeOf(context, toId);
    context.about(planId, `${placeOf(context, fromId).title} → ${title}`);
    deleteLink(context.db, id);
    return null;
  },

  'linkGroup.add': (context, { toId, need, linkIds }) => {
    const { planId, title } = placeOf(context, toId);
    const links = [...new Set(linkIds)].map((id) => found(findLink(context.db, id), 'link', id));
    if (links.some((link) => link.toId !== toId))
      throw new Refusal({ code: 'other-plan', noun: 'link', id: toId });
    if (need > links.length) throw new Refusal({ code: 'group-too-small', need, members: links.length });
    const id = context.newId();
    insertLinkGroup(context.db, { id, toId, need });
    for (const link of links) updateLink(context.db, { ...link, groupId: id });
    context.about(planId, title);
    return { id };
  },

  'linkGroup.update': (context, { id, changes }) => {
    const { toId } = found(findLinkGroup(context.db, id), 'link group', id);
    const { planId, title } = placeOf(context, toId);
    const members = membersOf(context.db, id);
    if (changes.need > members) throw new Refusal({ code: 'group-too-small', need: changes.need, members });
    updateLinkGroup(context.db, id, changes.need);
    context.about(planId, title);
    return null;
  },

  'linkGroup.delete': (context, { id }) => {
    const { toId } = found(findLinkGroup(context.db, id), 'link group', id);
    const { planId, title } = placeOf(context, toId);
    deleteLinkGroup(context.db, id);
    context.about(planId, title);
    return null;
  },
};

function checkLink(context: Context, { fromId, toId, kind, window, groupId }: Link): void {
  if (fromId === toId) throw new Refusal({ code: 'link-to-itself' });
  if (window !== null && kind !== 'FS') throw new Refusal({ code: 'window-needs-finish-to-start' });
  if (groupId === null) return;
  const group = found(findLinkGroup(context.db, groupId), 'link group', groupId);
  if (group.toId !== toId) throw new Refusal({ code: 'not-found', noun: 'link group', id: groupId });
}

function refuseLoop(context: Context, planId: string, { fromId, toId }: Link): void {
  const document = readDocument(context.db, planId);
  const loop = document && wouldClose(document, fromId, toId);
  if (!loop) return;
  const titles = new Map(document.items.map(({ id, title }) => [id, title]));
  throw new Refusal({ code: 'link-loop', titles: loop.map((id) => titles.get(id) ?? id) });
}
