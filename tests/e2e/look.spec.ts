import type { Page } from '@playwright/test';
import { faultsOf } from './checks/look.ts';
import { expect, test } from './fixtures.ts';

/** A page of ours, in Arial or whatever stands for it. */
async function faultsIn(page: Page, body: string, css = ''): Promise<string[]> {
  await page.setViewportSize({ width: 400, height: 300 });
  await page.setContent(
    `<!doctype html><style>* { margin: 0 } body { font: 16px/20px sans-serif } ${css}</style>${body}`,
  );
  return faultsOf(page);
}

const LONG = 'A title that is far too long for the little room it has here';

test.describe('finds', () => {
  const bad: Record<string, { body: string; css?: string; fault: RegExp }> = {
    'two texts over each other': {
      body: '<p>One text</p><p class="up">Another text</p>',
      css: '.up { margin-top: -12px }',
      fault: /^overlap: “One text”.*“Another text”/,
    },
    'a text over another one that stands higher': {
      body: '<p>One text</p><p class="over">Another text</p>',
      css: '.over { position: absolute; top: 4px; left: 20px; z-index: 2 }',
      fault: /^overlap/,
    },
    'names in a drawing over each other': {
      body: '<svg width="200" height="40"><text x="5" y="20">One text</text><text x="30" y="22">Another</text></svg>',
      fault: /^overlap/,
    },
    'a text without an ellipsis in a box that is too narrow': {
      body: `<button class="box">${LONG}</button>`,
      css: '.box { width: 100px; overflow: hidden; white-space: nowrap }',
      fault: /^cut: “A title.*by button\.box$/,
    },
    'lines below the end of their box': {
      body: `<p class="box">${LONG}</p>`,
      css: '.box { width: 100px; height: 50px; overflow: clip }',
      fault: /^cut/,
    },
    'an ellipsis whose whole text is nowhere said': {
      body: `<p class="box">${LONG}</p>`,
      css: '.box { width: 100px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }',
      fault: /^shortened, and nowhere in full: “A title/,
    },
    'an ellipsis in a button with another name': {
      body: `<button class="box" aria-label="Open">${LONG}</button>`,
      css: '.box { width: 100px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }',
      fault: /^shortened/,
    },
    'a dialog that reaches out of the window': {
      body: '<div role="dialog"><p>Some text</p><p class="low">Below the window</p></div>',
      css: '[role=dialog] { position: fixed; top: 0 } .low { padding-top: 300px }',
      fault: /^cut: “Below the window”/,
    },
    'a list that scrolls and has its end cut off itself': {
      body: `<div class="box"><div class="list" tabindex="0">${'<p>Line</p>'.repeat(30)}</div></div>`,
      css: '.box { height: 100px; overflow: hidden } .list { height: 150px; overflow-y: auto }',
      fault: /^cut: “Line”.*by div\.box$/,
    },
    'what is left of where scrolling begins': {
      body: '<div class="list"><p class="left">To the left</p></div>',
      css: '.list { overflow: auto; height: 50px } .left { margin-left: -30px; height: 90px }',
      fault: /^cut: “To the left”/,
    },
    'a value that does not fit into its field': {
      body: `<input value="${LONG}" size="8">`,
      fault: /^cut: “A title.*in its field$/,
    },
    'a page that scrolls to the side': {
      body: '<p class="wide">Some text</p>',
      css: '.wide { width: 500px }',
      fault: /^scrolls to the side: html, 500 in 400, by “Some text”/,
    },
    'a part of it that does': {
      body: '<main><p class="wide">Some text</p></main>',
      css: 'main { overflow-y: auto } .wide { width: 500px }',
      fault: /^scrolls to the side: main/,
    },
  };
  for (const [name, { body, css, fault }] of Object.entries(bad)) {
    test(name, async ({ page }) => {
      const faults = await faultsIn(page, body, css);
      expect(faults.join('\n')).toMatch(new RegExp(fault, 'm'));
    });
  }
});

test.describe('has nothing to say about', () => {
  const good: Record<string, { body: string; css?: string }> = {
    'texts below and beside each other': { body: '<p>One <b>text</b> after</p><p>Another text</p>' },
    'a text behind something that covers it': {
      body: '<p>Behind</p><p class="sheet">In front</p>',
      css: '.sheet { position: fixed; top: 0; left: 0; background: white; pointer-events: none }',
    },
    'a text under a dialog': {
      body: '<p>Behind</p><div role="dialog">In front</div>',
      css: '[role=dialog] { position: fixed; top: 2px; left: 10px }',
    },
    'an ellipsis in a button, which says the whole text': {
      body: `<button class="box">${LONG}</button>`,
      css: '.box { width: 100px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }',
    },
    'an ellipsis with the whole text in a tip': {
      body: `<p class="box" title="${LONG}">${LONG}</p>`,
      css: '.box { width: 100px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }',
    },
    'lines cut off with an ellipsis, in a button': {
      body: `<button class="box"><span>${LONG}</span></button>`,
      css: 'span { width: 100px; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2 }',
    },
    'a list that scrolls': {
      body: `<div class="list" tabindex="0">${'<p>Line</p>'.repeat(30)}</div>`,
      css: '.list { height: 100px; overflow-y: auto }',
    },
    'a page that scrolls down': { body: '<p class="tall">Some text</p>', css: '.tall { height: 900px }' },
    'what a scrollbar of ours moves': {
      body: `<div id="chart" class="chart"><p>${LONG}</p></div>
        <div role="scrollbar" aria-orientation="horizontal" aria-controls="chart" aria-valuenow="0"></div>`,
      css: '.chart { width: 100px; overflow: clip } p { width: max-content }',
    },
    'what is only read out': {
      body: '<p class="unseen">Only read out</p><a href="#main" class="skip">Skip</a><p>Seen</p>',
      css: `.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap }
        .skip { position: fixed; top: -100px }`,
    },
    'a grid that is wider than the window': {
      body: '<div role="grid" tabindex="0"><p class="wide">Some text</p></div>',
      css: '[role=grid] { overflow: auto } .wide { width: 900px }',
    },
  };
  for (const [name, { body, css }] of Object.entries(good)) {
    test(name, async ({ page }) => {
      expect(await faultsIn(page, body, css)).toEqual([]);
    });
  }
});
