import type { OutputOf, ParsedOf } from '#shared/contract/contract.ts';
import type { ActionReply, Reply } from '#shared/contract/define.ts';
import type { PrintedPdf, PrintNote, PrintStage } from '#shared/contract/print-options.ts';
import { createJobs, type JobLimits } from '#electron/hosts/jobs.ts';
import type { Action } from '#electron/hosts/route.ts';
import { base64Of, fileNameOf } from './named-file.ts';
import { PrintError, type Printer } from './printer.ts';

const LIMITS: JobLimits = { most: 4, forgetAfterMs: 30_000 };

/** The three actions about a PDF, with what ends those that are still being made. */
export interface PrintActions {
  actions: { [N in 'print.start' | 'print.read' | 'print.stop']: Action<N> };
  close(): void;
}

/** Making PDFs on every host: a page starts one, asks how far it is, and may call it off. */
export function createPrintActions(
  printer: Pick<Printer, 'print'>,
  dispatch: (text: string) => string,
  limits = LIMITS,
): PrintActions {
  const jobs = createJobs<PrintStage, PrintedPdf>(limits);
  const gone = { ok: false, error: { code: 'job-gone' } } as const;

  return {
    actions: {
      'print.start': async (request) => {
        const name = fileNameOf(dispatch, request.planId, 'pdf');
        if (!name.ok) return name;
        const compared = comparable(dispatch, request);
        if (!compared.ok) return compared;
        const end = new AbortController();
        let stage: PrintStage = 'opening';
        let notes: PrintNote[] = [];
        const pdf = printer.print(request, {
          reach: (next) => (stage = next),
          note: (said) => (notes = said),
          signal: end.signal,
        });
        const jobId = jobs.add({
          progress: () => stage,
          result: pdf.then((bytes) => ({ name: name.value, base64: base64Of(bytes), notes })),
          stop: () => end.abort(),
          drop: () => end.abort(),
        });
        return { ok: true, value: { jobId } };
      },
      'print.read': async ({ jobId }) => {
        try {
          const state = jobs.read(jobId);
          return state ? { ok: true, value: state } : gone;
        } catch (error) {
          if (error instanceof PrintError) return { ok: false, error: error.failure };
          throw error;
        }
      },
      'print.stop': async ({ jobId }) => (jobs.stop(jobId) ? { ok: true, value: null } : gone),
    },
    close: () => jobs.close(),
  };
}

/** Whether there is what the section of changes tells from. Asked here for the same reason as the name: a page would only fail later. */
function comparable(
  dispatch: (text: string) => string,
  { planId, options: { sections, baseline } }: ParsedOf<'print.start'>,
): ActionReply<null> {
  const ask = <Value>(name: string, input: object) =>
    JSON.parse(dispatch(JSON.stringify({ name, input }))) as Reply<Value>;
  if (!sections.includes('changes')) return { ok: true, value: null };
  const list = ask<OutputOf<'baseline.list'>>('baseline.list', { planId });
  if (!list.ok) return list;
  if (list.value.some(({ id }) => baseline === null || id === baseline)) return { ok: true, value: null };
  // Only for its refusal: what a baseline holds is long.
  const reply = ask('baseline.read', { planId, ...(baseline === null ? {} : { baselineId: baseline }) });
  return reply.ok ? { ok: true, value: null } : reply;
}
