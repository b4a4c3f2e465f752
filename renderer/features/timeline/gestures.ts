import type { Attachment } from 'svelte/attachments';
import { FrameSteps, HeldAtEdges, type Area } from '#renderer/ui/edge-scroll.ts';
import { isPull, keepMenuAway, LongPress } from '#renderer/ui/long-press.ts';
import { dayAt } from '#shared/domain/layout/time-scale.ts';
import { gripAt } from './drag.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';
import { barNear, barUnder, knobUnder } from './under-pointer.ts';

/** What the pointer asks of the rest of the timeline. */
export interface GestureTargets {
  timeline: Timeline;
  /** A bar was clicked, or the background with `null`. */
  onchoose: (id: string | null) => void;
  /** The bar under the resting pointer, or `null`. */
  onhover: (id: string | null) => void;
  /** A press by this kind of pointer. */
  onpress: (by: 'touch' | 'mouse') => void;
}

const LINE_PIXELS = 16;
/** Pixels of wheel that double the zoom, and the most one notch counts for. */
const WHEEL_DOUBLES = 240;
const WHEEL_MOST = 120;

interface Spot {
  x: number;
  y: number;
}

/** A press on a bar, on the knob at the end of one, or (`id` is null) on neither; the spot is in pixels of the window. */
interface Press extends Spot {
  what: 'pressing';
  pointer: number;
  id: string | null;
  knob: boolean;
  /** What a pull does at once. A finger pans, and takes a bar by a long press: it cannot hover to see what it would take. */
  pulls: 'bar' | 'view';
}

/** A bar is held, at a spot in pixels of the field. */
interface Hold extends Spot {
  what: 'dragging';
  pointer: number;
  id: string;
  fromDay: number;
  edges: HeldAtEdges;
  /** True until the finger that has taken it by a long press moves on. */
  still: boolean;
}

type Doing =
  | { what: 'nothing' }
  | Press
  | ({ what: 'panning'; pointer: number } & Spot)
  | Hold
  | { what: 'pinching'; apart: number; middle: Spot };

