import type { PlanSummary } from '#shared/contract/answers.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Requirement } from '#shared/domain/plan/document.ts';
import type { Course, Item, ItemKind, Term } from '#shared/domain/plan/items.ts';
import type { PastedRow } from '#shared/domain/table/block-text.ts';
import type { ColumnId } from '#shared/domain/table/columns.ts';

/** What a new item should belong to. A course can also be meant for a requirement group, or repeat another one. */
export interface AddItemQuestion {
  kind: 'add-item';
  item: ItemKind;
  programId: string | null;
  termId: string | null;
  requirement?: Requirement | undefined;
  repeats?: Course | undefined;
}

/** Where a block of cells goes: items by their ids, columns, and how large the selection is that it may fill. */
export interface PastePlace {
  itemIds: readonly string[];
  columns: readonly ColumnId[];
  height: number;
  width: number;
}

/** What should become of a block of cells in the table. Without rows they are asked for; without a place it is the cursor's. */
export interface PasteQuestion {
  kind: 'paste-cells';
  title: string;
  rows: readonly PastedRow[] | null;
  place: PastePlace | null;
}

/** A file as the host read it. */
export type ChosenFile = NonNullable<OutputOf<'file.choose'>>;

/** A dialog that any view may ask for; the window shows it. */
export type Question =
  | { kind: 'new-plan'; templateId: string | null }
  | { kind: 'delete-plan'; plan: PlanSummary }
  | { kind: 'plan-settings' }
  | { kind: 'import-plan'; file: ChosenFile }
  | { kind: 'export-plan' }
  | { kind: 'print-plan' }
  | { kind: 'baselines' }
  | AddItemQuestion
  | { kind: 'fill-terms' }
  | { kind: 'delete-item'; item: Item }
  | { kind: 'delete-items'; items: readonly Item[] }
  | PasteQuestion
  | { kind: 'import-transcript'; programId: string | null }
  | { kind: 'shift-terms'; term: Term }
  | { kind: 'palette' }
  | { kind: 'show-data' }
  | { kind: 'help' };
