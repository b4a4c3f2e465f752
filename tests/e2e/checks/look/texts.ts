/** A stretch of a page, in CSS pixels of the window. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What an ancestor does with what reaches over its edge. `named` has an ellipsis there. */
export type Edge = 'shows' | 'scrolls' | 'cuts' | 'shortens';

/** An ancestor that what is in it may not reach over. */
export interface Frame {
  element: Element;
  box: Box;
  /** The box without its padding: where what is scrolled to its end stands. */
  inner: Box;
  across: Edge;
  down: Edge;
}

/** A text node, line by line. */
export interface Text {
  text: string;
  owner: Element;
  /** What is over everything else together: a dialog, a menu, a tip, or the page. */
  layer: Element;
  /** From the nearest ancestor outwards. */
  frames: Frame[];
  /** Of each line the letters, and of those what no ancestor hides. */
  lines: { ink: Box; seen: Box | null }[];
}

/** What the checks of a page's looks ask it. */
export interface Look {
  texts(): Text[];
  /** True when nothing that covers lies over an element at a point. */
  isOnTop(element: Element, x: number, y: number): boolean;
  describe(element: Element): string;
}

declare global {
  var look: Look | undefined;
}

/** Gives the page `look`. It runs in the page, so everything it needs is inside of it. */
export function installLook(): void {
  if (globalThis.look) return;
  const LAYERS =
    '[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=tooltip], [data-notices], .popup, .tip';

  // The content policy lets no style element in.
  const reachable = new CSSStyleSheet();
  reachable.replaceSync('* { pointer-events: auto !important; }');

  const boxOf = ({ left, top, right, bottom }: Box): Box => ({ left, top, right, bottom });
  const cut = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });

  /** A scrollbar of ours says what it scrolls. */
  const isScrolledByBar = (element: Element, orientation: string): boolean =>
    element.id !== '' &&
    document.querySelector(
      `[role=scrollbar][aria-orientation=${orientation}][aria-controls~="${CSS.escape(element.id)}"]`,
    ) !== null;

  function edge(overflow: string, isScrollable: boolean, shortens: boolean, byBar: boolean): Edge {
    if (byBar) return 'scrolls';
    if (overflow === 'auto' || overflow === 'scroll') return isScrollable ? 'scrolls' : 'shows';
    if (overflow === 'visible') return 'shows';
    return shortens ? 'shortens' : 'cuts';
  }

  function frameOf(element: Element, style: CSSStyleDeclaration): Frame | null {
    if (style.display === 'inline' || style.display === 'contents') return null;
    if (style.overflowX === 'visible' && style.overflowY === 'visible') return null;
    const rect = element.getBoundingClientRect();
    const left = rect.left + element.clientLeft;
    const top = rect.top + element.clientTop;
    const box = { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight };
    const px = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
    return {
      element,
      box,
      inner: {
        left: left + px('padding-left'),
        top: top + px('padding-top'),
        right: box.right - px('padding-right'),
        bottom: box.bottom - px('padding-bottom'),
      },
      across: edge(
        style.overflowX,
        element.scrollWidth > element.clientWidth,
        style.textOverflow === 'ellipsis',
        isScrolledByBar(element, 'horizontal'),
      ),
      down: edge(
        style.overflowY,
        element.scrollHeight > element.clientHeight,
        style.webkitLineClamp !== 'none',
        isScrolledByBar(element, 'vertical'),
      ),
    };
  }

  const holdsFixed = (style: CSSStyleDeclaration): boolean =>
    style.transform !== 'none' ||
    style.translate !== 'none' ||
    style.filter !== 'none' ||
    /transform|filter/.test(style.willChange) ||
    /layout|paint|strict|content/.test(style.contain);

  /** The ancestors that hold an element: what is placed by itself is not held by those it is not placed in. */
  function framesOf(element: Element, known: Map<Element, CSSStyleDeclaration>): Frame[] {
    const frames: Frame[] = [];
    const styleOf = (at: Element) => {
      const style = known.get(at) ?? getComputedStyle(at);
      known.set(at, style);
      return style;
    };
    let position = 'static';
    for (
      let at: Element | null = element;
      at !== null && at !== document.documentElement;
      at = at.parentElement
    ) {
      const style = styleOf(at);
      if (position === 'fixed' && !holdsFixed(style)) continue;
      if (position === 'absolute' && style.position === 'static' && !holdsFixed(style)) continue;
      const frame = frameOf(at, style);
      if (frame) frames.push(frame);
      position = style.position;
    }
    const { clientWidth: right, clientHeight: bottom } = document.documentElement;
    const box = { left: 0, top: 0, right, bottom };
    const page = position === 'fixed' ? 'cuts' : 'scrolls';
    frames.push({ element: document.documentElement, box, inner: box, across: page, down: page });
    return frames;
  }

  const TO_BE_HEARD = 2;
  const isOnlyHeard = ({ box, across }: Frame): boolean =>
    across === 'cuts' && (box.right - box.left < TO_BE_HEARD || box.bottom - box.top < TO_BE_HEARD);

  function texts(): Text[] {
    const found: Text[] = [];
    const known = new Map<Element, CSSStyleDeclaration>();
    const held = new Map<Element, Frame[]>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.nodeValue ?? '').trim();
      const owner = node.parentElement;
      if (text === '' || owner === null || owner.closest('script, style, noscript, title') !== null) continue;
      if (!owner.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const frames = held.get(owner) ?? framesOf(owner, known);
      held.set(owner, frames);
      if (frames.some(isOnlyHeard)) continue;
      const size = Number.parseFloat((known.get(owner) ?? getComputedStyle(owner)).fontSize);
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()]
        .filter(({ width }) => width > 1)
        .map((rect) => {
          // From the line the letters stand on to the height of the capitals, whatever the font reserves around them.
          const middle = (rect.top + rect.bottom) / 2;
          const ink = { ...boxOf(rect), top: middle - 0.37 * size, bottom: middle + 0.4 * size };
          const seen = frames.reduce((box, frame) => (isCutting(frame) ? cutBy(box, frame) : box), ink);
          const isSeen = seen.right - seen.left > 1 && seen.bottom - seen.top > 1;
          return { ink, seen: isSeen ? seen : null };
        });
      if (lines.length === 0) continue;
      // A link to skip something is out of the window until it has the focus.
      if (owner.matches('a[href^="#"]') && lines.every(({ seen }) => seen === null)) continue;
      const layer = owner.closest(LAYERS) ?? document.body;
      found.push({ text: text.replace(/\s+/g, ' '), owner, layer, frames, lines });
    }
    return found;
  }

  const isCutting = ({ element }: Frame): boolean => {
    const { overflowX, overflowY } = getComputedStyle(element);
    return element === document.documentElement || overflowX !== 'visible' || overflowY !== 'visible';
  };
  function cutBy(box: Box, frame: Frame): Box {
    const inside = cut(box, frame.box);
    const { overflowX, overflowY } = getComputedStyle(frame.element);
    const isPage = frame.element === document.documentElement;
    return {
      left: isPage || overflowX !== 'visible' ? inside.left : box.left,
      right: isPage || overflowX !== 'visible' ? inside.right : box.right,
      top: isPage || overflowY !== 'visible' ? inside.top : box.top,
      bottom: isPage || overflowY !== 'visible' ? inside.bottom : box.bottom,
    };
  }

  function covers(element: Element): boolean {
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    const alpha = /(?:^rgba\(.*,|\/)\s*([\d.]+)\)$/.exec(backgroundColor)?.[1];
    return backgroundImage !== 'none' || Number(alpha ?? 1) > 0.5;
  }

  function isOnTop(element: Element, x: number, y: number): boolean {
    document.adoptedStyleSheets.push(reachable);
    const stack = document.elementsFromPoint(x, y);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== reachable);
    for (const at of stack) {
      if (at.contains(element) || element.contains(at)) return true;
      if (covers(at)) return false;
    }
    return false;
  }

  function describe(element: Element): string {
    const id = element.getAttribute('role') ?? element.id;
    const names = [...element.classList].filter(
      (name) => !name.startsWith('s-') && !name.startsWith('svelte-'),
    );
    return element.tagName.toLowerCase() + (id ? `[${id}]` : '') + names.map((name) => `.${name}`).join('');
  }

  globalThis.look = { texts, isOnTop, describe };
}