/** Wheel, pointer and touch on the field of bars: pan, zoom, choose, drag and resize. */
export function gestures({ timeline, onchoose, onhover, onpress }: GestureTargets): Attachment<HTMLElement> {
  return (field) => {
    const { view, drag } = timeline;
    const touches = new Map<number, Spot>();
    /** Measured when the pointer comes, never while something moves. */
    let rect = { left: 0, top: 0 };
    let doing: Doing = { what: 'nothing' };
    const following = new FrameSteps(follow);
    const longPress = new LongPress(lift);

    const area = (): Area => ({ left: 0, top: 0, right: view.width, bottom: view.height });
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
      const isFinger = event.pointerType === 'touch';
      measure();
      onpress(isFinger ? 'touch' : 'mouse');
      if (isFinger) {
        touches.set(event.pointerId, { x: event.clientX, y: event.clientY });
        if (touches.size > 1) {
          stop();
          for (const pointer of touches.keys()) field.setPointerCapture(pointer);
          goOn();
          return;
        }
      }
      // Whatever one pointer does, another kind of it does not disturb.
      if ('pointer' in doing && doing.pointer !== event.pointerId) return;
      const isPan = event.button === 1;
      if (event.button !== 0 && !isPan) return;
      onhover(null);
      const { clientX: x, clientY: y, pointerId: pointer } = event;
      const ofKnob = knobUnder(event.target);
      const id = isPan
        ? null
        : (ofKnob ?? barUnder(event.target) ?? (isFinger ? barNear(field, x, y) : null));
      const knob = ofKnob !== null && ofKnob === id;
      doing = { what: 'pressing', pointer, id, knob, pulls: isFinger && !knob ? 'view' : 'bar', x, y };
      if (isFinger && id !== null) longPress.start();
    }

    function onpointermove(event: PointerEvent): void {
      const { pointerId: pointer, clientX, clientY } = event;
      if (touches.has(pointer)) touches.set(pointer, { x: clientX, y: clientY });
      if ('pointer' in doing && doing.pointer !== pointer) return;
      switch (doing.what) {
        case 'nothing':
          if (event.pointerType !== 'touch') hover(event);
          return;
        case 'pressing':
          if (!isPull(doing, event)) return;
          longPress.stop();
          field.setPointerCapture(pointer);
          if (doing.id !== null && doing.pulls === 'bar') take(doing, doing.id);
          else doing = { what: 'panning', pointer, x: doing.x, y: doing.y };
          onpointermove(event);
          return;
        case 'panning':
          view.panBy(doing.x - clientX, doing.y - clientY);
          doing = { ...doing, x: clientX, y: clientY };
          return;
        case 'dragging':
          if (doing.still && !isPull({ x: doing.x + rect.left, y: doing.y + rect.top }, event)) return;
          doing = { ...doing, still: false, x: xOf(event), y: clientY - rect.top };
          dragTo(doing.fromDay, doing.x);
          following.start();
          return;
        case 'pinching': {
          const [first, second] = touches.values();
          if (!first || !second) return;
          const now = { apart: apart(first, second), middle: middle(first, second) };
          view.panBy(doing.middle.x - now.middle.x, doing.middle.y - now.middle.y);
          view.zoomBy(now.apart / Math.max(1, doing.apart), now.middle.x - rect.left);
          doing = { what: 'pinching', ...now };
        }
      }
    }

    function onpointerup(event: PointerEvent): void {
      touches.delete(event.pointerId);
      const was = doing;
      if (was.what === 'pinching') return goOn();
      if (was.what === 'nothing' || was.pointer !== event.pointerId) return;
      longPress.stop();
      doing = { what: 'nothing' };
      if (was.what === 'pressing') onchoose(was.id);
      else if (was.what === 'dragging' && !was.still) void timeline.drop();
      else if (was.what === 'dragging') {
        drag.cancel();
        onchoose(was.id);
      }
    }

    function oncancel(event: PointerEvent): void {
      touches.delete(event.pointerId);
      stop();
    }

    /** The fingers that are down pan or zoom, from where they are. */
    function goOn(): void {
      const [first, second] = touches;
      if (first && second)
        doing = { what: 'pinching', apart: apart(first[1], second[1]), middle: middle(first[1], second[1]) };
      else doing = first ? { what: 'panning', pointer: first[0], ...first[1] } : { what: 'nothing' };
    }

    function onkeydown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || doing.what !== 'dragging') return;
      event.stopPropagation();
      stop();
    }

    function hover(event: PointerEvent): void {
      const id = barUnder(event.target);
      onhover(id);
      const bar = id === null ? undefined : timeline.layout?.barOf.get(id);
      const grip =
        bar === undefined || !timeline.layout ? null : gripAt(timeline.layout, view.scale, bar, xOf(event));
      field.style.cursor = grip === 'resize' ? 'ew-resize' : grip === 'move' ? 'pointer' : '';
    }

    /** Takes the bar that a finger has pressed for long. */
    function lift(): void {
      if (doing.what !== 'pressing' || doing.id === null) return;
      field.setPointerCapture(doing.pointer);
      take(doing, doing.id);
    }

    function take(press: Press, id: string): void {
      doing = { what: 'nothing' };
      const bar = timeline.layout?.barOf.get(id);
      if (bar === undefined || !timeline.layout) return;
      const { pointer, knob, pulls } = press;
      const [x, y] = [press.x - rect.left, press.y - rect.top];
      const still = pulls === 'view';
      timeline.focus(id, { reveal: false });
      const kind = knob ? 'resize' : still ? 'move' : gripAt(timeline.layout, view.scale, bar, x);
      drag.take(bar, kind, { byFinger: still || knob });
      const edges = new HeldAtEdges(area(), x, y);
      doing = { what: 'dragging', pointer, id, fromDay: dayAt(view.scale, x), x, y, edges, still };
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
      const speed = edges.speed(area(), x, y);
      view.panBy(speed.x * seconds, speed.y * seconds);
      if (view.scale.start === start && view.top === top) return false;
      dragTo(fromDay, x);
      return true;
    }

    function stop(): void {
      longPress.stop();
      doing = { what: 'nothing' };
      drag.cancel();
    }

    const leave = (): void => onhover(null);
    const listening = new AbortController();
    const { signal } = listening;
    field.addEventListener('wheel', onwheel, { passive: false, signal });
    field.addEventListener('pointerenter', measure, { signal });
    field.addEventListener('pointerdown', onpointerdown, { signal });
    field.addEventListener('pointermove', onpointermove, { signal });
    field.addEventListener('pointerup', onpointerup, { signal });
    field.addEventListener('pointercancel', oncancel, { signal });
    field.addEventListener('pointerleave', leave, { signal });
    field.addEventListener('contextmenu', keepMenuAway, { signal });
    // Before the bars' own keys, and wherever the focus is.
    window.addEventListener('keydown', onkeydown, { capture: true, signal });
    return () => {
      listening.abort();
      following.stop();
      longPress.stop();
    };
  };
}

function apart(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(a: Spot, b: Spot): Spot {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
