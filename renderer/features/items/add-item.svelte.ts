import type { AddItemQuestion } from '#renderer/state/questions.ts';
import type { Session } from '#renderer/state/session.svelte.ts';
import type { Requirement } from '#shared/domain/plan/document.ts';
import type {
  Course,
  CredentialSort,
  ExperienceSort,
  ItemKind,
  MilestoneSort,
  Program,
  ProgramLevel,
  Season,
  StepSort,
  Term,
} from '#shared/domain/plan/items.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';
import { fieldSentence } from '#shared/words/fields.ts';
import { SEASON_LABELS } from '#shared/words/labels.ts';
import { termAfter } from './term-after.ts';

/** The few answers a new item needs; everything else is filled in later, beside it. */
export class AddItem {
  title = $state('');
  programId = $state<string | null>(null);
  termId = $state<string | null>(null);
  level = $state<ProgramLevel>('bachelor');
  experience = $state<ExperienceSort>('internship');
  step = $state<StepSort>('application');
  credential = $state<CredentialSort>('license');
  milestone = $state<MilestoneSort>('deadline');
  season = $state<Season>('fall');
  firstDay = $state<IsoDate | null>(null);
  lastDay = $state<IsoDate | null>(null);
  credits = $state<number | null>(3);
  hoursRequired = $state<number | null>(null);
  hoursPerWeek = $state<number | null>(40);
  days = $state<number | null>(null);
  day = $state<IsoDate | null>(null);
  errors = $state<{ title?: string; days?: string; all?: string }>({});
  busy = $state(false);

  readonly kind: ItemKind;
  readonly programs: Program[] = $derived.by(() => this.#items().filter((item) => item.kind === 'program'));
  readonly terms: Term[] = $derived.by(() =>
    this.#items()
      .filter((item) => item.kind === 'term')
      .filter(({ programId }) => programId === this.programId),
  );
  #session: Session;
  readonly #requirement: Requirement | null;
  readonly #repeats: Course | null;

  constructor(session: Session, { item, programId, termId, requirement, repeats }: AddItemQuestion) {
    this.#session = session;
    this.kind = item;
    this.programId = programId;
    this.termId = termId;
    this.#requirement = requirement ?? null;
    this.#repeats = repeats ?? null;
    if (repeats) {
      this.title = repeats.title;
      this.credits = repeats.credits;
    }
    if (item === 'term') this.suggestTerm();
  }

  /** Takes another program, and with it what depends on it. */
  chooseProgram(programId: string | null): void {
    this.programId = programId;
    this.termId = null;
    if (this.kind === 'term') this.suggestTerm();
  }

  /** Takes the season and the days that follow the program's last term. */
  suggestTerm(): void {
    const last = this.terms.reduce<Term | null>((a, b) => (a && a.lastDay > b.lastDay ? a : b), null);
    const program = this.programs.find(({ id }) => id === this.programId);
    const next = termAfter(last, program?.system ?? 'semester', this.#session.today);
    this.season = next.season;
    this.firstDay = next.firstDay;
    this.lastDay = next.lastDay;
    this.title = `${SEASON_LABELS[next.season]} ${next.firstDay.slice(0, 4)}`;
  }

  /** Adds the item and selects it. Resolves with false when something has to be corrected first. */
  async add(): Promise<boolean> {
    this.errors = {};
    if (this.title.trim() === '') {
      this.errors.title = 'Give it a title.';
      return false;
    }
    this.busy = true;
    const reply = await this.#send();
    this.busy = false;
    if (reply === null) return false;
    if (reply.ok) this.#session.select(reply.value.id);
    else this.errors.all = fieldSentence(reply.error);
    return reply.ok;
  }

  async #send() {
    const session = this.#session;
    const planId = session.planId ?? '';
    const common = { planId, title: this.title, programId: this.programId };
    switch (this.kind) {
      case 'program':
        return session.attempt('program.add', { planId, title: this.title, level: this.level });
      case 'term': {
        const { programId, firstDay, lastDay, season } = this;
        if (programId === null || firstDay === null || lastDay === null) {
          this.errors.days = 'A term needs a first and a last day.';
          return null;
        }
        const index = Math.max(0, ...this.terms.map(({ index }) => index)) + 1;
        return session.attempt('term.add', { ...common, programId, season, firstDay, lastDay, index });
      }
      case 'course':
        return session.attempt('course.add', {
          ...common,
          programId: this.programId ?? '',
          termId: this.termId,
          credits: this.credits,
          ...this.#purpose(),
        });
      case 'experience':
        return session.attempt('experience.add', {
          ...common,
          sort: this.experience,
          hoursRequired: this.hoursRequired,
          hoursPerWeek: this.hoursPerWeek,
        });
      case 'step': {
        const length = this.days === null ? {} : { length: this.days, lengthUnit: 'day' as const };
        return session.attempt('step.add', { ...common, programId: null, sort: this.step, ...length });
      }
      case 'credential':
        return session.attempt('credential.add', { ...common, programId: null, sort: this.credential });
      case 'milestone':
        return session.attempt('milestone.add', {
          ...common,
          programId: null,
          sort: this.milestone,
          pinStart: this.day,
        });
    }
  }

  /** What the new course is for. In another program than it was asked for, a group means nothing. */
  #purpose() {
    const group = this.#requirement?.programId === this.programId ? this.#requirement : null;
    if (this.#repeats === null) return group === null ? {} : { requirementId: group.id };
    const { id, prefix, number } = this.#repeats;
    return { repeatsId: id, prefix, number };
  }

  #items() {
    return this.#session.document?.items ?? [];
  }
}
