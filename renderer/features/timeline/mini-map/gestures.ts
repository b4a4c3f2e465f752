import type { Attachment } from 'svelte/attachments';
import { keepMenuAway } from '#renderer/ui/long-press.ts';
import type { FrameEdge, MiniMap } from './mini-map.svelte.ts';

interface Grip {
  readonly pointer: number;
  readonly edge: FrameEdge | null;
  readonly place: MiniMap['place'];
  readonly x: number;
  readonly y: number;
}

/** The pointer on the strip: it drags the frame, resizes it at its edges, and takes it to where it presses beside it. */
export function gestures(map: MiniMap): Attachment<HTMLElement> {
  return (strip) => {
    let grip: Grip | null = null;

    function onpointerdown(event: PointerEvent): void {
      if (event.button !== 0 || grip !== null) return;
      event.preventDefault();
      const target = event.target instanceof Element ? event.target : null;
      const edge = target?.closest<HTMLElement>('[data-edge]')?.dataset['edge'];
      if (edge === undefined && target?.closest('[role="slider"]') == null) {
        const { left, top } = strip.getBoundingClientRect();
        map.centerOn(event.clientX - left, event.clientY - top);
      }
      const { clientX: x, clientY: y, pointerId: pointer } = event;
      grip = { pointer, edge: edge === 'start' || edge === 'end' ? edge : null, place: map.place, x, y };
      strip.setPointerCapture(pointer);
      strip.querySelector<HTMLElement>('[role="slider"]')?.focus({ preventScroll: true });
    }

    function onpointermove(event: PointerEvent): void {
      if (grip?.pointer !== event.pointerId) return;
      const { edge, place } = grip;
      const x = event.clientX - grip.x;
      if (edge === null) map.moveFrom(place, x, event.clientY - grip.y);
      else map.resizeFrom(place, edge, x);
    }

    function onpointerup(event: PointerEvent): void {
      if (grip?.pointer === event.pointerId) grip = null;
    }

    const listening = new AbortController();
    const { signal } = listening;
    strip.addEventListener('pointerdown', onpointerdown, { signal });
    strip.addEventListener('pointermove', onpointermove, { signal });
    strip.addEventListener('pointerup', onpointerup, { signal });
    strip.addEventListener('pointercancel', onpointerup, { signal });
    strip.addEventListener('contextmenu', keepMenuAway, { signal });
    return () => listening.abort();
  };
}
