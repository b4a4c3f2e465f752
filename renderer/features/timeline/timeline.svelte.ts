import { drawBars, NOTHING_DRAWN, type DrawnBar } from '#renderer/chart/drawn-bars.ts';
import { Slots } from '#renderer/chart/slots.ts';
import { chartFonts, chartType, isSameType } from '#renderer/chart/type.ts';
import { sortLines } from '#shared/domain/layout/arrow-lines.ts';
import { ArrowWriter, type ArrowPaths } from '#shared/domain/layout/arrow-paths.ts';
import { gridPaths } from '#shared/domain/layout/grid.ts';
import type { Session } from '#renderer/state/session.svelte.ts';
import { boxOf } from '#shared/domain/layout/bar-box.ts';
import { criticalChain } from '#shared/domain/layout/critical.ts';
import { linesOf, visibleBars } from '#shared/domain/layout/cull.ts';
import { layoutPlan } from '#shared/domain/layout/layout-plan.ts';
import { relayout, type LaidOut } from '#shared/domain/layout/relayout.ts';
import { neighborOf, type Direction } from '#shared/domain/layout/neighbors.ts';
import type { TimelineLayout } from '#shared/domain/layout/layout.ts';
import { chartHeight, rowAt, yOfRow } from '#shared/domain/layout/row-scale.ts';
import { axisTicks } from '#shared/domain/layout/ticks.ts';
import { dayAt, perDayOf, xOf, zoomName, type ZoomName } from '#shared/domain/layout/time-scale.ts';
import type { Schedule } from '#shared/domain/schedule/schedule.ts';
import { tickLabels } from '#shared/words/timeline.ts';
import { Drag } from './drag.svelte.ts';
import { lanesInSight, type DrawnLane } from './drawn-lanes.ts';
import { Find } from './find.svelte.ts';
import { LateFindings } from './late-findings.svelte.ts';
import { lastViewOf, rememberView } from './last-views.ts';
import { roomForNames } from './name-room.ts';
import { ROWS } from './rows.ts';
import { sendProposal } from './send-proposal.ts';
import { saidOfBars } from './said-of-bars.ts';
import { ViewOptions } from './view-options.svelte.ts';
import { MARGIN, Viewport } from './viewport.svelte.ts';

/** Marks reach over the edges of their days, and lines run beside the bars they lead to. */
const BAR_REACH = 20;
/** Opening a plan never zooms in further than this, so that a plan of one week is not a wall of bars. */
const OPENING_PER_DAY = 4;
const SELECTION_PER_DAY = 24;

/** The timeline's state: what is drawn of the session's plan, and where the focus is. */
export class Timeline {
  readonly #session: Session;
  #type = $state.raw(chartType());
  readonly #slots = new Slots();
  #focusId = $state<string | null>(null);
  /** Where the bar in the tab order was last. */
  #focusedBar = 0;
  #openedPlan: string | null = null;

  /** The layout worked out last, from which the next one is: an edit moves little of a plan. */
  #laidOut: (LaidOut & { schedule: Schedule }) | null = null;
  /** With the schedule it is of: what follows from both then depends on one thing, which is told of a change once. */
  readonly #laid = $derived.by(() => {
    const { schedule } = this.#session;
    if (schedule === null) return null;
    const { document, planDays } = schedule;
    const { shown } = this.find;
    const { collapsed, now } = this.options;
    const arrangement = { shown, collapsed, grouping: now.grouping, today: this.#session.today };
    const layout =
      this.#laidOut === null
        ? layoutPlan(document, planDays, arrangement)
        : relayout(this.#laidOut, document, planDays, arrangement);
    this.#laidOut = { document, layout, schedule };
    return this.#laidOut;
  });
  get layout(): TimelineLayout | null {
    return this.#laid?.layout ?? null;
  }
  readonly height = $derived(this.layout === null ? 0 : chartHeight(ROWS, this.layout));
  readonly view: Viewport;
  readonly drag: Drag;
  readonly find: Find;
  readonly options: ViewOptions;

