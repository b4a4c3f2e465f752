const KEY = 'throughline-single-keys';

/**
 * Whether keys that are a single sign, such as `?`, are listened to. Who speaks to the computer, or hits keys by chance,
 * can turn them off (WCAG 2.1.4).
 */
class SingleKeys {
  #on = $state(recall());

  get on(): boolean {
    return this.#on;
  }
  set on(on: boolean) {
    this.#on = on;
    try {
      localStorage.setItem(KEY, on ? 'on' : 'off');
    } catch {
      // It holds until the window is closed.
    }
  }
}

function recall(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    // Where nothing is kept, the usual holds.
    return true;
  }
}

export const singleKeys = new SingleKeys();
