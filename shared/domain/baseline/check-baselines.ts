import { findDocumentProblem, type DocumentProblem } from '../plan/check-document.ts';
import { idsOf } from '../plan/renew-ids.ts';
import type { KeptPlan } from './types.ts';

/**
 * The first problem of a plan with baselines that came from outside, or `null`. Each baseline must hold together by
 * itself, be of this plan and have a name of its own.
 */
export function findKeptProblem({ document, baselines }: KeptPlan): DocumentProblem | null {
  const problem = findDocumentProblem(document);
  if (problem !== null || baselines.length === 0) return problem;
  const ids = new Set(idsOf(document));
  const names = new Set<string>();
  for (const [index, { id, name, document: frozen }] of baselines.entries()) {
    const path = `baselines[${index}]`;
    if (ids.has(id)) return { path: `${path}.id`, what: 'duplicate', id };
    if (names.has(name)) return { path: `${path}.name`, what: 'duplicate', id: name };
    if (frozen.plan.id !== document.plan.id)
      return { path: `${path}.document.plan.id`, what: 'other-plan', id: frozen.plan.id };
    ids.add(id);
    names.add(name);
    const inside = findDocumentProblem(frozen);
    if (inside) return { ...inside, path: `${path}.document.${inside.path}` };
  }
  return null;
}
