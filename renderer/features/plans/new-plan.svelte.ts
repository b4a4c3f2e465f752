import type { Session } from '#renderer/state/session.svelte.ts';
import type { JurisdictionSummary, TemplateSummary } from '#shared/contract/answers.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import type { Facility } from '#shared/domain/plan/document.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';
import { nextFall } from '#shared/domain/time/next-fall.ts';
import { fieldSentence } from '#shared/words/fields.ts';

/** The template that is only a name: everything else is added by hand. */
export const BLANK = 'blank';

/** The answers to "what should the new plan be", and the command they become. */
export class NewPlan {
  templateId = $state<string | null>(null);
  name = $state('');
  start = $state<IsoDate | null>(null);
  facility = $state<Facility | null>(null);
  jurisdictionCode = $state<string | null>(null);
  route = $state<number | null>(null);
  templates = $state.raw<readonly TemplateSummary[]>([]);
  errors = $state<{ start?: string; all?: string }>({});
  busy = $state(false);

  readonly template = $derived(this.templates.find(({ id }) => id === this.templateId) ?? null);
  /** The states offered for the chosen facility; none where the place makes no difference. */
  readonly jurisdictions: JurisdictionSummary[] = $derived(
    (this.template?.jurisdictions ?? []).filter(({ facility }) => facility === this.facility),
  );
  readonly jurisdiction = $derived(
    this.jurisdictions.find(({ code }) => code === this.jurisdictionCode) ?? null,
  );

  #session: Session;

  constructor(session: Session, templateId: string | null) {
    this.#session = session;
    this.start = nextFall(session.today);
    this.templateId = templateId;
  }

  async load(): Promise<void> {
    const reply = await this.#session.ask('template.list', {});
    if (!reply.ok) return this.#session.report(reply.error);
    this.templates = reply.value;
    this.choose(this.templateId ?? this.templates[0]?.id ?? BLANK);
  }

  choose(templateId: string): void {
    this.templateId = templateId;
    this.chooseFacility(this.template?.facilities[0] ?? null);
  }

  chooseFacility(facility: Facility | null): void {
    this.facility = facility;
    // A state without a rule for the new facility is not carried over.
    this.chooseJurisdiction(this.jurisdiction?.code ?? null);
  }

  chooseJurisdiction(code: string | null): void {
    this.jurisdictionCode = code;
    this.route = this.jurisdiction?.routes[0]?.index ?? null;
  }

  /** Makes the plan and opens it. Resolves with false when something has to be corrected first. */
  async make(): Promise<boolean> {
    this.errors = {};
    const made = this.templateId === BLANK ? await this.#makeBlank() : await this.#makeFromTemplate();
    if (made !== null) await this.#session.openPlan(made);
    return made !== null;
  }

  async #makeBlank(): Promise<string | null> {
    const reply = await this.#session.attempt('plan.add', { name: this.name.trim() || 'My plan' });
    if (reply.ok) return reply.value.id;
    this.errors.all = fieldSentence(reply.error);
    return null;
  }

  async #makeFromTemplate(): Promise<string | null> {
    if (this.start === null) {
      this.errors.start = 'Choose the first day of the first term.';
      return null;
    }
    const input: InputOf<'plan.create'> = { templateId: this.templateId ?? '', start: this.start };
    if (this.name.trim() !== '') input.name = this.name;
    if (this.facility !== null) input.facility = this.facility;
    if (this.jurisdiction) input.jurisdiction = this.jurisdiction.code;
    if (this.jurisdiction && this.route !== null) input.route = this.route;
    this.busy = true;
    const reply = await this.#session.attempt('plan.create', input);
    this.busy = false;
    if (reply.ok) return reply.value.planId;
    const isAboutStart =
      reply.error.code === 'bad-request' && reply.error.problems[0]?.path.split('.').at(-1) === 'start';
    this.errors[isAboutStart ? 'start' : 'all'] = fieldSentence(reply.error);
    return null;
  }
}
