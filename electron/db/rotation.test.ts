import { describe, expect, it } from 'vitest';
import { copyName, readCopyName, type CopyName } from './copy-names.ts';
import { surplusCopies } from './rotation.ts';

const MS_PER_DAY = 86_400_000;

/** A folder in which copies are made and rotated, at whatever the clock says. */
class Folder {
  copies: CopyName[] = [];
  #number = 0;

  make(at: string | number, why = 'daily'): this {
    const iso = new Date(at).toISOString();
    this.#number += 1;
    this.copies.push({ number: this.#number, at: iso, why, folder: why === 'replaced' });
    const gone = surplusCopies(this.copies);
    this.copies = this.copies.filter((copy) => !gone.includes(copy));
    return this;
  }

  /** One copy a day, so many days from `first` on. */
  daily(first: string, days: number): this {
    for (let day = 0; day < days; day += 1) this.make(Date.parse(first) + day * MS_PER_DAY);
    return this;
  }

  get days(): string[] {
    return this.copies.map(({ at }) => at?.slice(0, 10) ?? '');
  }
}

describe('rotation', () => {
  it('keeps the last three, seven days, four weeks and twelve months', () => {
    const { days } = new Folder().daily('2025-01-01T12:00Z', 500);
    // The last day is May 15, 2026.
    expect(days.slice(-7)).toEqual(['09', '10', '11', '12', '13', '14', '15'].map((day) => `2026-05-${day}`));
    expect(days).toContain('2026-05-03');
    expect(days).toContain('2026-04-30');
    expect(days).toContain('2025-06-30');
    expect(days).not.toContain('2025-05-31');
    expect(days.length).toBeLessThanOrEqual(3 + 7 + 4 + 12);
  });

  it('keeps the last three of one day', () => {
    const folder = new Folder().make('2026-05-14T08:00Z');
    for (const hour of ['08', '09', '10', '11', '12']) folder.make(`2026-05-15T${hour}:00Z`, 'before-import');
    expect(folder.copies.map(({ number }) => number)).toEqual([1, 4, 5, 6]);
  });

  it('never takes away what a person asked for, nor the newest state of each kind to come back to', () => {
    const folder = new Folder()
      .make('2024-01-01T12:00Z', 'by-hand')
      .make('2024-01-02T12:00Z', 'before-migration')
      .make('2024-01-03T12:00Z', 'replaced')
      .daily('2025-01-01T12:00Z', 500);
    expect(folder.copies.slice(0, 3).map(({ why }) => why)).toEqual([
      'by-hand',
      'before-migration',
      'replaced',
    ]);
  });

  it('keeps a checked copy among many states that were replaced', () => {
    const folder = new Folder().make('2026-05-15T08:00Z');
    for (let minute = 10; minute < 60; minute += 1) folder.make(`2026-05-15T09:${minute}Z`, 'replaced');
    expect(folder.copies.some((copy) => !copy.folder)).toBe(true);
    expect(folder.copies.length).toBeLessThan(6);
  });
});

describe('a clock that jumps', () => {
  const usual = () => new Folder().daily('2026-04-01T12:00Z', 30);

  it('far ahead takes away no more than a new month does', () => {
    const before = usual().days;
    const after = usual().make('2090-01-01T12:00Z').days;
    expect(before.filter((day) => !after.includes(day)).length).toBeLessThanOrEqual(3);
  });

  it('far ahead and back again leaves the copies of now in their order', () => {
    const folder = usual().make('2090-01-01T12:00Z').daily('2026-05-01T12:00Z', 3);
    expect(folder.days.slice(-3)).toEqual(['2026-05-01', '2026-05-02', '2026-05-03']);
    expect(folder.days).toContain('2026-04-28');
  });

  it('back keeps the newest by number, whatever their dates', () => {
    const folder = usual().daily('1999-01-01T12:00Z', 3);
    expect(folder.days.slice(-3)).toEqual(['1999-01-01', '1999-01-02', '1999-01-03']);
    expect(folder.days).toContain('2026-04-30');
    expect(folder.days).toContain('2026-04-27');
  });
});

describe('the name of a copy', () => {
  it.each<CopyName>([
    { number: 7, at: '2026-11-28T03:11:00.000Z', why: 'before-import', folder: false },
    { number: 1_234_567, at: '2026-11-28T23:59:00.000Z', why: 'replaced', folder: true },
    { number: 3, at: null, why: 'replaced', folder: true },
  ])('reads back as it was written: %o', (name) => {
    expect(readCopyName(copyName(name))).toEqual(name);
  });

  it.each(['', 'notes.txt', 'x 2026-11-28 0311 daily.throughline-backup', '000001 daily.part-77'])(
    'is none of ours: %s',
    (name) => {
      expect(readCopyName(name)).toBeNull();
    },
  );
});
