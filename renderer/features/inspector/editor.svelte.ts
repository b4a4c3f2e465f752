import { createContext } from 'svelte';
import type { Session } from '#renderer/state/session.svelte.ts';
import type { CommandName, InputOf } from '#shared/contract/contract.ts';
import type { Item, ItemKind, ItemOf } from '#shared/domain/plan/items.ts';
import { mainDecider } from '#shared/domain/schedule/binding.ts';
import { applyChange, type FieldChange } from '#shared/domain/schedule/change-field.ts';
import { effectOf } from '#shared/domain/schedule/effect.ts';
import { toIso } from '#shared/domain/time/day.ts';
import { effectSentence, NO_GOAL, ownDates, trialSentence } from '#shared/words/reason.ts';
import { fieldSentence } from '#shared/words/fields.ts';

/** The fields of all kinds: what a field of the inspector may be about. */
export type FieldName = { [K in ItemKind]: keyof ItemOf<K> }[ItemKind];

/**
 * Saves the fields of one item, each when its field is left. What is refused is kept as a sentence under the name
 * of its field until that field is saved. The item is fixed: a field that is left because another item was chosen
 * still saves to the one it belongs to.
 */
export class ItemEditor {
  readonly session: Session;
  readonly id: string;
  readonly #kind: ItemKind;
  #errors = $state.raw<Readonly<Record<string, string>>>({});

  constructor(session: Session, item: Item) {
    this.session = session;
    this.id = item.id;
    this.#kind = item.kind;
  }

  errorOf(field: string): string | undefined {
    return this.#errors[field];
  }

  /** Changes one field of the item, and with it those that would not make sense as they are. */
  save(field: FieldName, value: unknown, also: Partial<Record<FieldName, unknown>> = {}): Promise<boolean> {
    return this.send(field, ...this.change(field, value, also));
  }

  /** The command that changes one field of the item, and what it is given. */
  change(field: FieldName, value: unknown, also: Partial<Record<FieldName, unknown>> = {}) {
    const name = `${this.#kind}.update` as const;
    // The fields of all kinds share one door here; the core checks each value against its field.
    const input = { id: this.id, changes: { ...also, [field]: value } } as InputOf<typeof name>;
    return [name, input] as const;
  }

  /**
   * What would follow from another value of a field, as sentences: for the goal, then for the item itself. One that
   * says so where the value cannot be used.
   */
  tryOut(field: FieldName, value: unknown, also: Partial<Record<FieldName, unknown>> = {}): string[] {
    const unchanged = this.session.schedule;
    if (unchanged === null) return [];
    const imagined = Object.entries({ ...also, [field]: value }).reduce<FieldChange>(
      (plan, [name, each]) => (plan.ok ? applyChange(plan.doc, this.id, name, each) : plan),
      { ok: true, doc: unchanged.document },
    );
    if (!imagined.ok) return ['This value cannot be used here.'];
    const { after, days, schedule } = effectOf(unchanged, imagined.doc);
    const { goal } = schedule;
    const decider = mainDecider(schedule.binding())?.title ?? null;
    const { start, end } = schedule.dates(this.id);
    const last = this.#kind === 'credential' ? start : end;
    return [
      goal === null
        ? NO_GOAL
        : trialSentence(goal.title, { date: after === null ? null : toIso(after), days, decider }),
      start === null || last === null
        ? 'It would have no dates itself.'
        : ownDates(toIso(start), toIso(last)),
    ];
  }

  /** What the goal's date would do if a field of the item were changed, as a sentence; empty where that is not known. */
  effectOf(field: FieldName, value: unknown): string {
    const { schedule, goal } = this.session;
    if (schedule === null || goal === null) return '';
    const changed = applyChange(schedule.document, this.id, field, value);
    if (!changed.ok) return '';
    const { after, days } = effectOf(schedule, changed.doc);
    return after === null || days === null ? '' : effectSentence(toIso(after), days);
  }

  /** Sends any command on behalf of a field, and keeps its refusal there. */
  async send<N extends CommandName>(field: string, name: N, input: InputOf<N>): Promise<boolean> {
    const reply = await this.session.attempt(name, input);
    const { [field]: _, ...others } = this.#errors;
    this.#errors = reply.ok ? others : { ...others, [field]: fieldSentence(reply.error) };
    return reply.ok;
  }
}

/** The editor of the item the inspector shows, for every field in it. */
export const [getEditor, setEditor] = createContext<ItemEditor>();
