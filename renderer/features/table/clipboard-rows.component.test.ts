import { expect, it } from 'vitest';
import { toHtml, toTabs } from '#shared/domain/table/block-text.ts';
import { clipboardRows } from './clipboard-rows.ts';

function read(text: string, html = '') {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  if (html !== '') data.setData('text/html', html);
  return clipboardRows(data)?.map(({ cells }) => cells) ?? null;
}

it('reads what the table itself copies, from text and HTML, and from either alone', () => {
  const cells = [
    ['Title', 'Notes'],
    ['=1+1', 'two\nlines  "and" <b>'],
    ['Peña → 中', ''],
  ];
  const [text, html] = [toTabs(cells), toHtml(cells, 1)];
  expect(read(text, html)).toEqual(cells);
  expect(read(text)).toEqual(cells);
  expect(read('', html)).toEqual(cells.map((row) => row.map((cell) => cell.replace('  ', ' '))));
});

it('reads the cells of Excel, with the wrapped lines and style of its HTML', () => {
  const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-number-format:General}</style></head>
<body><table border=0><col width=64><!--StartFragment-->
 <tr height=20><td>Health
  Care</td><td align=right x:num="3.5">3.5</td><td>a<br>
  b<span style='mso-spacerun:yes'>  </span>c</td></tr><!--EndFragment--></table></body></html>`;
  expect(read('Health Care\t3.5\t"a\nb  c"\r\n', html)).toEqual([['Health Care', '3.5', 'a\nb  c']]);
  expect(read('', html)).toEqual([['Health Care', '3.5', 'a\nb c']]);
});

it('takes line ends from the HTML of spreadsheets that leave them out of the text', () => {
  expect(read('a b\tc', '<table><tr><td>a<br>b</td><td>c</td></tr></table>')).toEqual([['a\nb', 'c']]);
  expect(read('x', '<table><tr><td><p>one</p><p>two</p></td></tr></table>')).toEqual([['one\ntwo']]);
});

it('goes by the HTML where the text has other cells, and counts cells that are merged', () => {
  expect(read('a\nb\tc', '<table><tr><td>a<br>b</td><td>c</td></tr></table>')).toEqual([['a\nb', 'c']]);
  expect(read('', '<table><tr><td colspan="2">a</td><td>b</td></tr></table>')).toEqual([['a', '', 'b']]);
});

it('goes by the text where there is no table, and knows when there is nothing', () => {
  expect(read('a\tb', '<p>a</p>')).toEqual([['a', 'b']]);
  expect(read('"Foo" said\tx\n"half')).toEqual([['"Foo" said', 'x'], ['"half']]);
  expect(read('')).toBeNull();
});

it('runs nothing of what is pasted', () => {
  const html =
    '<table><tr><td><img src="x:" onerror="window.ran = true">a<script>window.ran = true</script></td></tr></table>';
  expect(read('', html)).toEqual([['a']]);
  expect('ran' in window).toBe(false);
});
