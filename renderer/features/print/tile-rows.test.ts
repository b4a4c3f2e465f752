import { describe, expect, it } from 'vitest';
import { blankItem } from '#shared/domain/plan/blank-item.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { entryOf } from './tile-rows.ts';

/** Ten pixels a letter, however wide it is. */
const ten = (text: string) => text.length * 10;
const tile = { from: toDay('2027-08-01'), until: toDay('2028-08-01'), academicYear: 2027 };
const dated = {
  item: blankItem('experience', 'ait', 'Residency', 0),
  place: 0,
  start: toDay('2028-05-13'),
  until: toDay('2029-04-28'),
};

describe('the dates of a bar', () => {
  it('are broken after their dash where they are wider than the name has room, whatever spaces are around it', () => {
    const { label, datePieces } = entryOf(dated, { tile, width: 1000, measure: { normal: ten, bold: ten } });
    expect(datePieces).toHaveLength(2);
    expect(datePieces.join('')).toMatch(/^May 13, 2028\s–\sApr 27, 2029$/u);
    for (const piece of datePieces) expect(ten(piece)).toBeLessThanOrEqual(label.width);
    expect(label.lines).toBe(3);
  });

  it('stay together where there is room', () => {
    const { datePieces } = entryOf(dated, { tile, width: 4000, measure: { normal: ten, bold: ten } });
    expect(datePieces).toHaveLength(1);
  });
});
