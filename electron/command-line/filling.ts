import type { Proposal } from '#shared/contract/fill.ts';
import { applyFilling } from '#shared/domain/fill/new-terms.ts';
import { byEnd } from '#shared/domain/fill/open-terms.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { sumCredits } from '#shared/domain/audit/standing.ts';
import type { Term } from '#shared/domain/plan/items.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { formatDay } from '#shared/words/dates.ts';
import { FILL_TITLES, sentenceForFillNote, sentenceForFillReason } from '#shared/words/filling.ts';
import { countOf, formatNumber } from '#shared/words/numbers.ts';
import { propose, type ProposalJob } from '#electron/solve/propose.ts';
import {
  CommandFailure,
  planNamed,
  UsageError,
  type Command,
  type Invocation,
  type Output,
} from './command.ts';
import { dateOption, wholeOption } from './plans.ts';
import { columns } from './tables.ts';

const text = { type: 'string' } as const;

export const fillCommands: Record<string, Command> = {
  fill: {
    usage: 'PLAN [--apply] [--terms N [--start DATE] [--limit CREDITS] [--program ID]] [--seconds N]',
    summary:
      'Propose a term for every unplaced course; --apply stores it, --terms adds so many terms first, after those there are or from --start on',
    words: [1, 1],
    options: {
      apply: { type: 'boolean' },
      terms: text,
      start: text,
      limit: text,
      program: text,
      seconds: text,
    },
    database: 'open',
    run: async (invocation) => {
      const planId = planNamed(invocation, invocation.words[0] ?? '');
      const document = invocation.ask('plan.read', { planId });
      const proposed = propose(document, toDay(invocation.today), wishOf(invocation, document));
      if (!proposed.ok) throw new CommandFailure(proposed.error);
      const { proposal, interrupted } = await untilDone(proposed.job);
      const { filling, newTerms } = proposal;
      const found = filling.placements.length > 0;
      const applied = invocation.options['apply'] === true && found && !interrupted;
      const stored = applied
        ? invocation.ask('plan.place', { planId, newTerms, placements: filling.placements })
        : null;
      const named = stored === null ? proposal : withIds(proposal, stored.termIds);
      return report({ planId, document, proposal: named, applied, interrupted, invocation });
    },
  },
};

/** The proposal with the ids that its new terms got when they were stored. */
function withIds({ filling, newTerms }: Proposal, ids: Readonly<Record<string, string>>): Proposal {
  const idOf = (key: string): string => ids[key] ?? key;
  const orNull = (key: string | null): string | null => (key === null ? null : idOf(key));
  return {
    newTerms: newTerms.map((term) => ({ ...term, key: idOf(term.key) })),
    filling: {
      ...filling,
      lastTerm: orNull(filling.lastTerm),
      programs: filling.programs.map((each) => ({ ...each, lastTerm: orNull(each.lastTerm) })),
      placements: filling.placements.map((each) => ({ ...each, termId: idOf(each.termId) })),
    },
  };
}

function wishOf({ options }: Invocation, document: PlanDocument) {
  const { terms, start, limit, program, seconds } = options as Record<string, string | undefined>;
  const alone = (['start', 'limit', 'program'] as const).find((name) => options[name] !== undefined);
  if (terms === undefined && alone !== undefined)
    throw new UsageError(`--${alone} is about new terms; say with --terms how many there are to be.`);
  if (program !== undefined && !document.items.some(({ id, kind }) => id === program && kind === 'program'))
    throw new CommandFailure({ code: 'not-found', noun: 'program', id: program });
  return {
    ...(seconds === undefined ? {} : { seconds: upTo('--seconds', seconds, 600) }),
    ...(terms === undefined
      ? {}
      : {
          newTerms: {
            count: upTo('--terms', terms, 40),
            start: start === undefined ? null : dateOption('--start', start),
            creditLimit: limit === undefined ? null : creditOption(limit),
            programId: program ?? null,
          },
        }),
  };
}

function upTo(field: string, value: string, most: number): number {
  const number = wholeOption(field, value);
  if (number <= most) return number;
  throw new CommandFailure({
    code: 'unusable-value',
    field,
    value,
    expected: `a whole number from 1 to ${most}`,
  });
}

