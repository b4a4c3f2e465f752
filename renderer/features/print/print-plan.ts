import { flushSync, mount } from 'svelte';
import { textMeasure } from '#renderer/chart/measure.ts';
import type { AppState } from '#shared/contract/answers.ts';
import type { BaselineComparison } from '#shared/domain/baseline/types.ts';
import type { Reply } from '#shared/contract/define.ts';
import type { PrintNote, PrintOptions } from '#shared/contract/print-options.ts';
import { cutToFit } from '#shared/domain/layout/labels.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { formatDay } from '#shared/words/dates.ts';
import { sentenceFor } from '#shared/words/failures.ts';
import { loadFonts } from './fonts.ts';
import { pageRules, paperFor, type Paper } from './paper.ts';
import PrintedPlan from './PrintedPlan.svelte';
import type { PrintRequest } from './print-request.ts';
import { reportOn, type Report } from './report.ts';
import { NAME_TYPE } from './tile-pages.ts';
import { printTimeline, type PrintedTimeline } from './timeline.ts';
import { lineCount } from './wrap.ts';

/** Pixels of the type in which names and margins are set. */
const SMALL = NAME_TYPE.pixels;

/** The questions the page asks the core. */
export interface PrintSource {
  state: () => Promise<Reply<AppState>>;
  plan: (planId: string) => Promise<Reply<PlanDocument>>;
  /** What became of the plan since a baseline, the newest for `null`. */
  changes: (planId: string, baselineId: string | null) => Promise<Reply<BaselineComparison>>;
}

/**
 * Lays out a plan in `root`. Resolves when everything is in its place and drawn with its own
 * fonts; throws with a sentence when that cannot be.
 */
export async function printPlan(
  source: PrintSource,
  request: PrintRequest,
  root: HTMLElement,
): Promise<void> {
  const { planId, options } = request;
  const [state, plan, changes] = await Promise.all([
    source.state(),
    source.plan(planId),
    wants(options, 'changes') ? source.changes(planId, options.baseline) : null,
  ]);
  if (!state.ok) throw new Error(sentenceFor(state.error));
  if (!plan.ok) throw new Error(sentenceFor(plan.error));
  if (changes?.ok === false) throw new Error(sentenceFor(changes.error));

  const report = reportOn(plan.value, options, state.value);
  const { documentElement } = document;
  document.title = report.plan.plan.name;
  documentElement.dataset['today'] = report.today;
  documentElement.toggleAttribute('data-gray', options.gray);

  // Texts are measured before they are laid out, and no page reads a font that arrives later.
  await loadFonts(JSON.stringify(plan.value));
  const paper = paperFor(options);
  setPaper(paper, report);
  const timeline = wants(options, 'timeline') ? layOutTimeline(report, paper) : null;
  mount(PrintedPlan, {
    target: root,
    props: { report, timeline, changes: changes?.value ?? null, width: paper.width },
  });
  flushSync();
  await loadFonts(root.textContent);
  await document.fonts.ready;
  documentElement.dataset['notes'] = JSON.stringify(notesOn(options, timeline));
}

/** What came out otherwise than asked. */
function notesOn({ per }: PrintOptions, timeline: PrintedTimeline | null): PrintNote[] {
  const pages = timeline?.sheets.length ?? 0;
  return per === 'year' || pages <= per ? [] : [{ code: 'more-pages', asked: per, pages }];
}

function wants({ sections }: PrintOptions, section: PrintOptions['sections'][number]): boolean {
  return sections.includes(section);
}

const measureAt = (weight: number, pixels: number) =>
  textMeasure(`${weight} ${pixels}px 'Inter', 'Noto Sans SC', sans-serif`);

function setPaper(paper: Paper, { plan, today, options }: Report): void {
  const date = `As of ${formatDay(today)}`;
  const measure = measureAt(400, SMALL);
  const room = paper.width - measure(date) - 40;
  const { name } = plan.plan;
  const title = measure(name) <= room ? name : cutToFit(name, room, measure);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageRules(paper, { title, date, gray: options.gray }));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

function layOutTimeline(report: Report, paper: Paper): PrintedTimeline {
  const measure = { normal: measureAt(400, SMALL), bold: measureAt(600, SMALL), axis: measureAt(600, SMALL) };
  return printTimeline(report, { paper, measure, taken: takenOnFirstPage(report, paper) });
}

/** Without a summary or changes the timeline shares the first page with the title, whose lines depend on its length. */
function takenOnFirstPage({ plan, options }: Report, paper: Paper): number {
  if (wants(options, 'summary') || wants(options, 'changes')) return 0;
  return lineCount(plan.plan.name, paper.width * 0.94, measureAt(700, 28)) * 34 + 60;
}
