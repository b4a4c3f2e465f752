import type { Attachment } from 'svelte/attachments';
import type { Course } from '#shared/domain/plan/items.ts';
import { moveTo, WAITING } from './act.ts';
import type { TermsBoard } from './board.svelte.ts';

/** Pixels a pressed pointer moves before it drags. */
const THRESHOLD = 4;
/** Pixels from an edge at which a held card scrolls, and how far it does in each frame. */
const EDGE = 56;
const EDGE_STEP = 14;
const HOVER_MS = 120;

type Doing =
  | { readonly what: 'nothing' }
  | {
      readonly what: 'pressing';
      readonly id: string;
      readonly x: number;
      readonly y: number;
      readonly pointer: number;
    }
  | { readonly what: 'dragging'; readonly x: number; readonly y: number };

/** The id of the card or head an event is on; `null` on anything else. */
export function cellOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
}

/**
 * Drags cards by the pointer, over columns and to edges that scroll, and notes the card it is over. A finger scrolls as
 * everywhere; it moves a course by its menu.
 */
export function gestures(board: TermsBoard): Attachment<HTMLElement> {
  return (element) => {
    const { drag } = board;
    let doing: Doing = { what: 'nothing' };
    let frame = 0;
    let hovering: ReturnType<typeof setTimeout> | undefined;

    function onpointerdown(event: PointerEvent): void {
      const cell = cellOf(event.target);
      const isButton = event.target instanceof Element && event.target.closest('button') !== null;
      const id = cell?.dataset['cell'];
      if (event.button !== 0 || event.pointerType === 'touch' || isButton || id === undefined) return;
      if (board.courseAt(id) === null) return;
      doing = { what: 'pressing', id, x: event.clientX, y: event.clientY, pointer: event.pointerId };
    }

    function onpointermove(event: PointerEvent): void {
      const { clientX: x, clientY: y } = event;
      if (doing.what === 'pressing') {
        if (Math.hypot(x - doing.x, y - doing.y) < THRESHOLD) return;
        element.setPointerCapture(doing.pointer);
        take(doing.id, x, y);
      }
      if (doing.what !== 'dragging') return;
      doing = { what: 'dragging', x, y };
      drag.moveTo(x, y, columnAt(x, y));
      if (frame === 0) frame = requestAnimationFrame(follow);
    }

    function take(id: string, x: number, y: number): void {
      if (board.fill !== null) {
        board.said = WAITING;
        doing = { what: 'nothing' };
        return;
      }
      const courses: Course[] = board.actedOn(id);
      board.activate(id);
      hover(null);
      drag.take(courses, x, y);
      doing = { what: 'dragging', x, y };
    }

    function onpointerup(): void {
      const was = doing;
      doing = { what: 'nothing' };
      if (was.what !== 'dragging') return;
      const held = drag.drop();
      if (held !== null && held.termId !== undefined) void moveTo(board, held.courses, held.termId);
    }

    function stop(): void {
      doing = { what: 'nothing' };
      drag.cancel();
    }

    function onkeydown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || doing.what !== 'dragging') return;
      event.stopPropagation();
      stop();
    }

    /** Scrolls what is under the pointer while a card is held at one of its edges. */
    function follow(): void {
      frame = 0;
      if (doing.what !== 'dragging') return;
      const { x, y } = doing;
      // In a narrow window the grid itself scrolls.
      const areas = [element, ...element.querySelectorAll<HTMLElement>('[data-scrolls]')];
      const moved = areas.map((area) => scrollAt(area, x, y)).some(Boolean);
      if (!moved) return;
      drag.moveTo(x, y, columnAt(x, y));
      frame = requestAnimationFrame(follow);
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
    element.addEventListener('pointerdown', onpointerdown);
    element.addEventListener('pointermove', onpointermove);
    element.addEventListener('pointerup', onpointerup);
    element.addEventListener('pointercancel', stop);
    element.addEventListener('pointerover', onpointerover);
    element.addEventListener('pointerleave', leave);
    window.addEventListener('keydown', onkeydown, { capture: true });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(hovering);
      drag.cancel();
      element.removeEventListener('pointerdown', onpointerdown);
      element.removeEventListener('pointermove', onpointermove);
      element.removeEventListener('pointerup', onpointerup);
      element.removeEventListener('pointercancel', stop);
      element.removeEventListener('pointerover', onpointerover);
      element.removeEventListener('pointerleave', leave);
      window.removeEventListener('keydown', onkeydown, { capture: true });
    };
  };
}

/** The column at a point of the window: the id of its term, `null` for courses without one, `undefined` for none. */
function columnAt(x: number, y: number): string | null | undefined {
  const column = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-column]');
  return column ? column.dataset['column'] || null : undefined;
}

/** Scrolls an area one step when the point is inside it and near an edge; true when it has moved. */
function scrollAt(area: HTMLElement, x: number, y: number): boolean {
  const { left, right, top, bottom } = area.getBoundingClientRect();
  if (y < top || y > bottom || x < left || x > right) return false;
  const { scrollLeft, scrollTop } = area;
  area.scrollBy({ left: stepAt(x, left, right), top: stepAt(y, top, bottom), behavior: 'instant' });
  return area.scrollLeft !== scrollLeft || area.scrollTop !== scrollTop;
}

function stepAt(at: number, from: number, to: number): number {
  if (at > to - EDGE) return EDGE_STEP;
  return at < from + EDGE ? -EDGE_STEP : 0;
}
