import type { Fact } from '../plan/document.ts';
import type { Experience } from '../plan/items.ts';
import { loggedHours } from '../plan/logged-hours.ts';
import { plannedHours } from '../schedule/planned-span.ts';
import type { Context } from './context.ts';
import type { Raised } from './types.ts';

/**
 * `hours-short`: an experience was finished with fewer hours than it requires, or the experiences before a
 * credential are planned with fewer hours than a fact about the credential says its rule asks for.
 */
export function findShortHours(context: Context): Raised<'hours-short'>[] {
  return [...finishedShort(context), ...plannedShort(context)];
}

function finishedShort({ doc }: Context): Raised<'hours-short'>[] {
  return doc.items.flatMap((item): Raised<'hours-short'>[] => {
    const required = plannedHours(item);
    if (item.kind !== 'experience' || item.actualEnd === null || required === null) return [];
    const hours = loggedHours(item);
    if (hours >= required) return [];
    const facts = { by: 'experience', hours, required } as const;
    return [{ code: 'hours-short', severity: 'error', itemIds: [item.id], facts }];
  });
}

function plannedShort(context: Context): Raised<'hours-short'>[] {
  const rules = Map.groupBy(context.doc.facts, ({ itemId }) => itemId);
  return context.doc.items.flatMap((item): Raised<'hours-short'>[] => {
    if (item.kind !== 'credential') return [];
    const required = Math.max(
      0,
      ...(rules.get(item.id) ?? []).map(trainingHours).filter((hours) => hours !== null),
    );
    if (required === 0) return [];
    const experiences = trainingBefore(context, item.id);
    const planned = experiences.map(plannedHours);
    // Nothing planned yet, or nothing known about it, is no shortage.
    if (planned.length === 0 || planned.includes(null)) return [];
    const hours = planned.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    if (hours >= required) return [];
    const itemIds = [...experiences.map(({ id }) => id), item.id];
    return [
      { code: 'hours-short', severity: 'error', itemIds, facts: { by: 'credential', hours, required } },
    ];
  });
}

/** The hours a fact asks for, such as "Training hours: 1,000"; `null` for every other fact. */
function trainingHours({ field, unit, value }: Fact): number | null {
  const isTraining = /\b(training|experience|ait|internship|practicum|residency)\b/i.test(field);
  const isHours = /\bhours\b/i.test(field) || /^h(ours?)?$/i.test(unit ?? '');
  const number = (value ?? '').replaceAll(',', '');
  return isTraining && isHours && /^\d+(\.\d+)?$/.test(number) ? Number(number) : null;
}

/**
 * The supervised experiences on the way to a credential (jobs are none). Those inside a degree on the way count
 * only where there are none after it: boards ask for training of its own, or take the residency of the degree.
 */
function trainingBefore({ doc, items }: Context, credentialId: string): Experience[] {
  const into = Map.groupBy(doc.links, ({ toId }) => toId);
  const reached = new Set([credentialId]);
  for (const id of reached)
    for (const { fromId } of into.get(id) ?? []) if (!isEarlierGoal(fromId)) reached.add(fromId);
  const isTraining = (item: (typeof doc.items)[number]) => item.kind === 'experience' && item.sort !== 'job';
  const direct = doc.items.filter((item): item is Experience => isTraining(item) && reached.has(item.id));
  if (direct.length > 0) return direct;
  return doc.items.filter(
    (item): item is Experience => isTraining(item) && reached.has(item.programId ?? ''),
  );

  /** What led to another credential on the way was that one's training. */
  function isEarlierGoal(id: string): boolean {
    return items.get(id)?.kind === 'credential';
  }
}
