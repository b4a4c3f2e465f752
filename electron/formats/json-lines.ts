/** The line (from 1) in which parsing stopped, as far as the engine says; `null` when it does not. */
export function lineOfSyntaxError(text: string, error: unknown): number | null {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return lineAt(text, Number(position));
  return /end of JSON/i.test(message) ? lineAt(text, text.length) : null;
}

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;

/**
 * The line (from 1) where the value at `path` begins in valid JSON text; where the path ends early, the line of
 * the innermost value that is there.
 */
export function lineOfPath(text: string, path: readonly (string | number)[]): number {
  const reader = new Reader(text);
  for (const part of path) if (!reader.enter(part)) break;
  return lineAt(text, reader.position);
}

/** Walks valid JSON text without building values, only far enough to find a place in it. */
class Reader {
  readonly #text: string;
  position = 0;

  constructor(text: string) {
    this.#text = text;
    this.#skipSpace();
  }

  /** Goes to the start of a member or element; answers false, and stays, when it is not there. */
  enter(part: string | number): boolean {
    const start = this.position;
    const open = this.#text[start];
    if (open !== '{' && open !== '[') return false;
    this.position += 1;
    this.#skipSpace();
    for (let index = 0; this.#text[this.position] !== '}' && this.#text[this.position] !== ']'; index += 1) {
      let key: string | number = index;
      if (open === '{') {
        const from = this.position;
        this.#skipValue();
        key = JSON.parse(this.#text.slice(from, this.position)) as string;
        this.#skipSpace();
        this.position += 1;
        this.#skipSpace();
      }
      if (key === part) return true;
      this.#skipValue();
      this.#skipSpace();
      if (this.#text[this.position] === ',') this.position += 1;
      this.#skipSpace();
    }
    this.position = start;
    return false;
  }

  #skipSpace(): void {
    while (/\s/.test(this.#text[this.position] ?? '')) this.position += 1;
  }

  #skipValue(): void {
    let depth = 0;
    do {
      const character = this.#text[this.position];
      if (character === '"') this.#skipString();
      else {
        if (character === '{' || character === '[') depth += 1;
        if (character === '}' || character === ']') depth -= 1;
        this.position += 1;
        if (depth === 0 && character !== '}' && character !== ']')
          while (/[^\s,\]}:]/.test(this.#text[this.position] ?? '')) this.position += 1;
      }
    } while (depth > 0 && this.position < this.#text.length);
  }

  #skipString(): void {
    this.position += 1;
    while (this.#text[this.position] !== '"') this.position += this.#text[this.position] === '\\' ? 2 : 1;
    this.position += 1;
  }
}
