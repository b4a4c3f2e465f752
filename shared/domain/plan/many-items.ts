/** What became of many items in one step: how many were changed and added, and the one field that changed in all of them. */
export interface ManyItems {
  changed: number;
  added: number;
  field: string | null;
}

type Changes = Readonly<Record<string, unknown>>;

/** Fields that a change of another one takes along. */
const TAKEN_ALONG: Readonly<Record<string, string>> = {
  lengthUnit: 'length',
  number: 'prefix',
  termId: 'programId',
  requirementId: 'programId',
};

/** The field that these changes are about, or `null` where they are about several. */
export function fieldOfAll(all: readonly Changes[]): string | null {
  const fields = new Set(
    all.flatMap((changes) =>
      Object.keys(changes).filter((field) => !Object.hasOwn(changes, TAKEN_ALONG[field] ?? '')),
    ),
  );
  const [only] = fields;
  return fields.size === 1 && only !== undefined ? only : null;
}

/** Many items as the history keeps them: `12 × status`, `12`, `12 + 3`. */
export function manyText({ changed, added, field }: ManyItems): string {
  return `${changed}${added > 0 ? ` + ${added}` : ''}${field === null ? '' : ` × ${field}`}`;
}

/** What `manyText` wrote, or `null` for any other text, such as the title of a single item. */
export function readMany(text: string): ManyItems | null {
  const [, changed, added = '0', field = null] = /^(\d+)(?: \+ (\d+))?(?: × ([A-Za-z]+))?$/.exec(text) ?? [];
  return changed === undefined ? null : { changed: Number(changed), added: Number(added), field };
}

/** How the history names what a step was about: a single item by its title, more by their number. */
export function subjectOfMany(many: ManyItems, title: string): string {
  const isOne = many.changed === 1 && many.added === 0 && readMany(title) === null;
  return isOne ? title : manyText(many);
}
