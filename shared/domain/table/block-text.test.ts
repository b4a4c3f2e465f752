import { expect, it } from 'vitest';
import { toHtml, toTabs } from './block-text.ts';

it('writes cells between tabs, and in quotation marks what holds a mark or a line end', () => {
  expect(
    toTabs([
      ['Title', 'Notes', 3.5],
      ['Peña “x”', 'one\ntwo "three"', null],
    ]),
  ).toBe('Title\tNotes\t3.5\r\nPeña “x”\t"one\ntwo ""three"""\t');
});

it('guards text that a spreadsheet would run, and no numbers', () => {
  expect(toTabs([['=1+1', '+a', '-b', '@c', "'=d", '\te', -3]])).toBe(
    "'=1+1\t'+a\t'-b\t'@c\t''=d\t\"'\te\"\t-3",
  );
  expect(toHtml([['=1+1']])).toContain("<td>'=1+1</td>");
});

it('writes an HTML table in which nothing of a cell is taken for markup', () => {
  expect(toHtml([['A'], ['<b>&"\nx']], 1)).toBe(
    '<meta charset="utf-8"><table><tr><th>A</th></tr><tr><td>&lt;b&gt;&amp;&quot;<br>x</td></tr></table>',
  );
});

it('writes numbers with all their digits and without an exponent', () => {
  expect(toTabs([[1e-7, 1e21, -2.5e-7]])).toBe('0.0000001\t1000000000000000000000\t-0.00000025');
});
