import type { Attachment } from 'svelte/attachments';
import { FrameSteps } from '#renderer/ui/edge-scroll.ts';
import { isPull, LongPress } from '#renderer/ui/long-press.ts';
import { ScrolledElement } from '#renderer/ui/scrolled-element.ts';
import { moveTo, WAITING } from './act.ts';
import type { TermsBoard } from './board.svelte.ts';

const HOVER_MS = 120;

interface Press {
  readonly what: 'pressing';
  readonly pointer: number;
  /** A finger scrolls, and takes a card by a long press. */
  readonly isFinger: boolean;
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

interface Hold {
  readonly what: 'dragging';
  readonly pointer: number;
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly areas: readonly ScrolledElement[];
  /** True until the finger that has taken the card by a long press moves on. */
  readonly still: boolean;
}

type Doing = { readonly what: 'nothing' } | Press | Hold;

/** The id of the card or head an event is on; `null` on anything else. */
export function cellOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
}

/**
 * Drags cards by the pointer, over columns and to edges that scroll, and notes the card it is over. A finger scrolls as
 * everywhere and takes a card by a long press; let go where it was, the card asks for its menu.
 */
export function gestures(board: TermsBoard, onmenu: (id: string) => void): Attachment<HTMLElement> {
  return (element) => {
    const { drag } = board;
    let doing: Doing = { what: 'nothing' };
    let hovering: ReturnType<typeof setTimeout> | undefined;
    const following = new FrameSteps(follow);
    const longPress = new LongPress(() => {
      if (doing.what === 'pressing') take(doing);
    });

    function onpointerdown(event: PointerEvent): void {
      const { clientX: x, clientY: y, pointerId: pointer } = event;
      if (doing.what !== 'nothing' && doing.pointer !== pointer) return stop();
      const cell = cellOf(event.target);
      const isButton = event.target instanceof Element && event.target.closest('button') !== null;
      const id = cell?.dataset['cell'];
      if (event.button !== 0 || isButton || id === undefined) return;
      if (board.courseAt(id) === null) return;
      const isFinger = event.pointerType === 'touch';
      doing = { what: 'pressing', pointer, isFinger, id, x, y };
      if (isFinger) longPress.start();
    }

    function onpointermove(event: PointerEvent): void {
      if (doing.what === 'nothing' || doing.pointer !== event.pointerId) return;
      const { clientX: x, clientY: y } = event;
      if (doing.what === 'pressing') {
        if (!isPull(doing, event)) return;
        if (doing.isFinger) return stop();
        take(doing);
      }
      if (doing.what !== 'dragging' || (doing.still && !isPull(doing, event))) return;
      doing = { ...doing, x, y, still: false };
      drag.moveTo(x, y, columnAt(x, y));
      following.start();
    }

    function take({ pointer, isFinger, id, x, y }: Press): void {
      doing = { what: 'nothing' };
      if (board.fill !== null) {
        board.said = WAITING;
        return;
      }
      element.setPointerCapture(pointer);
      const courses = board.actedOn(id);
      board.activate(id);
      hover(null);
      drag.take(courses, x, y, { byFinger: isFinger });
      // In a narrow window the grid itself scrolls.
      const areas = [element, ...element.querySelectorAll<HTMLElement>('[data-scrolls]')].map(
        (area) => new ScrolledElement(area, x, y),
      );
      doing = { what: 'dragging', pointer, id, x, y, areas, still: isFinger };
    }

    function onpointerup(event: PointerEvent): void {
      if (doing.what === 'nothing' || doing.pointer !== event.pointerId) return;
      const was = doing;
      longPress.stop();
      doing = { what: 'nothing' };
      if (was.what !== 'dragging') return;
      const held = drag.drop();
      if (was.still) onmenu(was.id);
      else if (held !== null && held.termId !== undefined) void moveTo(board, held.courses, held.termId);
    }

    function stop(): void {
      longPress.stop();
      doing = { what: 'nothing' };
      drag.cancel();
    }

    function onkeydown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || doing.what !== 'dragging') return;
      event.stopPropagation();
      stop();
    }

    /** While a finger or pen holds a card, what is below does not scroll along with it. */
    function ontouchmove(event: TouchEvent): void {
      if (doing.what === 'dragging' || (doing.what === 'pressing' && !doing.isFinger)) event.preventDefault();
    }

    /** Scrolls what is under the pointer while a card is held at one of its edges. */
    function follow(seconds: number): boolean {
      if (doing.what !== 'dragging') return false;
      const { x, y, areas } = doing;
      const moved = areas.map((area) => area.step(x, y, seconds)).some(Boolean);
      if (moved) drag.moveTo(x, y, columnAt(x, y));
      return moved;
    }

    function onpointerover(event: PointerEvent): void {
      if (event.pointerType === 'touch' || doing.what === 'dragging') return;
      hover(cellOf(event.target)?.dataset['cell'] ?? null);
    }

    function hover(id: string | null): void {
      clearTimeout(hovering);
      if (id === board.hoveredId) return;
      hovering = setTimeout(() => (board.hoveredId = id), HOVER_MS);
    }

    const leave = (): void => hover(null);
    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener('pointerdown', onpointerdown, { signal });
    element.addEventListener('pointermove', onpointermove, { signal });
    element.addEventListener('pointerup', onpointerup, { signal });
    element.addEventListener('pointercancel', stop, { signal });
    element.addEventListener('pointerover', onpointerover, { signal });
    element.addEventListener('pointerleave', leave, { signal });
    element.addEventListener('touchmove', ontouchmove, { passive: false, signal });
    window.addEventListener('keydown', onkeydown, { capture: true, signal });
    return () => {
      listening.abort();
      following.stop();
      longPress.stop();
      clearTimeout(hovering);
      drag.cancel();
    };
  };
}

/** The column at a point of the window: the id of its term, `null` for courses without one, `undefined` for none. */
function columnAt(x: number, y: number): string | null | undefined {
  const column = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-column]');
  return column ? column.dataset['column'] || null : undefined;
}
