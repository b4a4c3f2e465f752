import { describe, expect, it } from 'vitest';
import { printOptions } from '#shared/contract/print-options.ts';
import { createPrintActions } from '#electron/print/print-actions.ts';
import { PrintError, type Printer, type PrintWatch } from '#electron/print/printer.ts';

const options = printOptions.parse({ paper: 'a4', sections: ['summary'] });
const request = { planId: 'p1', options };
const plans = () =>
  JSON.stringify({ ok: true, value: [{ id: 'p1', name: 'Ada', template: null, items: 3 }] });
const nobody: Printer['print'] = () => Promise.reject(new Error('must not run'));

async function started(
  print: Printer['print'],
  dispatch = plans,
  limits?: Parameters<typeof createPrintActions>[2],
) {
  const made = createPrintActions({ print }, dispatch, limits);
  const { actions } = made;
  const reply = await actions['print.start'](request);
  if (!reply.ok) throw new Error(reply.error.code);
  const { jobId } = reply.value;
  return { actions, close: () => made.close(), jobId, read: () => actions['print.read']({ jobId }) };
}

describe('making a PDF', () => {
  it('says how far it is and gives the file under the plan’s name', async () => {
    const pdf = Promise.withResolvers<Uint8Array>();
    const asked: unknown[] = [];
    let watch: PrintWatch = {};
    const note = { code: 'more-pages', asked: 2, pages: 5 } as const;
    const { read } = await started((wanted, by = {}) => {
      asked.push(wanted);
      watch = by;
      return pdf.promise;
    });
    expect(asked).toEqual([request]);
    expect(await read()).toEqual({ ok: true, value: { progress: 'opening', result: null } });
    watch.note?.([note]);
    watch.reach?.('writing');
    expect(await read()).toEqual({ ok: true, value: { progress: 'writing', result: null } });
    pdf.resolve(Buffer.from('%PDF-1.5'));
    const base64 = Buffer.from('%PDF-1.5').toString('base64');
    await expect.poll(read).toEqual({
      ok: true,
      value: { progress: 'writing', result: { name: 'Ada.pdf', base64, notes: [note] } },
    });
  });

  it('of a plan that is gone, or cannot be read, opens no page', async () => {
    const gone = createPrintActions({ print: nobody }, plans).actions;
    expect(await gone['print.start']({ planId: 'p2', options })).toEqual({
      ok: false,
      error: { code: 'not-found', noun: 'plan', id: 'p2' },
    });
    const unread = { ok: false, error: { code: 'database-moved', file: 'x.db' } };
    const { actions } = createPrintActions({ print: nobody }, () => JSON.stringify(unread));
    expect(await actions['print.start'](request)).toEqual(unread);
  });

  it('tells changes from a baseline that is there, and opens no page otherwise', async () => {
    const changes = { planId: 'p1', options: printOptions.parse({ sections: ['changes'], baseline: 'b1' }) };
    const refused = { ok: false, error: { code: 'not-found', noun: 'baseline', id: 'b1' } };
    const answering = (ids: string[]) => (text: string) => {
      const { name } = JSON.parse(text) as { name: string };
      if (name === 'plan.list') return plans();
      return JSON.stringify(
        name === 'baseline.list' ? { ok: true, value: ids.map((id) => ({ id })) } : refused,
      );
    };
    const gone = createPrintActions({ print: nobody }, answering(['b2'])).actions;
    expect(await gone['print.start'](changes)).toEqual(refused);
    const there = createPrintActions({ print: () => new Promise(() => undefined) }, answering(['b2', 'b1']));
    expect(await there.actions['print.start'](changes)).toMatchObject({ ok: true });
    there.close();
  });

  it('passes on what the printer refuses, and nothing else', async () => {
    const failure = { code: 'print-failed', detail: 'too large' } as const;
    const refused = await started(() => Promise.reject(new PrintError(failure)));
    await expect.poll(refused.read).toEqual({ ok: false, error: failure });
    expect(await refused.read()).toEqual({ ok: false, error: { code: 'job-gone' } });
    const broken = await started(() => Promise.reject(new RangeError('x')));
    await new Promise(setImmediate);
    await expect(broken.read()).rejects.toThrow(RangeError);
  });

  it.each([
    [
      'when it is told to',
      ({ actions, jobId }: Awaited<ReturnType<typeof started>>) => void actions['print.stop']({ jobId }),
    ],
    ['when the application ends', ({ close }: Awaited<ReturnType<typeof started>>) => close()],
  ])('is called off %s', async (_when, end) => {
    let signal: AbortSignal | undefined;
    const job = await started((_request, watch) => {
      ({ signal } = watch ?? {});
      return new Promise(() => undefined);
    });
    end(job);
    expect(signal?.aborted).toBe(true);
  });

  it('is called off when nobody asks about it any more', async () => {
    const { promise, resolve } = Promise.withResolvers<null>();
    await started(
      (_request, watch) => {
        watch?.signal?.addEventListener('abort', () => resolve(null));
        return new Promise(() => undefined);
      },
      plans,
      { most: 4, forgetAfterMs: 1 },
    );
    await promise;
  });
});
