import type { PrintedFile, PrintStage } from '#shared/contract/print-options.ts';
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
  const jobs = createJobs<PrintStage, PrintedFile>(limits);
  const gone = { ok: false, error: { code: 'job-gone' } } as const;

  return {
    actions: {
      'print.start': async (request) => {
        const name = fileNameOf(dispatch, request.planId, 'pdf');
        if (!name.ok) return name;
        const end = new AbortController();
        let stage: PrintStage = 'opening';
        const pdf = printer.print(request, {
          reach: (next) => (stage = next),
          signal: end.signal,
        });
        const jobId = jobs.add({
          progress: () => stage,
          result: pdf.then((bytes) => ({ name: name.value, base64: base64Of(bytes) })),
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
