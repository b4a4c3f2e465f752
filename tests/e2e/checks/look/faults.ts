import type { Box, Edge, Frame, Text } from './texts.ts';

/*
 * What is wrong with how a page looks, a line for each fault. Every function runs in a page that has `look`, so
 * everything it needs is inside of it.
 */

/** Texts of one layer that lie over each other. */
export function overlaps(): string[] {
  const look = globalThis.look!;
  const TOLERANCE = 1;
  const lines: { text: Text; box: Box }[] = [];
  for (const text of look.texts()) {
    for (const { seen } of text.lines) if (seen) lines.push({ text, box: seen });
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  const faults = new Set<string>();
  lines.forEach(({ text, box }, at) => {
    for (let next = at + 1; next < lines.length; next += 1) {
      const other = lines[next]!;
      if (other.box.top > box.bottom - TOLERANCE) break;
      if (other.text === text || other.text.layer !== text.layer) continue;
      const left = Math.max(box.left, other.box.left);
      const right = Math.min(box.right, other.box.right);
      const bottom = Math.min(box.bottom, other.box.bottom);
      if (right - left <= TOLERANCE || bottom - other.box.top <= TOLERANCE) continue;
      const [x, y] = [(left + right) / 2, (other.box.top + bottom) / 2];
      if (!look.isOnTop(text.owner, x, y) || !look.isOnTop(other.text.owner, x, y)) continue;
      faults.add(
        `overlap: “${text.text}” (${look.describe(text.owner)}) and “${other.text.text}” (${look.describe(other.text.owner)})`,
      );
    }
  });
  return [...faults];
}

/** Texts that no scrolling brings into sight as a whole, and shortened ones whose whole text is nowhere said. */
export function cuts(): string[] {
  const look = globalThis.look!;
  const TOLERANCE = 1;
  const NAMED =
    'button, a[href], summary, label, th, td, [role=button], [role=row], [role=gridcell], [role=option], [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox], [role=radio], [role=tab], [role=combobox]';
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

  /** True when somebody who cannot see the whole text hears it, or sees it in a tip. */
  function isSaid({ text, owner }: Text): boolean {
    for (let at: Element | null = owner; at !== null; at = at.parentElement) {
      if (plain(at.getAttribute('title')).includes(text)) return true;
      if (!at.matches(NAMED)) continue;
      if (plain(at.getAttribute('aria-label') ?? at.textContent).includes(text)) return true;
    }
    return false;
  }

  type Span = { from: number; to: number };
  type Seen = { kept: Span; how: 'whole' | 'shortened' | 'cut' };
  /** What becomes of a stretch at the edges of a frame, in one direction. */
  function heldBy(span: Span, edge: Edge, box: Span, inner: Span, scrolled: number): Seen {
    if (edge === 'shows') return { kept: span, how: 'whole' };
    if (edge === 'scrolls') {
      // Before its beginning nothing can be scrolled to; anything else comes to stand inside.
      return { kept: inner, how: span.from + scrolled < box.from - TOLERANCE ? 'cut' : 'whole' };
    }
    if (span.from >= box.from - TOLERANCE && span.to <= box.to + TOLERANCE)
      return { kept: span, how: 'whole' };
    const kept = { from: Math.max(span.from, box.from), to: Math.min(span.to, box.to) };
    return { kept, how: edge === 'shortens' ? 'shortened' : 'cut' };
  }

  const across = ({ left, right }: Box): Span => ({ from: left, to: right });
  const down = ({ top, bottom }: Box): Span => ({ from: top, to: bottom });

  function fate(ink: Box, frames: readonly Frame[]): { how: Seen['how']; by: Element | null } {
    let x = across(ink);
    let y = down(ink);
    let shortened: Element | null = null;
    for (const frame of frames) {
      const { element, box, inner } = frame;
      const isOurs = getComputedStyle(element).overflow === 'clip';
      const inX = heldBy(x, frame.across, across(box), across(inner), isOurs ? Infinity : element.scrollLeft);
      const inY = heldBy(y, frame.down, down(box), down(inner), isOurs ? Infinity : element.scrollTop);
      if (inX.how === 'cut' || inY.how === 'cut') return { how: 'cut', by: element };
      if (inX.how === 'shortened' || inY.how === 'shortened') shortened = element;
      // What is left out of a shortened text is no concern of those around it.
      if (inX.kept.to <= inX.kept.from || inY.kept.to <= inY.kept.from) break;
      [x, y] = [inX.kept, inY.kept];
    }
    return shortened === null ? { how: 'whole', by: null } : { how: 'shortened', by: shortened };
  }

  const faults = new Set<string>();
  for (const text of look.texts()) {
    for (const { ink } of text.lines) {
      const { how, by } = fate(ink, text.frames);
      if (how === 'whole' || by === null) continue;
      const what = `“${text.text}” (${look.describe(text.owner)})`;
      if (how === 'cut') faults.add(`cut: ${what} by ${look.describe(by)}`);
      else if (!isSaid(text)) faults.add(`shortened, and nowhere in full: ${what}`);
    }
  }
  for (const field of document.querySelectorAll('input')) {
    if (!field.checkVisibility() || field === document.activeElement || field.clientWidth < 2) continue;
    if (field.scrollWidth <= field.clientWidth + TOLERANCE) continue;
    if (getComputedStyle(field).textOverflow === 'ellipsis') continue;
    faults.add(`cut: “${field.value || field.placeholder}” in its field`);
  }
  return [...faults];
}

/** What scrolls to the side though it is read from top to bottom. */
export function sideways(): string[] {
  const look = globalThis.look!;
  /** Wider than any window by nature, and scrolled by keys. */
  const WIDE =
    '[role=grid], [role=grid] *, [role=region][tabindex="0"], [role=group][tabindex="0"], [role=toolbar], textarea';
  const faults: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    if (element.scrollWidth <= element.clientWidth + 1 || element.matches(WIDE)) continue;
    const isPage = element === document.documentElement || element === document.body;
    if (!isPage && !/auto|scroll/.test(getComputedStyle(element).overflowX)) continue;
    if (!element.checkVisibility() || element.clientWidth < 2) continue;
    const edge = element.getBoundingClientRect().left + element.clientLeft + element.clientWidth;
    const isHeld = (inside: Element): boolean => {
      for (let at = inside.parentElement; at !== null && at !== element; at = at.parentElement)
        if (getComputedStyle(at).overflowX !== 'visible') return true;
      return false;
    };
    const widest = [...element.querySelectorAll('*')].findLast(
      (inside) =>
        inside.getBoundingClientRect().right > edge + 1 &&
        inside.textContent.trim() !== '' &&
        !isHeld(inside),
    );
    const because = widest
      ? `, by “${widest.textContent.trim().slice(0, 60)}” (${look.describe(widest)})`
      : '';
    faults.push(
      `scrolls to the side: ${look.describe(element)}, ${element.scrollWidth} in ${element.clientWidth}${because}`,
    );
  }
  return faults;
}
