import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Notices } from './notices.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LONG = 60_000;
const kinds = (notices: Notices) => notices.list.map(({ kind }) => kind);

describe('notices', () => {
  it('leave by themselves, but failures stay', () => {
    const notices = new Notices();
    notices.fail({ code: 'link-exists' });
    notices.done('item.move', 'AIT');
    vi.advanceTimersByTime(LONG);
    expect(kinds(notices)).toEqual(['failure']);
  });

  it('stay while somebody is at them, and their whole time afterwards', () => {
    const notices = new Notices();
    notices.done('item.move', 'AIT');
    notices.hold();
    vi.advanceTimersByTime(LONG);
    notices.show({ kind: 'saved', file: 'a.pdf' });
    vi.advanceTimersByTime(LONG);
    expect(kinds(notices)).toEqual(['done', 'saved']);
    notices.release();
    vi.advanceTimersByTime(1_000);
    expect(kinds(notices)).toEqual(['done', 'saved']);
    vi.advanceTimersByTime(LONG);
    expect(kinds(notices)).toEqual([]);
  });

  it('are three at most, and only the newest step of the history has its undo', () => {
    const notices = new Notices();
    notices.done('item.move', 'AIT');
    notices.show({ kind: 'saved', file: 'a.pdf' });
    notices.done('item.delete', 'Exam');
    expect(notices.list).toMatchObject([{ kind: 'saved' }, { kind: 'done', subject: 'Exam' }]);
    for (let n = 0; n < 3; n += 1) notices.fail({ code: 'link-exists' });
    expect(kinds(notices)).toEqual(['failure', 'failure', 'failure']);
  });

  it('begin anew when the last one that was held has been dismissed', () => {
    const notices = new Notices();
    notices.done('item.move', 'AIT');
    notices.hold();
    notices.dismiss(notices.list[0]?.id ?? 0);
    notices.done('item.move', 'AIT');
    vi.advanceTimersByTime(LONG);
    expect(kinds(notices)).toEqual([]);
  });
});