function creditOption(value: string): number {
  const credits = Number(value);
  if (/^\d+(\.\d+)?$/.test(value) && credits <= 1_000) return credits;
  throw new CommandFailure({
    code: 'unusable-value',
    field: '--limit',
    value,
    expected: 'a number of credits such as 15',
  });
}

/** Waits for the proposal. Ctrl-C ends the search at once, with the best so far and nothing stored. */
async function untilDone(job: ProposalJob): Promise<{ proposal: Proposal; interrupted: boolean }> {
  let interrupted = false;
  const stop = (): void => {
    interrupted = true;
    job.stop();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    return { proposal: await job.result, interrupted };
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

interface Outcome {
  planId: string;
  document: PlanDocument;
  proposal: Proposal;
  applied: boolean;
  interrupted: boolean;
  invocation: Invocation;
}

function report({ planId, document, proposal, applied, interrupted, invocation }: Outcome): Output {
  const { filling, newTerms } = proposal;
  const after = applyFilling(document, newTerms, filling.placements);
  const titles = new Map(after.items.map(({ id, title }) => [id, title]));
  const titleOf = (id: string): string => titles.get(id) ?? id;
  const reasons = filling.reasons.map((reason) => ({
    ...reason,
    message: sentenceForFillReason(reason, titleOf),
  }));
  const notes = filling.notes.map((note) => ({ ...note, message: sentenceForFillNote(note, titleOf) }));
  const value = {
    planId,
    ...filling,
    placements: filling.placements.map((placement) => ({
      ...placement,
      title: titleOf(placement.courseId),
      term: titleOf(placement.termId),
    })),
    newTerms,
    reasons,
    notes,
    applied,
  };
  const missed = invocation.options['apply'] === true && !applied && filling.status !== 'nothing-to-place';
  const lines = [
    `${FILL_TITLES[filling.status]}.`,
    ...reasons.map(({ message }) => message),
    ...notes.map(({ message }) => message),
  ];
  if (filling.status === 'infeasible' && newTerms.length === 0)
    lines.push('With --terms N so many terms are added for it.');
  if (filling.placements.length > 0) {
    const next = applied
      ? 'Stored. “throughline undo” takes it back.'
      : interrupted
        ? 'Stopped; nothing was stored.'
        : 'Nothing is stored yet; --apply stores it.';
    lines.push('', tableOf(after, proposal), '', next);
  } else if (interrupted) lines.push('Stopped; nothing was stored.');
  return { value, text: lines.join('\n'), exit: interrupted ? 130 : missed ? 1 : 0 };
}

/** Term by term the courses that are proposed, and the credits of all that is in it against the limit. */
function tableOf(after: PlanDocument, { filling }: Proposal): string {
  const courses = after.items.filter((item) => item.kind === 'course');
  const proposed = new Set(filling.placements.map(({ courseId }) => courseId));
  const programs = after.items.filter((item) => item.kind === 'program');
  const several = filling.programs.length > 1;
  return programs
    .filter(({ id }) => filling.programs.some(({ programId }) => programId === id))
    .map(({ id, title }) => {
      const terms = after.items
        .filter((item): item is Term => item.kind === 'term' && item.programId === id)
        .sort(byEnd);
      const rows = terms.flatMap((term) => {
        const there = courses.filter(({ termId, status }) => termId === term.id && status !== 'withdrawn');
        const { credits } = sumCredits(there);
        const limit = term.creditLimit === null ? 'no limit' : `of ${formatNumber(term.creditLimit)}`;
        const added = there.filter((course) => proposed.has(course.id));
        return [
          [term.title, formatDay(term.firstDay), countOf(credits, 'credit'), limit],
          ...added.map((course) => [`  ${course.title}`, '', creditsText(course.credits), '']),
        ];
      });
      return `${several ? `${title}\n` : ''}${columns(rows)}`;
    })
    .join('\n\n');
}

const creditsText = (credits: number | null): string => (credits === null ? '?' : formatNumber(credits));
