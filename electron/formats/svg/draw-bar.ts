import type { BarState } from '#shared/domain/layout/bar-state.ts';
import { SLIM_BAR } from '#shared/domain/layout/labels.ts';
import { stripe } from '#shared/domain/layout/stripe.ts';
import type { ItemKind, Phase } from '#shared/domain/plan/items.ts';
import { COLORS, tint, type Tone } from './colors.ts';
import { element, numberText } from './element.ts';

/** What a bar, or the mark of a milestone or credential, looks like; pixels. */
export interface BarLook {
  readonly kind: ItemKind;
  readonly tone: Tone;
  /** The phase whose pattern runs along the left edge; `null` for none. */
  readonly pattern: Phase | null;
  readonly state: BarState;
  readonly isCritical: boolean;
  readonly isPinned: boolean;
  /** A wait for somebody's answer: dashed, because nothing can be done meanwhile. */
  readonly isWait: boolean;
  /** True when there is room for the check mark of what is done. */
  readonly isChecked: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Goes on beyond the days that are shown. */
  readonly openLeft: boolean;
  readonly openRight: boolean;
}

const RADIUS: Record<ItemKind, number> = {
  program: 2,
  term: 5,
  course: 3,
  experience: 0,
  step: 10,
  credential: 0,
  milestone: 0,
};
/** Pixels of the solid edge that stands for the pattern of a phase in a narrow bar. */
const SLIM_EDGE = 3;

/** Draws a bar or mark, without its name. */
export function drawBar(look: BarLook): string {
  if (look.kind === 'milestone') return diamond(look);
  if (look.kind === 'credential') return seal(look);
  const { kind, tone, state, x, y, width, height } = look;
  const stroke = strokeOf(look);
  const parts = [
    element('path', { d: outline(look, 0, 'L'), fill: fillOf(look) }),
    kind === 'experience'
      ? element('rect', { x, y: y + height - 4, width, height: 4, fill: tint(tone.tone, 0.55) })
      : '',
    patternOf(look),
    look.isPinned && !look.openLeft
      ? element('rect', { x, y, width: Math.min(4, width), height, fill: tone.tone })
      : '',
    element('path', {
      d: outline(look, stroke.width / 2, 'M'),
      fill: 'none',
      stroke: stroke.color,
      'stroke-width': stroke.width,
      'stroke-dasharray': look.isWait || state === 'withdrawn' ? '4 3' : undefined,
    }),
    look.isChecked ? check(look) : '',
  ];
  return parts.join('');
}

/** The color of what is written in a bar. */
export function inkIn({ kind, state }: Pick<BarLook, 'kind' | 'state'>): string {
  if (state === 'withdrawn') return COLORS.inkFaint;
  if (kind === 'program') return COLORS.paper;
  return kind === 'term' ? COLORS.inkSoft : COLORS.ink;
}

/** What is under way is darker than what is planned, what is done darker still. */
function fillOf({ kind, tone, state, isWait }: BarLook): string {
  if (state === 'withdrawn' || isWait) return COLORS.paper;
  if (kind === 'program') return tone.tone;
  if (kind === 'term') return tint(tone.soft, 0.38);
  if (state === 'current') return tint(tone.tone, 0.26);
  return state === 'done' ? tint(tone.tone, 0.38) : tone.soft;
}

function strokeOf({ kind, tone, state, isCritical }: BarLook): { color: string; width: number } {
  if (isCritical) return { color: COLORS.ink, width: 2 };
  if (state === 'withdrawn') return { color: COLORS.lineStrong, width: 1 };
  if (state === 'overdue') return { color: COLORS.error, width: 1 };
  return { color: kind === 'term' ? tint(tone.tone, 0.35) : tone.tone, width: 1 };
}

function patternOf({ kind, tone, pattern, x, y, width, height, openLeft }: BarLook): string {
  if (pattern === null || kind === 'program' || kind === 'term' || openLeft) return '';
  if (width < SLIM_BAR)
    return element('rect', { x, y, width: Math.min(SLIM_EDGE, width), height, fill: tone.tone });
  const inset = kind === 'step' ? 3 : 0;
  return element('path', {
    d: stripe(pattern, x + 1, y + inset, height - 2 * inset),
    fill: 'none',
    stroke: tone.tone,
    'stroke-width': 1.2,
  });
}

/** The edge of a bar, `inset` pixels inside of it. With `M` it is open where the item goes on, with `L` it is whole. */
function outline(look: BarLook, inset: number, join: 'M' | 'L'): string {
  const { kind, x, y, width, height, openLeft, openRight } = look;
  const [left, top] = [x + (openLeft ? 0 : inset), y + inset];
  const [right, bottom] = [x + width - (openRight ? 0 : inset), y + height - inset];
  const radius = Math.max(0, Math.min(RADIUS[kind] - inset, (right - left) / 2, (bottom - top) / 2));
  const [near, far] = [openLeft ? 0 : radius, openRight ? 0 : radius];
  const n = numberText;
  const along = `M${n(left + near)} ${n(top)}H${n(right - far)}`;
  const down = openRight
    ? `${join}${n(right)} ${n(bottom)}`
    : `Q${n(right)} ${n(top)} ${n(right)} ${n(top + far)}V${n(bottom - far)}Q${n(right)} ${n(bottom)} ${n(right - far)} ${n(bottom)}`;
  const up = openLeft
    ? ''
    : `Q${n(left)} ${n(bottom)} ${n(left)} ${n(bottom - near)}V${n(top + near)}Q${n(left)} ${n(top)} ${n(left + near)} ${n(top)}`;
  return `${along}${down}H${n(left + near)}${up}`;
}

function check({ x, y, width, height }: BarLook): string {
  const d = `M${numberText(x + width - 15)} ${numberText(y + height / 2)}l3 3.5l6 -7`;
  return element('path', { d, fill: 'none', stroke: COLORS.ink, 'stroke-width': 1.5 });
}

function diamond({ tone, state, isCritical, x, y, width, height }: BarLook): string {
  const overdue = state === 'overdue';
  const edge = isCritical ? COLORS.ink : overdue ? COLORS.error : tone.tone;
  const [middle, center] = [x + width / 2, y + height / 2];
  const d = `M${numberText(middle)} ${numberText(center - 7.5)}l7.5 7.5l-7.5 7.5l-7.5 -7.5Z`;
  const fill = state === 'done' ? edge : overdue ? COLORS.errorSoft : tone.soft;
  return element('path', { d, fill, stroke: edge, 'stroke-width': 2, 'stroke-linejoin': 'round' });
}

/** A credential is a seal: a ring around a disk. */
function seal({ tone, state, isCritical, x, y, width, height }: BarLook): string {
  const edge = isCritical ? COLORS.ink : tone.tone;
  const place = { cx: x + width / 2, cy: y + height / 2 };
  const isDone = state === 'done';
  return (
    element('circle', {
      ...place,
      r: 7,
      fill: isDone ? edge : tone.soft,
      stroke: edge,
      'stroke-width': 2,
    }) + element('circle', { ...place, r: 3, fill: isDone ? COLORS.paper : tone.tone })
  );
}
