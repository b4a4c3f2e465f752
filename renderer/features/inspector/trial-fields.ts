import type { Item } from '#shared/domain/plan/items.ts';
import type { Option } from '#renderer/ui/option.ts';
import { UNIT_LABELS } from '#shared/words/labels.ts';
import type { FieldName } from './editor.svelte.ts';

/** A field whose value moves dates, and how a trial value for it is asked for. */
export interface TrialField {
  name: FieldName;
  label: string;
  sort: 'number' | 'date' | 'term';
  unit?: string;
  value: string | number | null;
  /** What the field cannot do without, set with it. */
  also?: Partial<Record<FieldName, unknown>>;
}

/** What of an item can be tried out, the most telling first; nothing for what is over or only sums up others. */
export function trialFields(item: Item): TrialField[] {
  if (item.actualEnd !== null) return [];
  switch (item.kind) {
    case 'program':
      return [];
    case 'term':
      return [
        { name: 'lastDay', label: 'Last day', sort: 'date', value: item.lastDay },
        { name: 'firstDay', label: 'First day', sort: 'date', value: item.firstDay },
      ];
    case 'course':
      return [{ name: 'termId', label: 'Term', sort: 'term', value: item.termId }];
    case 'experience': {
      const hours: TrialField[] = [
        {
          name: 'hoursPerWeek',
          label: 'Hours per week',
          sort: 'number',
          unit: 'h',
          value: item.hoursPerWeek,
        },
        {
          name: 'hoursRequired',
          label: 'Hours required',
          sort: 'number',
          unit: 'h',
          value: item.hoursRequired,
        },
      ];
      return [...(item.hoursRequired === null ? [lengthOf(item), ...hours] : hours), ...daysOf(item)];
    }
    case 'step':
      return [lengthOf(item), ...daysOf(item)];
    case 'credential':
      return item.issued === null ? daysOf(item) : [];
    case 'milestone':
      return item.doneOn === null
        ? [{ name: 'pinStart', label: 'Day', sort: 'date', value: item.pinStart }]
        : [];
  }
}

function lengthOf({ length, lengthUnit }: Item): TrialField {
  const unit = UNIT_LABELS[lengthUnit ?? 'day'].toLowerCase();
  // A number without a unit means nothing.
  const also = lengthUnit === null ? { lengthUnit: 'day' } : {};
  return { name: 'length', label: 'Takes', sort: 'number', unit, value: length, also };
}

function daysOf({ notBefore, pinStart }: Item): TrialField[] {
  return [
    { name: 'notBefore', label: 'Not before', sort: 'date', value: notBefore },
    { name: 'pinStart', label: 'Fixed first day', sort: 'date', value: pinStart },
  ];
}

/** The fields as choices. */
export function trialOptions(fields: readonly TrialField[]): Option<FieldName>[] {
  return fields.map(({ name, label }) => ({ value: name, label }));
}
