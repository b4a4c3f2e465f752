import type { ImportReport, TemplateSummary } from '#shared/contract/answers.ts';
import type { CommandName, QueryName } from '#shared/contract/contract.ts';
import type { CopyPreview, DataState, StoredCopy } from '#shared/contract/copies.ts';
import type { ActionReply, HistoryState, Request } from '#shared/contract/define.ts';
import type { FillState } from '#shared/contract/fill.ts';
import type { PrintState } from '#shared/contract/print-options.ts';
import type { Failure } from '#shared/contract/failures.ts';
import { compareBaseline } from '#shared/domain/baseline/compare-baseline.ts';
import type { Baseline, BaselineSummary } from '#shared/domain/baseline/types.ts';
import { comparePlans } from '#shared/domain/compare/compare-plans.ts';
import { toDay } from '#shared/domain/time/day.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Host, HostActions } from '#renderer/host/host.ts';

interface FakeHostOptions {
  plans?: PlanDocument[];
  templates?: TemplateSummary[];
  today?: string;
}

/**
 * A host without a core, for tests of the page: it keeps plan documents, notes every command, and does to the
 * documents what the test says. What the real core does with a command is tested with the real core.
 */
export class FakeHost implements Host {
  /** The commands that were sent, in order. */
  readonly sent: { name: string; input: Record<string, unknown> }[] = [];
  /** What a person chooses when they are asked for a file. */
  file: { name: string; text: string } | null = null;
  /** What the host says of the copies of the database. */
  data: ActionReply<DataState> = {
    ok: true,
    value: {
      file: '/data/plans.db',
      bytes: 120_000,
      folder: '/data/plans.db.backups',
      copies: [],
      canShow: false,
    },
  };
  copied: ActionReply<StoredCopy> = { ok: false, error: { code: 'host-lost' } };
  preview: ActionReply<CopyPreview> = { ok: false, error: { code: 'host-lost' } };
  restored: (id: string) => ActionReply<{ replaced: string }> = () => ({
    ok: true,
    value: { replaced: 'replaced' },
  });
  readonly acted: { name: string; input: unknown }[] = [];
  today: string;
  revision = 1;
  history: HistoryState = { undo: null, redo: null };
  /** What the core would refuse next, once. */
  refusal: Failure | null = null;
  /** Makes every request fail as when the server is gone. */
  gone = false;
  /** How far filling the terms is, whenever the page asks. */
  fill: () => ActionReply<FillState> = () => ({ ok: false, error: { code: 'job-gone' } });
  /** How far a PDF is, whenever the page asks. */
  print: (jobId: string) => ActionReply<PrintState> = () => ({ ok: false, error: { code: 'job-gone' } });
  /** Holds requests back until the promise resolves. */
  delay: (name: string) => Promise<void> | undefined = () => undefined;
  #plans: PlanDocument[];
  /** The baselines of a plan, the newest first. */
  readonly baselines = new Map<string, Baseline[]>();
  readonly #templates: TemplateSummary[];
  readonly #told = new Map<string, (input: Record<string, unknown>) => { value: unknown } | Failure>();
  readonly #answers = new Map<string, (input: Record<string, unknown>) => unknown>();
  readonly #subjects = new Map<string, string>();

  constructor({ plans = [], templates = [], today = '2027-01-15' }: FakeHostOptions = {}) {
    this.#plans = plans;
    this.#templates = templates;
    this.today = today;
  }

  /**
   * What the core does on a command, and answers; without it, an `update` is merged and the rest answers `null`.
   * `subject` is what the core says the command was about, where that is not the item or plan its input names.
   */
  when(name: CommandName, answer: (input: Record<string, unknown>) => unknown, subject?: string): this {
    this.#answers.set(name, answer);
    if (subject !== undefined) this.#subjects.set(name, subject);
    return this;
  }

  /** What the core answers to a query instead of what this host knows; a failure is a refusal. */
  whenAsked(name: QueryName, answer: (input: Record<string, unknown>) => { value: unknown } | Failure): this {
    this.#told.set(name, answer);
    return this;
  }

  /** Changes a stored plan. */
  change(planId: string, change: (plan: PlanDocument) => PlanDocument): void {
    this.#plans = this.#plans.map((document) => (document.plan.id === planId ? change(document) : document));
  }

  add(document: PlanDocument): ImportReport {
    this.#plans = [...this.#plans, document];
    return { planId: document.plan.id, name: document.plan.name, unused: [] };
  }

  remove(planId: string): null {
    this.#plans = this.#plans.filter(({ plan }) => plan.id !== planId);
    return null;
  }

