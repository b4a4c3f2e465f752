import { judgeGoal } from '#shared/domain/analysis/judge-goal.ts';
import { auditPlan } from '#shared/domain/audit/audit-plan.ts';
import { axisTicks } from '#shared/domain/layout/ticks.ts';
import { xOf } from '#shared/domain/layout/time-scale.ts';
import type { ExportLoss } from '#shared/contract/interop.ts';
import type { Failure } from '#shared/contract/failures.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { schedulePlan, type Schedule } from '#shared/domain/schedule/schedule.ts';
import { toDay, toIso, type IsoDate } from '#shared/domain/time/day.ts';
import {
  asOfLine,
  goalLine,
  nothingToDraw,
  pictureDescription,
  pictureNotes,
} from '#shared/words/picture.ts';
import { tickLabels } from '#shared/words/timeline.ts';
import { arrange } from './arrange.ts';
import { chooseDays, type Days, type Shown } from './choose-days.ts';
import { COLORS } from './colors.ts';
import { AXIS_HEIGHT, AXIS_TYPE, drawAxis, drawTodayTag, TAG_HEIGHT } from './draw-axis.ts';
import { drawChart } from './draw-chart.ts';
import { drawLegend } from './draw-legend.ts';
import { element, escaped } from './element.ts';
import { textMeasure } from './text-widths.ts';
import { cutText, FONTS, oneLine, writeText, type Type } from './write-text.ts';

export interface PictureOptions {
  today: IsoDate;
  /** The first and the last day to show; without them, from the first day of the plan to its last. */
  from?: IsoDate | undefined;
  to?: IsoDate | undefined;
}

export type WrittenPicture =
  { ok: true; text: string; losses: ExportLoss[] } | { ok: false; failure: Failure };

const MARGIN = 24;
const LEAST_WIDTH = 720;
const HEAD = { name: 20, goal: 46, asOf: 68, height: 84 };
const NAME_TYPE: Type = { size: 22, weight: 600 };
const GOAL_TYPE: Type = { size: 14, weight: 600 };
const SMALL_TYPE: Type = { size: 12, weight: 400 };
const NOTE_LINE = 18;
const LEGEND_GAP = 8;
const TALL = 1_000;

/**
 * The timeline of a plan as an SVG picture of its own: no other file, script or style sheet is needed to show it. The
 * same plan, days and `today` give the same text. Items that are not in it are listed as lost.
 */
export function writeTimeline(document: PlanDocument, { today, from, to }: PictureOptions): WrittenPicture {
  if (from !== undefined && to !== undefined && to < from)
    return { ok: false, failure: { code: 'dates-reversed', first: from, last: to } };
  const { plan } = document;
  const schedule = schedulePlan(document, toDay(today));
  const shown = chooseDays(document, schedule, { from, to });
  const goal = goalLine(judgeGoal(schedule, auditPlan(document)));
  const span = shown.days && { first: toIso(shown.days.first), last: toIso(shown.days.last) };
  const asOf = asOfLine(today, span, plan.target);
  const body =
    shown.days === null || shown.items.length === 0
      ? emptyBody(shown.outside.length)
      : drawBody(document, schedule, shown, shown.days);

  const notes = pictureNotes(shown.items.length, shown.undated.length, shown.outside.length);
  const width = body.width + 2 * MARGIN;
  const height = 2 * MARGIN + HEAD.height + body.height + notes.length * NOTE_LINE;
  const line = (text: string, y: number, fill: string, type: Type): string =>
    writeText(cutText(text, body.width, type), { x: MARGIN, y: MARGIN + y, fill, ...type });
  const notesTop = HEAD.height + body.height;
  const text = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'timeline-title timeline-description',
      'font-family': FONTS,
    },
    element('title', { id: 'timeline-title' }, escaped(oneLine(plan.name))),
    element(
      'desc',
      { id: 'timeline-description' },
      escaped(oneLine(pictureDescription(shown.items.length, goal, asOf))),
    ),
    element('rect', { width, height, fill: COLORS.paper }),
    line(plan.name, HEAD.name, COLORS.ink, NAME_TYPE),
    line(goal, HEAD.goal, COLORS.ink, GOAL_TYPE),
    line(asOf, HEAD.asOf, COLORS.inkSoft, SMALL_TYPE),
    at(MARGIN, MARGIN + HEAD.height, body.markup),
    ...notes.map((note, place) =>
      line(note, notesTop + (place + 0.75) * NOTE_LINE, COLORS.inkFaint, SMALL_TYPE),
    ),
  );
  return { ok: true, text: `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`, losses: lossesOf(shown) };
}

/** A part of the picture with the pixels it takes. */
interface Body {
  markup: string;
  width: number;
  height: number;
}

function drawBody(document: PlanDocument, schedule: Schedule, shown: Shown, days: Days): Body {
  const arranged = arrange(document, schedule, shown, days);
  const { scale, width, fullWidth } = arranged;
  const full = Math.max(fullWidth, LEAST_WIDTH);
  const axis = axisTicks(scale, width - 1, tickLabels, textMeasure(AXIS_TYPE.size, AXIS_TYPE.weight));
  const isNow = schedule.today >= days.first && schedule.today <= days.last;
  const todayX = isNow ? xOf(scale, schedule.today + 0.5) : null;
  const chart = drawChart(arranged, schedule, axis, todayX);
  const legend = drawLegend(arranged, full);
  const chartTop = AXIS_HEIGHT + TAG_HEIGHT;
  const chartEnd = chartTop + chart.height;
  // Where the axis is out of sight from the foot of the chart, it is there as well.
  const isTall = chart.height > TALL;
  const legendTop = chartEnd + (isTall ? AXIS_HEIGHT : 0) + LEGEND_GAP;
  return {
    markup: [
      drawAxis(axis, scale, width),
      todayX === null ? '' : at(0, AXIS_HEIGHT, drawTodayTag(todayX, width)),
      at(0, chartTop, chart.markup),
      isTall ? at(0, chartEnd, drawAxis(axis, scale, width)) : '',
      at(0, legendTop, legend.markup),
    ].join(''),
    width: full,
    height: legendTop + legend.height + LEGEND_GAP,
  };
}

function emptyBody(outside: number): Body {
  const markup = writeText(nothingToDraw(outside), { x: 0, y: 28, fill: COLORS.inkSoft, ...GOAL_TYPE });
  return { markup, width: LEAST_WIDTH, height: 56 };
}

function at(x: number, y: number, markup: string): string {
  return element('g', { transform: `translate(${x} ${y})` }, markup);
}

function lossesOf({ undated, outside }: Shown): ExportLoss[] {
  const losses: ExportLoss[] = [];
  if (undated.length > 0) losses.push({ code: 'undated', titles: undated });
  if (outside.length > 0) losses.push({ code: 'outside', titles: outside });
  return losses;
}
