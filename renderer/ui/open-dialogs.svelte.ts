import { getContext, hasContext, setContext, type Snippet } from 'svelte';

const KEY = Symbol('open dialogs');

/**
 * The dialogs that are open, the topmost last, and what it is to show besides its own: messages that would otherwise
 * lie over its buttons, outside of where the focus may go.
 */
export class OpenDialogs {
  readonly messages: Snippet;
  #open = $state.raw<readonly symbol[]>([]);

  constructor(messages: Snippet) {
    this.messages = messages;
  }

  get top(): symbol | null {
    return this.#open.at(-1) ?? null;
  }

  /** Says that a dialog is open. Returns a function that says that it is closed. */
  enter(dialog: symbol): () => void {
    this.#open = [...this.#open, dialog];
    return () => {
      this.#open = this.#open.filter((other) => other !== dialog);
    };
  }
}

/** Makes every dialog below show the messages. */
export function provideOpenDialogs(messages: Snippet): OpenDialogs {
  return setContext(KEY, new OpenDialogs(messages));
}

/** The dialogs of the window; `null` where nobody provides messages, as on a part drawn alone. */
export function findOpenDialogs(): OpenDialogs | null {
  return hasContext(KEY) ? getContext<OpenDialogs>(KEY) : null;
}
