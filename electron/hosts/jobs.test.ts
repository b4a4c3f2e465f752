import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createJobs, type Job } from './jobs.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aJob() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const job: Job<number, string> = { progress: () => 7, result: promise, stop: vi.fn(), drop: vi.fn() };
  return { job, resolve, reject };
}
const open = () => createJobs<number, string>({ most: 2, forgetAfterMs: 1_000 });

describe('jobs', () => {
  it('say how far they are, then what came out', async () => {
    const jobs = open();
    const { job, resolve } = aJob();
    const id = jobs.add(job);
    expect(jobs.read(id)).toEqual({ progress: 7, result: null });
    resolve('done');
    await job.result;
    expect(jobs.read(id)).toEqual({ progress: 7, result: 'done' });
  });

  it('pass on what broke, once', async () => {
    const jobs = open();
    const { job, reject } = aJob();
    const id = jobs.add(job);
    reject(new Error('broken'));
    await job.result.catch(() => undefined);
    expect(() => jobs.read(id)).toThrow('broken');
    expect(jobs.read(id)).toBeNull();
  });

  it('are ended when nobody asks about them, and kept while somebody does', async () => {
    const jobs = open();
    const [asked, left] = [aJob(), aJob()];
    const id = jobs.add(asked.job);
    jobs.add(left.job);
    for (let turn = 0; turn < 3; turn += 1) {
      await vi.advanceTimersByTimeAsync(600);
      expect(jobs.read(id)).not.toBeNull();
    }
    expect(left.job.drop).toHaveBeenCalledOnce();
    expect(asked.job.drop).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_001);
    expect(jobs.read(id)).toBeNull();
    expect(asked.job.drop).toHaveBeenCalledOnce();
  });

  it('never are more than the most there may be', () => {
    const jobs = open();
    const three = [aJob(), aJob(), aJob()];
    const ids = three.map(({ job }) => jobs.add(job));
    expect(three[0]?.job.drop).toHaveBeenCalledOnce();
    expect(ids.map((id) => jobs.read(id) !== null)).toEqual([false, true, true]);
  });

  it('stop when asked, and end when the host closes', () => {
    const jobs = open();
    const { job } = aJob();
    const id = jobs.add(job);
    expect(jobs.stop(id)).toBe(true);
    expect(job.stop).toHaveBeenCalledOnce();
    expect(jobs.stop('other')).toBe(false);
    jobs.close();
    expect(job.drop).toHaveBeenCalledOnce();
    expect(jobs.read(id)).toBeNull();
  });
});
