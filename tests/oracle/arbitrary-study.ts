/**
 * Random plans for the rules that are about more than dates: programs with graded, repeated and transferred courses,
 * requirement groups, requisites, limits, credentials that expire, continuing education, facts. Values crowd around
 * the borders the rules name (a term that ends yesterday or today, 89 to 91 days before a renewal), because that is
 * where a rule breaks. Drawn step by step; a smaller draw is a plainer plan, so that failures shrink.
 */
import fc, { type GeneratorValue } from 'fast-check';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type {
  Course,
  CourseStatus,
  Credential,
  Experience,
  ItemBase,
  Step,
} from '#shared/domain/plan/items.ts';
import { aPlan, type PlanBuilder } from '../builders/plan-builder.ts';
import { shown } from './arbitrary-plan.ts';
import { daysOf, isoOf } from './oracle-calendar.ts';

/** The `today` the plans are drawn around. */
export const STUDY_TODAY = '2028-01-31';

const TODAY = daysOf(STUDY_TODAY);

/** What an item may come before or after. */
interface Joinable {
  id: string;
  /** For a program the place of its first child: a link into it must come from before them, or closes a loop. */
  first: number;
}

class Study {
  readonly #draw: GeneratorValue;
  readonly plan: PlanBuilder = aPlan();
  readonly #joinable: Joinable[] = [];
  readonly #courses: string[] = [];
  readonly #requirements: string[] = [];
  readonly #withRule: string[] = [];

  readonly #loops: boolean;

  constructor(draw: GeneratorValue, loops: boolean) {
    this.#draw = draw;
    this.#loops = loops;
  }

