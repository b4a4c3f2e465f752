import { expect, it } from 'vitest';
import { matching } from './matching.ts';

const options = ['New York', 'North Dakota', 'Nevada', 'Peña Nieto', 'York County'].map((label) => ({
  label,
}));
const labels = (query: string, limit = 10) => matching(options, query, limit).shown.map(({ label }) => label);

it('finds every word, whatever the case and the accents', () => {
  expect(labels('york')).toEqual(['York County', 'New York']);
  expect(labels('PENA')).toEqual(['Peña Nieto']);
  expect(labels('dak north')).toEqual(['North Dakota']);
  expect(labels('x')).toEqual([]);
  expect(labels('')).toHaveLength(5);
});

it('searches hints too', () => {
  expect(matching([{ label: 'California', hint: 'CA' }], 'ca', 5).shown).toHaveLength(1);
});

it('says how many it leaves out', () => {
  expect(matching(options, 'n', 2).more).toBe(3);
  expect(matching(options, 'york', 2).more).toBe(0);
});