  async invoke(text: string): Promise<string> {
    const { name, input } = JSON.parse(text) as Request & { input: Record<string, unknown> };
    await this.delay(name);
    if (this.gone) return this.#refuse({ code: 'host-lost' });
    const told = this.#told.get(name)?.(input);
    if (told) return 'code' in told ? this.#refuse(told) : this.#reply(told.value);
    const read = this.#read(name, input);
    if (read !== undefined) return this.#reply(read);
    this.sent.push({ name, input });
    if (this.refusal) {
      const refusal = this.refusal;
      this.refusal = null;
      return this.#refuse(refusal);
    }
    this.revision += 1;
    if (!name.startsWith('history.'))
      this.history = {
        undo: { name, subject: this.#subjects.get(name) ?? this.#subjectOf(input) },
        redo: null,
      };
    const answer = this.#answers.get(name);
    if (answer) return this.#reply(answer(input));
    if (!name.endsWith('.update')) return this.#reply(null);
    this.#merge(input);
    return this.#reply(null, [input['id']]);
  }

  readonly actions: HostActions = {
    'print.start': async (input) => {
      this.acted.push({ name: 'print.start', input });
      const prints = this.acted.filter(({ name }) => name === 'print.start').length;
      return { ok: true, value: { jobId: `print-${prints}` } };
    },
    'print.read': async ({ jobId }) => this.print(jobId),
    'print.stop': async (input) => {
      this.acted.push({ name: 'print.stop', input });
      return { ok: true, value: null };
    },
    'plan.draw': async (input) => {
      this.acted.push({ name: 'plan.draw', input });
      return { ok: true, value: { name: 'plan.png', base64: '' } };
    },
    'fill.start': async (input) => {
      this.acted.push({ name: 'fill.start', input });
      return { ok: true, value: { jobId: 'job' } };
    },
    'fill.read': async () => this.fill(),
    'fill.stop': async (input) => {
      this.acted.push({ name: 'fill.stop', input });
      return { ok: true, value: null };
    },
    'data.read': async () => this.data,
    'data.show': async (input) => {
      this.acted.push({ name: 'data.show', input });
      return { ok: true, value: null };
    },
    'backup.create': async (input) => {
      this.acted.push({ name: 'backup.create', input });
      return this.copied;
    },
    'backup.preview': async () => this.preview,
    'backup.restore': async (input) => {
      this.acted.push({ name: 'backup.restore', input });
      return this.restored(input.id);
    },
    'file.choose': async () => ({ ok: true, value: this.file }),
    'file.save': async (input) => {
      this.acted.push({ name: 'file.save', input });
      return { ok: true, value: { saved: true } };
    },
    'link.open': async (input) => {
      this.acted.push({ name: 'link.open', input });
      return { ok: true, value: null };
    },
    'notice.show': async () => ({ ok: true, value: null }),
  };

  onMenu(): () => void {
    return () => undefined;
  }

  #read(name: string, { planId, planIds, baselineId }: Record<string, unknown>): unknown {
    const document = this.#plans.find(({ plan }) => plan.id === planId);
    switch (name) {
      case 'app.read':
        return { version: '0', today: this.today, databaseFile: 'plans.db', notices: [] };
      case 'template.list':
        return this.#templates;
      case 'plan.list':
        return this.#plans.map(({ plan, items }) => ({
          ...plan,
          items: items.length,
          baselines: this.baselines.get(plan.id)?.map(summaryOf) ?? [],
        }));
      case 'plan.read':
        return document;
      case 'baseline.read':
      case 'baseline.compare': {
        const kept = this.baselines.get(planId as string) ?? [];
        const chosen = baselineId === undefined ? kept[0] : kept.find(({ id }) => id === baselineId);
        if (name === 'baseline.read') return chosen;
        return chosen && document && compareBaseline(chosen, document, toDay(this.today));
      }
      case 'plan.compare': {
        const compared = (planIds as string[]).flatMap(
          (id) => this.#plans.find(({ plan }) => plan.id === id) ?? [],
        );
        return comparePlans(compared, toDay(this.today));
      }
      case 'plan.export':
        return document && { name: `${document.plan.name}.throughline.json`, text: '{}', losses: [] };
      default:
        return undefined;
    }
  }

  /** What a command is about, where its input names an item or a plan by its id. */
  #subjectOf({ id }: Record<string, unknown>): string | null {
    const items = this.#plans.flatMap((document) => document.items);
    const plan = this.#plans.find((document) => document.plan.id === id)?.plan;
    return items.find((item) => item.id === id)?.title ?? plan?.name ?? null;
  }

  #merge({ id, changes }: Record<string, unknown>): void {
    this.#plans = this.#plans.map((document) => ({
      ...document,
      plan: document.plan.id === id ? { ...document.plan, ...(changes as object) } : document.plan,
      items: document.items.map((item) => (item.id === id ? { ...item, ...(changes as object) } : item)),
    }));
  }

  #reply(value: unknown, changed: unknown[] = []): string {
    return JSON.stringify({ ok: true, value, changed, history: this.history, revision: this.revision });
  }

  #refuse(error: Failure): string {
    return JSON.stringify({ ok: false, error });
  }
}

function summaryOf({ document: _document, ...summary }: Baseline): BaselineSummary {
  return summary;
}

/** A storage that forgets when the test ends. */
export function memoryStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (place) => [...kept.keys()][place] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
}