  document(): PlanDocument {
    const programs = this.#int(0, 2);
    this.#upTo(2, () => this.#single(null));
    for (let n = 1; n <= programs; n += 1) this.#program(`p${n}`);
    this.#single(null);
    this.#upTo(4, () => this.#single(null));
    this.#repeatCourses();
    this.#requisites();
    this.#links();
    this.#facts();
    const goals = this.#joinable.filter(({ id }) => !/^[tc]\d/.test(id));
    this.plan.goal(goals.at(-1 - this.#int(0, Math.min(2, goals.length - 1)))?.id ?? null);
    if (this.#chance(6)) this.plan.target(this.#around([-20, 60, 300], 30));
    return shown(this.plan.build());
  }

  #program(id: string): void {
    const first = this.#joinable.length;
    const pin = this.#chance(8) ? this.#around([-90, 90], 20) : null;
    this.plan.program(id, {
      system: this.#pick('semester', 'quarter'),
      creditsRequired: this.#pick(null, 3, 7.5, 12, 15),
      gpaMinimum: this.#pick(null, 2, 2.85, 3, 3.5),
      gpaGoal: this.#pick(null, 3, 3.7),
      repeats: this.#pick('latest', 'latest', 'all'),
      notBefore: this.#chance(3) ? this.#around([-200, 0, 30], 20) : null,
      mustEndBy: this.#chance(3) ? this.#around([60, 200, 400], 40) : null,
      pinStart: pin,
      pinEnd: pin === null ? null : isoOf(daysOf(pin) + this.#int(0, 300)),
      actualStart: this.#chance(8) ? this.#around([-300, -100], 40) : null,
    });
    const requirements = Array.from({ length: this.#int(0, 3) }, (_, n) => `${id}-r${n + 1}`);
    this.#requirements.push(...requirements);
    const terms = this.#terms(id);
    this.#upTo(7, () => this.#course(id, terms));
    for (const requirement of requirements) this.#requirement(requirement, id);
    this.#upTo(2, () => this.#single(id));
    this.#joinable.push({ id, first });
  }

  #terms(programId: string): string[] {
    const ids: string[] = [];
    const count = this.#int(0, 3);
    for (let n = 1; n <= count; n += 1) {
      const id = `t${n}${programId}`;
      const firstDay = daysOf(this.#around([-400, -110, -61, -1, 0, 30, 150], 2));
      this.plan.term(id, {
        index: n,
        programId,
        firstDay: isoOf(firstDay),
        lastDay: isoOf(firstDay + this.#pick(0, 29, 60, 61, 110)),
        creditLimit: this.#pick(null, 3, 6, 7),
        creditMinimum: this.#pick(null, 3, 4, 6),
      });
      this.#add(id);
      ids.push(id);
    }
    return ids;
  }

  #course(programId: string, terms: readonly string[]): void {
    const id = `c${this.#courses.length + 1}`;
    const status: CourseStatus = this.#pick(
      'planned',
      'planned',
      'planned',
      'enrolled',
      'completed',
      'completed',
      'completed',
      'withdrawn',
      'transferred',
      'exempt',
    );
    const graded = status === 'completed' || this.#chance(8);
    this.plan.course(id, {
      programId,
      termId: this.#chance(4) ? null : (terms[this.#int(0, 2)] ?? null),
      requirementId: this.#chance(6) ? (this.#requirements.at(-1 - this.#int(0, 3)) ?? null) : null,
      prefix: this.#pick('HSA', 'HSA', ' hsa', 'ACC', 'XX'),
      number: this.#pick('101', '101', '102', '102l', '102 L', '1xx', 'XX', ''),
      credits: this.#pick(3, 3, 4, 1, 1.5, 0, null),
      status,
      grade: graded
        ? this.#pick(null, 'A', 'A-', 'B+', 'b ', 'C', 'C−', 'D-', 'F', 'P', 'NP', 'W', '87%')
        : null,
      actualEnd: this.#chance(10) ? this.#around([-300, -100], 20) : null,
    });
    this.#courses.push(id);
    this.#add(id);
  }

  #requirement(id: string, programId: string): void {
    const rule = this.#pick('all', 'credits', 'choose');
    this.plan.requirement(id, {
      programId,
      title: `Group ${id}`,
      rule,
      amount: rule === 'all' ? null : rule === 'credits' ? this.#pick(3, 4, 6, 7.5, 12) : this.#int(1, 3),
      minGrade: this.#pick(null, null, 'C', 'B'),
      shared: this.#chance(4),
      eligible: this.#courses.filter(() => this.#chance(2)),
    });
  }

  /** An item that is no program, term or course, alone or as a child of a program. */
  #single(programId: string | null): void {
    const id = `i${this.#joinable.length + 1}`;
    const base = { programId, ...this.#dates() };
    switch (this.#int(0, 6)) {
      case 0:
        this.plan.milestone(id, { ...base, doneOn: this.#chance(4) ? this.#around([-30, 0], 2) : null });
        break;
      case 1:
      case 2:
        this.plan.credential(id, { ...base, ...this.#credential() });
        this.#withRule.push(id);
        break;
      case 3:
      case 4:
        this.plan.experience(id, { ...base, ...this.#experience() });
        break;
      case 5:
        this.plan.step(id, { ...base, ...this.#exam() });
        break;
      default:
        this.plan.step(id, { ...base, length: this.#pick(1, 5, 30), bestLength: this.#pick(null, 1, 1) });
    }
    this.#add(id);
  }

  #dates(): Partial<ItemBase> {
    switch (this.#int(0, 11)) {
      case 0:
      case 1:
        return { notBefore: this.#around([-40, 0, 60], 3) };
      case 2:
      case 3:
        return { pinStart: this.#around([-40, 0, 29, 90], 2) };
      case 4:
        return { actualStart: this.#around([-90, -20], 10) };
      case 5:
        return { actualEnd: this.#around([-90, -1], 5) };
      case 6: {
        const actualEnd = this.#around([-90, -1], 5);
        return { actualEnd, actualStart: isoOf(daysOf(actualEnd) - this.#int(0, 60)) };
      }
      default:
        return {};
    }
  }

  #credential(): Partial<Credential> {
    const issued = this.#chance(2) ? this.#around([-731, -366, -200], 3) : null;
    const expires = this.#chance(3) ? null : this.#around([-3, 0, 30, 89, 179, 300], 2);
    return {
      issued: issued !== null && expires !== null && expires < issued ? null : issued,
      expires,
      renewMonths: this.#pick(null, 12, 24),
      ceMonths: this.#pick(null, null, 6, 12, 24),
      ceHours: this.#pick(null, 4, 10),
      ceTopics: this.#chance(3) ? [{ topic: 'Ethics', hours: 2 }] : [],
      ce: Array.from({ length: this.#int(0, 3) }, (_, n) => ({
        id: `ce${n}`,
        day: this.#around([-700, -366, -180, -10, 0], 5),
        hours: this.#pick(1, 2.5, 4, 10),
        topic: this.#pick(null, 'Ethics', ' ethics', 'Law'),
        title: null,
      })),
    };
  }

  #experience(): Partial<Experience> {
    const logged = this.#chance(2) ? this.#int(1, 3) : 0;
    return {
      sort: this.#pick('internship', 'ait', 'residency', 'job'),
      hoursRequired: this.#pick(40, 100, 0.3, null),
      hoursPerWeek: this.#pick(40, 20, 7, null),
      log: Array.from({ length: logged }, (_, n) => ({
        id: `h${n}`,
        day: this.#around([-100, -20, -1], 10),
        hours: this.#pick(20, 40, 0.1, 0.2, 8),
        note: null,
      })),
      ...(this.#chance(4)
        ? { length: this.#pick(2, 6), lengthUnit: this.#pick('week', 'month', 'day') }
        : {}),
    };
  }

  #exam(): Partial<Step> {
    return {
      sort: 'exam',
      validDays: this.#pick(null, 30, 60, 365),
      retakeDays: this.#pick(null, 0, 30),
      attempts: Array.from({ length: this.#int(0, 2) }, (_, n) => ({
        id: `a${n}`,
        day: this.#around([-90, -30, -1], 3),
        result: this.#pick('passed', 'failed'),
        score: null,
      })),
    };
  }

  /** Marks some courses as repeats of others; rings can come in with a file. */
  #repeatCourses(): void {
    const repeats = new Map<string, string>();
    for (const id of this.#courses) {
      const other = this.#courses[this.#int(0, this.#courses.length - 1)];
      if (other !== undefined && other !== id && this.#chance(6)) repeats.set(id, other);
    }
    this.plan.change((item) =>
      item.kind === 'course' ? ({ ...item, repeatsId: repeats.get(item.id) ?? null } satisfies Course) : item,
    );
  }

  #requisites(): void {
    const circles = this.#chance(3);
    if (this.#courses.length < 2) return;
    const count = this.#int(0, 5);
    for (let n = 0; n < count; n += 1) {
      const at = this.#int(circles ? 0 : 1, this.#courses.length - 1);
      const course = this.#courses[at] ?? '';
      const could = this.#courses.filter((id, place) => id !== course && (circles || place < at));
      const needs = could.filter(() => this.#chance(Math.max(1, could.length - 1))).slice(0, 3);
      if (needs.length === 0) continue;
      const minGrade = this.#pick(null, null, 'C');
      this.plan.requisites(
        course,
        needs.map((courseId) => ({ courseId, minGrade })),
        {
          kind: this.#pick('pre', 'pre', 'co', 'strict'),
          need: this.#chance(3) ? this.#int(1, needs.length) : null,
        },
      );
    }
  }

  #links(): void {
    const circles = this.#loops && this.#chance(2);
    const pairs = new Set<string>();
    const groups = new Set<string>();
    const count = this.#int(0, 10);
    for (let n = 1; n <= count; n += 1) {
      const to = this.#joinable[this.#int(0, this.#joinable.length - 1)];
      const from =
        to &&
        this.#joinable[circles ? this.#int(0, this.#joinable.length - 1) : to.first - 1 - this.#int(0, 4)];
      const kind = this.#pick('FS', 'FS', 'FS', 'SS', 'FF');
      if (to === undefined || from === undefined || from === to || pairs.has(`${from.id} ${to.id} ${kind}`))
        continue;
      pairs.add(`${from.id} ${to.id} ${kind}`);
      const groupId = this.#chance(5) ? `g-${to.id}` : null;
      if (groupId !== null && !groups.has(groupId)) {
        groups.add(groupId);
        this.plan.group(groupId, to.id, this.#pick(1, 1, 2));
      }
      this.plan.link(from.id, to.id, {
        kind,
        lag: this.#pick(0, 0, 5, -10),
        window: kind === 'FS' && this.#chance(3) ? this.#int(0, 40) : null,
        groupId,
        position: this.#int(1, 5),
      });
    }
  }

  #facts(): void {
    for (const itemId of this.#withRule) {
      if (!this.#chance(2)) continue;
      const field = this.#pick(
        'Training hours',
        'AIT',
        'Training hours',
        'Continuing education hours',
        'Fee',
      );
      const value = this.#pick('40', '1,000', '139.5', 'not known', null);
      this.plan.fact(`${itemId}-rule`, { itemId, field, value, unit: this.#pick('hours', 'h', null) });
    }
    const count = this.#int(0, 3);
    for (let n = 0; n < count; n += 1) {
      const itemId = this.#chance(3)
        ? null
        : (this.#joinable[this.#int(0, this.#joinable.length - 1)]?.id ?? null);
      const checkedOn = this.#chance(4) ? null : this.#around([-800, -366, -100], 1);
      this.plan.fact(`f${n}`, { itemId, checkedOn });
    }
  }

  #add(id: string): void {
    this.#joinable.push({ id, first: this.#joinable.length });
  }

  /** A day near one of the given distances from today. */
  #around(distances: readonly number[], spread: number): string {
    return isoOf(TODAY + this.#pick(...distances) + this.#int(-spread, spread));
  }

  #upTo(most: number, each: (n: number) => void): void {
    const count = this.#int(0, most);
    for (let n = 0; n < count; n += 1) each(n);
  }

  #int(min: number, max: number): number {
    return max <= min ? min : this.#draw(fc.integer, { min, max });
  }

  #pick<const T extends readonly unknown[]>(...values: T): T[number] {
    return values[this.#int(0, values.length - 1)];
  }

  /** True once in `times`. */
  #chance(times: number): boolean {
    return this.#int(0, times - 1) === times - 1;
  }
}

/** Plans of up to about 25 items without loops of links, made for `STUDY_TODAY`. Requisites may run in circles. */
export const arbitraryStudy: fc.Arbitrary<PlanDocument> = fc
  .gen()
  .map((draw) => new Study(draw, false).document());

/** Plans like `arbitraryStudy` in which links may run in circles too, as they can in an imported plan. */
export const arbitraryStudyWithLoops: fc.Arbitrary<PlanDocument> = fc
  .gen()
  .map((draw) => new Study(draw, true).document());
