import { describe, expect, it } from 'vitest';
import { toDay, toIso } from '#shared/domain/time/day.ts';
import { cutTiles } from './tiles.ts';

const extent = { first: toDay('2027-09-01'), last: toDay('2029-08-01') };
const all = { from: null, to: null };
const spans = (tiles: ReturnType<typeof cutTiles>) =>
  tiles.map(({ from, until, academicYear }) => [toIso(from), toIso(until - 1), academicYear]);

describe('the tiles of a timeline', () => {
  it('are the academic years it touches, whole ones', () => {
    expect(spans(cutTiles(extent, { ...all, per: 'year' }))).toEqual([
      ['2027-08-01', '2028-07-31', 2027],
      ['2028-08-01', '2029-07-31', 2028],
      ['2029-08-01', '2030-07-31', 2029],
    ]);
  });

  it('are as many as asked for, without a gap, to the day', () => {
    const tiles = cutTiles(extent, { ...all, per: 4 });
    expect(tiles).toHaveLength(4);
    expect(tiles[0]?.from).toBe(extent.first);
    expect(tiles.at(-1)?.until).toBe(extent.last + 1);
    tiles.slice(1).forEach((tile, place) => expect(tile.from).toBe(tiles[place]?.until));
  });

  it('are never shorter than a day', () => {
    const tiles = cutTiles({ first: 10, last: 12 }, { ...all, per: 60 });
    expect(tiles.map(({ from, until }) => until - from)).toEqual([1, 1, 1]);
  });

  it('obey the days asked for, also beyond the plan', () => {
    const range = { from: '2028-01-01', to: '2031-01-01' };
    expect(spans(cutTiles(extent, { ...range, per: 1 }))).toEqual([['2028-01-01', '2031-01-01', null]]);
    expect(cutTiles(extent, { ...range, per: 'year' })).toHaveLength(4);
    expect(cutTiles(null, { ...range, per: 1 })).toHaveLength(1);
  });

  it('are none for an empty plan or days in the wrong order', () => {
    expect(cutTiles(null, { ...all, per: 'year' })).toEqual([]);
    expect(cutTiles(extent, { from: '2029-01-01', to: '2028-01-01', per: 3 })).toEqual([]);
  });
});
