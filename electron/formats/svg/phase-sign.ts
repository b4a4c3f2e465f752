import type { Phase } from '#shared/domain/plan/items.ts';
import { PHASE_COLORS } from './colors.ts';
import { element } from './element.ts';

/** Pixels of the sign's side. */
export const SIGN = 12;

/** The sign of a phase beside its name: plain, striped, dotted or framed, so that it is not told by color alone. */
export function phaseSign(phase: Phase, x: number, y: number): string {
  const { tone } = PHASE_COLORS[phase];
  const group = { transform: `translate(${x} ${y})`, fill: 'none', stroke: tone, 'stroke-width': 1.5 };
  const frame = element('rect', { x: 0.75, y: 0.75, width: 10.5, height: 10.5, rx: 2 });
  const block = (inset: number, rx: number): string =>
    element('rect', {
      x: inset,
      y: inset,
      width: SIGN - 2 * inset,
      height: SIGN - 2 * inset,
      rx,
      fill: tone,
      stroke: 'none',
    });
  switch (phase) {
    case 'undergraduate':
      return element('g', group, block(0.5, 2));
    case 'graduate':
      return element('g', group, frame, element('path', { d: 'M2 6.5L6.5 2M2.5 10L10 2.5M5.5 10L10 5.5' }));
    case 'experience':
      return element(
        'g',
        group,
        frame,
        ...[4, 8].flatMap((cx) =>
          [4, 8].map((cy) => element('circle', { cx, cy, r: 1, fill: tone, stroke: 'none' })),
        ),
      );
    case 'licensure':
      return element('g', group, frame, block(3.5, 0.5));
  }
}
