/** The element with the focus before the notices had it. */
let before: HTMLElement | null = null;

/** Goes to the newest notice, and from there back to where one was. */
export function focusNotices(): void {
  const region = document.querySelector<HTMLElement>('[data-notices]');
  const active = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  if (region === null) return;
  if (active !== null && region.contains(active)) {
    if (before?.isConnected) before.focus();
    return;
  }
  before = active;
  [...region.querySelectorAll<HTMLElement>(':scope > *')].at(-1)?.querySelector('button')?.focus();
}

/**
 * Gives the focus back to where it was before somebody went to the notices.
 * @returns false when that is gone, or lies under the dialog that shows them now
 */
export function leaveNotices(): boolean {
  const dialog = document.querySelector('[data-notices]')?.closest('[role="dialog"]') ?? null;
  if (before?.isConnected !== true || dialog?.contains(before) === false) return false;
  before.focus();
  return true;
}
