import type { Database } from 'better-sqlite3';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { acknowledgementsOf, factsOf, saveAcknowledgement, saveFact } from '../fact/fact.sql.ts';
import { insertItem, itemsOf } from '../item/item.sql.ts';
import { insertLink, insertLinkGroup, linkGroupsOf, linksOf } from '../link/link.sql.ts';
import { insertRequirement, requirementsOf } from '../requirement/requirement.sql.ts';
import { insertRequisite, requisitesOf } from '../requisite/requisite.sql.ts';
import { findPlan, insertPlan } from './plan.sql.ts';

/** Everything stored about a plan, or `undefined` when there is no such plan. */
export function readDocument(db: Database, planId: string): PlanDocument | undefined {
  const plan = findPlan(db, planId);
  if (!plan) return undefined;
  return {
    plan,
    items: itemsOf(db, planId),
    requirements: requirementsOf(db, planId),
    requisiteSets: requisitesOf(db, planId),
    links: linksOf(db, planId),
    linkGroups: linkGroupsOf(db, planId),
    facts: factsOf(db, planId),
    acknowledgements: acknowledgementsOf(db, planId),
  };
}

/** Stores a whole new plan. References inside it may point forward: the keys are checked at the end. */
export function insertDocument(db: Database, document: PlanDocument): void {
  const { plan, items, requirements, requisiteSets, links, linkGroups, facts, acknowledgements } = document;
  insertPlan(db, plan);
  for (const item of items) insertItem(db, plan.id, item);
  for (const requirement of requirements) insertRequirement(db, requirement);
  for (const [index, set] of requisiteSets.entries()) insertRequisite(db, set, index + 1);
  for (const group of linkGroups) insertLinkGroup(db, group);
  for (const link of links) insertLink(db, link);
  for (const fact of facts) saveFact(db, plan.id, fact);
  for (const acknowledgement of acknowledgements) saveAcknowledgement(db, plan.id, acknowledgement);
}
