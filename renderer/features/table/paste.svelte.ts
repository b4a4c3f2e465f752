import { likelyProgram } from '#renderer/state/commands/add-question.ts';
import type { PastePlace, PasteQuestion } from '#renderer/state/questions.ts';
import { contract } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failures.ts';
import type { Item, ItemKind } from '#shared/domain/plan/items.ts';
import type { ColumnId } from '#shared/domain/table/columns.ts';
import type { PastedRow } from '#shared/domain/table/block-text.ts';
import { fillSelection, withColumns } from '#shared/domain/table/paste-block.ts';
import type { CheckFields } from '#shared/domain/table/plan-edits.ts';
import { planPaste, type PastePlan, type PasteTarget } from '#shared/domain/table/plan-paste.ts';
import { TABLE_COLUMNS } from '#shared/words/table.ts';
import type { Table } from './table.svelte.ts';

/** Columns that only courses have. */
const OF_COURSES: ReadonlySet<ColumnId> = new Set(['code', 'term', 'grade']);

type NewKind = PasteTarget['newKind'];

/** What the schema of a kind says of changes, in its own words. */
export const checkFields: CheckFields = (kind, changes) => {
  const result = contract[`${kind}.update`].input.safeParse({ id: 'any', changes });
  return result.success ? null : (result.error.issues[0]?.message ?? null);
};

/** Where a block with so many rows goes: onto the chosen rows where these are as many, otherwise from the cursor down. */
export function placeAtCursor({ cursor, rows, columns }: Table, block: readonly PastedRow[]): PastePlace {
  const { top, bottom, left, right } = cursor.block;
  const toTheRight = columns.ids.slice(left);
  const idsOf = (from: typeof rows) => from.flatMap(({ item }) => item?.id ?? []);
  const chosen = idsOf(cursor.chosenRows);
  if (chosen.length > 0) {
    const body = withColumns(block, toTheRight, TABLE_COLUMNS).rows.length;
    const fits = body > 0 && chosen.length % body === 0;
    const first = rows.indexOf(cursor.chosenRows[0]!);
    const itemIds = fits ? chosen : idsOf(rows.slice(first));
    return { itemIds, columns: toTheRight, height: chosen.length, width: 1 };
  }
  const height = idsOf(rows.slice(top, bottom + 1)).length;
  return { itemIds: idsOf(rows.slice(top)), columns: toTheRight, height, width: right - left + 1 };
}

/** A block on its way into the table: what it would change, until that is accepted. */
export class Pasting {
  readonly #table: Table;
  readonly #place: PastePlace | null;
  #block = $state.raw<readonly PastedRow[] | null>(null);
  #failure = $state.raw<Failure | null>(null);
  busy = $state(false);
  /** True where every row of the block becomes a new item. */
  asNew = $state(false);
  newKind = $state<NewKind>('course');
  newProgramId = $state<string | null>(null);

  readonly plan: PastePlan | null = $derived.by(() => {
    if (this.#block === null) return null;
    const place = this.#place ?? placeAtCursor(this.#table, this.#block);
    const { data } = this.#table;
    const items = this.asNew ? [] : place.itemIds.flatMap((id) => data.items.get(id) ?? []);
    const names = this.#place === null ? TABLE_COLUMNS : null;
    const { hasHead } = withColumns(this.#block, place.columns, names);
    const block = hasHead || this.asNew ? this.#block : fillSelection(this.#block, place);
    const target: PasteTarget = {
      items,
      columns: place.columns,
      names,
      newKind: this.newKind,
      newProgramId: this.newProgramId,
    };
    return planPaste(block, target, data, checkFields);
  });
  /** The plan where it does more than leave things out. */
  readonly news = $derived(this.plan !== null && this.plan.rows.length > 0 ? this.plan : null);

  constructor(table: Table, { rows, place }: Pick<PasteQuestion, 'rows' | 'place'>) {
    this.#table = table;
    this.#place = place;
    const above = table.active?.item ?? table.rows.findLast(({ item }) => item !== null)?.item ?? null;
    this.newKind = likeAbove(above);
    this.newProgramId =
      above?.kind === 'program' ? above.id : (above?.programId ?? likelyProgram(table.session));
    if (rows !== null) this.take(rows);
  }

  get block(): readonly PastedRow[] | null {
    return this.#block;
  }
  get failure(): Failure | null {
    return this.#failure;
  }

  /** Takes other cells. */
  take(rows: readonly PastedRow[]): void {
    this.#failure = null;
    this.#block = rows;
    const { columns } = this.#place ?? placeAtCursor(this.#table, rows);
    const block = withColumns(rows, columns, TABLE_COLUMNS);
    const used = block.columns.slice(0, rows[0]?.cells.length ?? 0);
    if (used.some((column) => column !== null && OF_COURSES.has(column))) this.newKind = 'course';
  }

  /** Stores what is planned, as one step. True when it is stored; new rows are chosen then. */
  async accept(): Promise<boolean> {
    const plan = this.news;
    const planId = this.#table.session.planId;
    if (plan === null || planId === null || this.busy) return false;
    this.busy = true;
    const reply = await this.#table.session.attempt('plan.changeItems', { planId, ...changesOf(plan) });
    this.busy = false;
    this.#failure = reply.ok ? null : reply.error;
    if (!reply.ok) return false;
    const added = Object.values(reply.value.ids);
    if (added.length > 0) this.#table.cursor.choose(added);
    return true;
  }
}

function changesOf({ rows }: PastePlan) {
  return {
    updates: rows.filter(({ isNew }) => !isNew).map(({ key, changes }) => ({ id: key, changes })),
    additions: rows
      .filter(({ isNew }) => isNew)
      .map(({ key, kind, changes }) => ({ key, kind, fields: changes })),
  };
}

/** A new row is like the one above it; below a program or term stand courses. */
function likeAbove(above: Item | null): NewKind {
  const kind: ItemKind = above?.kind ?? 'course';
  return kind === 'program' || kind === 'term' ? 'course' : kind;
}
