import type { Attachment } from 'svelte/attachments';
import { depthAt, FrameSteps, HeldDepth, speedAt } from '#renderer/ui/edge-scroll.ts';
import { dayAt } from '#shared/domain/layout/time-scale.ts';
import { gripAt } from './drag.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

/** What the pointer asks of the rest of the timeline. */
export interface GestureTargets {
  timeline: Timeline;
  /** A bar was clicked, or the background with `null`. */
  onchoose: (id: string | null) => void;
  /** The bar under the resting pointer, or `null`. */
  onhover: (id: string | null) => void;
}

/** Pixels the pointer must go before a press becomes a drag. */
const THRESHOLD = 4;
const LINE_PIXELS = 16;
/** Pixels of wheel that double the zoom, and the most one notch counts for. */
const WHEEL_DOUBLES = 240;
const WHEEL_MOST = 120;

type Doing =
  | { what: 'nothing' }
  | { what: 'pressing'; pointer: number; id: string | null; x: number; y: number }
  | { what: 'panning'; x: number; y: number }
  | { what: 'dragging'; fromDay: number; x: number; y: number; edges: { x: HeldDepth; y: HeldDepth } }
  | { what: 'pinching'; apart: number; x: number };

/** Wheel, pointer and touch on the field of bars: pan, zoom, choose, drag and resize. */
export function gestures({ timeline, onchoose, onhover }: GestureTargets): Attachment<HTMLElement> {
  return (field) => {
    const { view, drag } = timeline;
    const touches = new Map<number, { x: number; y: number }>();
    /** Measured when the pointer comes, never while something moves. */
    let rect = { left: 0, top: 0 };
    let doing: Doing = { what: 'nothing' };
    const following = new FrameSteps(follow);

    const barUnder = (event: PointerEvent): string | null =>
      event.target instanceof Element
        ? (event.target.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? null)
        : null;
    const xOf = (event: { clientX: number }): number => event.clientX - rect.left;
    const measure = (): void => {
      rect = field.getBoundingClientRect();
    };

    function onwheel(event: WheelEvent): void {
      event.preventDefault();
      const unit = event.deltaMode === 1 ? LINE_PIXELS : event.deltaMode === 2 ? view.height : 1;
      const [x, y] = [event.deltaX * unit, event.deltaY * unit];
      if (event.ctrlKey || event.metaKey) {
        const delta = Math.max(-WHEEL_MOST, Math.min(WHEEL_MOST, y));
        view.zoomBy(2 ** (-delta / WHEEL_DOUBLES), xOf(event));
      } else if (event.shiftKey) view.panBy(x + y, 0);
      else view.panBy(x, y);
      // What is held stays under the pointer.
      if (doing.what === 'dragging') dragTo(doing.fromDay, doing.x);
    }

    function onpointerdown(event: PointerEvent): void {
      measure();
      touches.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const [first, second] = touches.values();
      if (first && second) {
        stop();
        doing = { what: 'pinching', apart: apart(first, second), x: middle(first, second) - rect.left };
        return;
      }
      const isPan = event.button === 1;
      if (event.button !== 0 && !isPan) return;
      onhover(null);
      const id = isPan ? null : barUnder(event);
      doing = { what: 'pressing', pointer: event.pointerId, id, x: event.clientX, y: event.clientY };
    }

    function onpointermove(event: PointerEvent): void {
      if (touches.has(event.pointerId)) touches.set(event.pointerId, { x: event.clientX, y: event.clientY });
      switch (doing.what) {
        case 'nothing':
          if (event.pointerType !== 'touch') hover(event);
          return;
        case 'pressing':
          if (Math.hypot(event.clientX - doing.x, event.clientY - doing.y) < THRESHOLD) return;
          field.setPointerCapture(doing.pointer);
          // On touch a bar is panned over like the background: a finger cannot hover to see what it takes.
          if (doing.id !== null && event.pointerType !== 'touch') take(doing.id, doing.x, doing.y);
          else doing = { what: 'panning', x: doing.x, y: doing.y };
          onpointermove(event);
          return;
        case 'panning':
          view.panBy(doing.x - event.clientX, doing.y - event.clientY);
          doing = { what: 'panning', x: event.clientX, y: event.clientY };
          return;
        case 'dragging':
          doing = { ...doing, x: xOf(event), y: event.clientY - rect.top };
          dragTo(doing.fromDay, doing.x);
          following.start();
          return;
        case 'pinching': {
          const [first, second] = touches.values();
          if (!first || !second) return;
          const now = { apart: apart(first, second), x: middle(first, second) - rect.left };
          view.panBy(doing.x - now.x, 0);
          view.zoomBy(now.apart / Math.max(1, doing.apart), now.x);
          doing = { what: 'pinching', ...now };
        }
      }
    }

    function onpointerup(event: PointerEvent): void {
      touches.delete(event.pointerId);
      const was = doing;
      doing = { what: 'nothing' };
      if (was.what === 'pressing') onchoose(was.id);
      else if (was.what === 'dragging') void timeline.drop();
    }

    function oncancel(event: PointerEvent): void {
      touches.delete(event.pointerId);
      stop();
    }

    function onkeydown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || doing.what !== 'dragging') return;
      event.stopPropagation();
      stop();
    }

    function hover(event: PointerEvent): void {
      const id = barUnder(event);
      onhover(id);
      const bar = id === null ? undefined : timeline.layout?.barOf.get(id);
      const grip =
        bar === undefined || !timeline.layout ? null : gripAt(timeline.layout, view.scale, bar, xOf(event));
      field.style.cursor = grip === 'resize' ? 'ew-resize' : grip === 'move' ? 'pointer' : '';
    }

    function take(id: string, clientX: number, clientY: number): void {
      const bar = timeline.layout?.barOf.get(id);
      if (bar === undefined || !timeline.layout) return;
      const x = clientX - rect.left;
      timeline.focus(id, { reveal: false });
      drag.take(bar, gripAt(timeline.layout, view.scale, bar, x));
      const y = clientY - rect.top;
      const edges = {
        x: new HeldDepth(depthAt(x, 0, view.width)),
        y: new HeldDepth(depthAt(y, 0, view.height)),
      };
      doing = { what: 'dragging', fromDay: dayAt(view.scale, x), x, y, edges };
    }

    function dragTo(fromDay: number, x: number): void {
      const day = dayAt(view.scale, x);
      drag.shift(Math.round(day - fromDay), Math.floor(day));
    }

    /** Pans while a bar is held at an edge, until the view is at its end. */
    function follow(seconds: number): boolean {
      if (doing.what !== 'dragging') return false;
      const { fromDay, x, y, edges } = doing;
      const { start } = view.scale;
      const { top } = view;
      view.panBy(
        speedAt(edges.x.of(depthAt(x, 0, view.width))) * seconds,
        speedAt(edges.y.of(depthAt(y, 0, view.height))) * seconds,
      );
      if (view.scale.start === start && view.top === top) return false;
      dragTo(fromDay, x);
      return true;
    }

    function stop(): void {
      doing = { what: 'nothing' };
      drag.cancel();
    }

    const leave = (): void => onhover(null);
    field.addEventListener('wheel', onwheel, { passive: false });
    field.addEventListener('pointerenter', measure);
    field.addEventListener('pointerdown', onpointerdown);
    field.addEventListener('pointermove', onpointermove);
    field.addEventListener('pointerup', onpointerup);
    field.addEventListener('pointercancel', oncancel);
    field.addEventListener('pointerleave', leave);
    // Before the bars' own keys, and wherever the focus is.
    window.addEventListener('keydown', onkeydown, { capture: true });
    return () => {
      following.stop();
      field.removeEventListener('wheel', onwheel);
      field.removeEventListener('pointerenter', measure);
      field.removeEventListener('pointerdown', onpointerdown);
      field.removeEventListener('pointermove', onpointermove);
      field.removeEventListener('pointerup', onpointerup);
      field.removeEventListener('pointercancel', oncancel);
      field.removeEventListener('pointerleave', leave);
      window.removeEventListener('keydown', onkeydown, { capture: true });
    };
  };
}

interface Spot {
  x: number;
  y: number;
}

function apart(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(a: Spot, b: Spot): number {
  return (a.x + b.x) / 2;
}
