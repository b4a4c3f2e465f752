/** What the preload script puts on `window.bridge`: text in, text out, and the menu's commands. Nothing else. */
export interface Bridge {
  invoke(request: string): Promise<string>;
  /** Calls back with the name of a menu command ("undo", "new-plan" …). Returns a function that stops it. */
  onMenu(run: (command: string) => void): () => void;
}