  /** Bars in the drawn box, and those that must stay in the page wherever the view is: a bar with the focus keeps it. */
  readonly #bars = $derived.by(() => {
    const { layout } = this;
    if (layout === null) return [];
    const { scale, left, right, top, bottom } = this.view.box;
    const bars = visibleBars(layout, {
      from: dayAt(scale, left - BAR_REACH),
      until: dayAt(scale, right + BAR_REACH),
      top: rowAt(ROWS, layout, top),
      bottom: rowAt(ROWS, layout, bottom),
    });
    for (const id of [this.#focusId, this.drag.held?.item.id]) {
      const bar = id == null ? undefined : layout.barOf.get(id);
      if (bar === undefined || bars.includes(bar)) continue;
      const place = bars.findIndex((other) => other > bar);
      bars.splice(place < 0 ? bars.length : place, 0, bar);
    }
    return bars;
  });

  readonly #chain = $derived(
    this.#laid === null ? null : criticalChain(this.#laid.layout, this.#laid.schedule.chain()),
  );

  /** The days that can be looked at: those of the plan and today, however far the one is from the other. */
  readonly #reach = $derived.by(() => {
    const extent = this.layout?.extent ?? null;
    const { today } = this.#session;
    return extent && { first: Math.min(extent.first, today), last: Math.max(extent.last, today) };
  });

  readonly #findings: LateFindings;

  #drawnBefore = NOTHING_DRAWN;
  readonly drawn = $derived.by((): readonly DrawnBar[] => {
    const { layout } = this;
    if (layout === null || this.#chain === null) return [];
    this.#drawnBefore = drawBars(
      this.#bars,
      {
        layout,
        scale: this.view.box.scale,
        rows: ROWS,
        chain: this.#chain,
        today: this.#session.today,
        type: this.#type,
        slots: this.#slots,
        viewLeft: 0,
        drawnLeft: this.view.box.left,
        ...saidOfBars(this.#session, this.options.now, this.#findings.byItem),
      },
      this.#drawnBefore,
    );
    return this.find.mark(this.#drawnBefore.bars);
  });

  readonly #arrowWriter = new ArrowWriter(ROWS);
  readonly arrows = $derived.by((): ArrowPaths => {
    const { layout } = this;
    if (layout === null || this.#chain === null) return { plain: '', critical: '', chosen: '' };
    const { selectedId } = this.#session;
    const chosen = selectedId === null ? -1 : (layout.barOf.get(selectedId) ?? -1);
    const lines = sortLines(layout, linesOf(layout, this.#bars), this.#chain, chosen);
    return this.#arrowWriter.write(layout, lines, this.view.box.scale);
  });

  readonly axis = $derived.by(() => {
    const { scale, left, right } = this.view.box;
    const origin = { start: dayAt(scale, left), perDay: scale.perDay };
    return axisTicks(origin, right - left, tickLabels, this.#type.heading);
  });

  readonly grid = $derived.by(() => {
    const { scale, top, bottom } = this.view.box;
    return gridPaths(this.axis, scale, top, bottom);
  });

  #lanesBefore: readonly DrawnLane[] = [];
  readonly lanes = $derived.by((): readonly DrawnLane[] => {
    const { layout } = this;
    if (layout === null) return [];
    this.#lanesBefore = lanesInSight(layout, this.view.box, this.#lanesBefore);
    return this.#lanesBefore;
  });

  /** Changes seldom, unlike the scale it is derived from. */
  readonly zoom: ZoomName = $derived.by(() => zoomName(this.view.scale.perDay));

  constructor(session: Session) {
    this.#session = session;
    this.options = new ViewOptions(session);
    this.#findings = new LateFindings(session);
    this.find = new Find(session, () => this.layout);
    this.view = new Viewport(() => ({ extent: this.#reach, height: this.height }));
    this.drag = new Drag(() => {
      const { document, schedule, findings } = session;
      return document && schedule && this.layout
        ? { document, schedule, layout: this.layout, findings }
        : null;
    });
  }

  /** Sets all names anew when the fonts come after the first frame, which does not wait for them. */
  async readFonts(): Promise<void> {
    await new Promise(requestAnimationFrame);
    await chartFonts();
    const type = chartType();
    if (!isSameType(type, this.#type)) this.#type = type;
  }

  /** The bar in the tab order: the one focused last, else the selected one, else the one in the place of a bar that went. */
  readonly focusId: string | null = $derived.by(() => {
    const { layout } = this;
    if (layout === null || layout.barCount === 0) return null;
    for (const id of [this.#focusId, this.#session.selectedId]) {
      const bar = id === null ? undefined : layout.barOf.get(id);
      if (bar === undefined) continue;
      this.#focusedBar = bar;
      return id;
    }
    const next = this.drawn.find(({ bar }) => bar >= this.#focusedBar) ?? this.drawn.at(-1);
    return next?.id ?? null;
  });

  /** Called when the view has its size and whenever another plan is opened: goes where that plan was last seen. */
  open(): void {
    const id = this.#session.planId;
    if (id === this.#openedPlan || this.view.width === 0) return;
    this.#openedPlan = id;
    this.#focusId = null;
    this.#focusedBar = 0;
    const last = id === null ? undefined : lastViewOf(id);
    if (last === undefined) this.fitPlan();
    else {
      this.view.zoomTo(last);
      this.view.panTo(last.start, last.top);
    }
  }

  /** Remembers where the plan was looked at. */
  close(): void {
    this.view.stop();
    if (this.#openedPlan === null) return;
    rememberView(this.#openedPlan, { ...this.view.scale, top: this.view.top });
  }

  fitPlan(): void {
    const extent = this.layout?.extent;
    if (!this.layout || !extent) return;
    const room = roomForNames(this.layout, this.view.width, MARGIN, this.#type.heading);
    this.view.fit(extent.first, extent.last, OPENING_PER_DAY, room);
    this.view.panTo(this.view.scale.start, 0);
  }

  /** Fills the view with the days of a bar. */
  fitOn(id: string): void {
    const { layout } = this;
    const bar = layout?.barOf.get(id);
    if (!layout || bar === undefined) return;
    this.view.fit(layout.start[bar] ?? 0, (layout.until[bar] ?? 1) - 1, SELECTION_PER_DAY);
    this.#reveal(bar);
  }

  zoomTo(name: ZoomName): void {
    this.view.zoomBy(perDayOf(name) / this.view.scale.perDay);
  }

  showToday(): void {
    this.view.panTo(this.#session.today - this.view.width / this.view.scale.perDay / 3, this.view.top);
  }

  /** Puts a bar into the tab order and, unless told not to, brings it into view; a collapsed lane is opened for it. */
  focus(id: string, { reveal = true } = {}): void {
    const lane = this.layout?.lanes.find(({ collapsed }) => collapsed?.ids.includes(id));
    if (lane !== undefined) this.options.toggle(lane.id);
    const bar = this.layout?.barOf.get(id);
    if (bar === undefined) return;
    this.#focusId = id;
    this.#slots.hold(id);
    if (reveal) this.#reveal(bar);
  }

  /** Brings the first of some bars into view, where none of them is. */
  showAny(ids: readonly string[]): void {
    const bars = ids.flatMap((id) => this.layout?.barOf.get(id) ?? []);
    const [first] = bars;
    if (first !== undefined && !bars.some((bar) => this.#isSeen(bar))) this.#reveal(first);
  }

  /** The id of the bar that an arrow key leads to from `id`. */
  neighbor(id: string, direction: Direction): string | null {
    const bar = this.layout?.barOf.get(id);
    if (!this.layout || bar === undefined) return null;
    return this.layout.items[neighborOf(this.layout, bar, direction)]?.id ?? null;
  }

  /** Sends what the held bar stands for, as one command. */
  async drop(): Promise<void> {
    this.drag.settle();
    const held = this.drag.drop();
    if (held === null) return;
    if (held.refusal !== null) return this.#session.report({ code: 'cannot-move', why: held.refusal });
    if (held.linksDecide) this.#session.notices.show({ kind: 'links-decide', title: held.item.title });
    const { command } = held;
    if (command === null) return;
    await sendProposal(this.#session, command);
  }

  /** The bar's box on the drawn layer. */
  boxOf(bar: number): { x: number; y: number; width: number } | null {
    const { layout } = this;
    if (layout === null) return null;
    const { x, width } = boxOf(layout, this.view.box.scale, bar);
    return { x, width, y: yOfRow(ROWS, layout, layout.row[bar] ?? 0) };
  }

  /** The card of a term on the drawn layer. */
  cardOf(id: string): { x: number; y: number; width: number; height: number } | null {
    const bar = this.layout?.barOf.get(id);
    const box = bar === undefined ? null : this.boxOf(bar);
    if (box === null || bar === undefined) return null;
    const inset = (ROWS.rowHeight - ROWS.barHeight) / 2;
    const rows = this.layout?.rowSpan[bar] ?? 1;
    return { x: box.x, width: box.width, y: box.y + inset, height: rows * ROWS.rowHeight - inset };
  }

  /** Pixels of a day on the drawn layer. */
  xOf(day: number): number {
    return xOf(this.view.box.scale, day);
  }

  #isSeen(bar: number): boolean {
    const { layout, view } = this;
    if (layout === null) return false;
    const y = yOfRow(ROWS, layout, layout.row[bar] ?? 0);
    const x = xOf(view.scale, layout.start[bar] ?? 0);
    const until = xOf(view.scale, layout.until[bar] ?? 0);
    return x < view.width && until > 0 && y >= view.top && y + ROWS.rowHeight <= view.top + view.height;
  }

  #reveal(bar: number): void {
    const { layout } = this;
    if (layout === null) return;
    const top = yOfRow(ROWS, layout, layout.row[bar] ?? 0);
    this.view.reveal(
      layout.start[bar] ?? 0,
      layout.until[bar] ?? 0,
      top - ROWS.laneGap,
      top + ROWS.rowHeight + ROWS.laneGap,
    );
  }
}
