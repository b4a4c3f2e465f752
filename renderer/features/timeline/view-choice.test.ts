import { expect, it } from 'vitest';
import { memoryStorage } from '#tests/builders/fake-host.ts';
import { recallChoices, rememberChoice, USUAL_VIEW } from './view-choice.ts';

it('remembers how each plan was looked at, of the last plans', () => {
  const storage = memoryStorage();
  let choices = recallChoices(storage);
  expect(choices).toEqual({});
  for (let plan = 0; plan < 60; plan += 1)
    choices = rememberChoice(storage, choices, `plan-${plan}`, {
      slack: plan % 2 === 0,
      grouping: 'status',
      collapsed: ['state:done'],
      miniMap: false,
    });
  choices = rememberChoice(storage, choices, 'plan-58', USUAL_VIEW);
  const recalled = recallChoices(storage);
  expect(recalled).toEqual(choices);
  expect(Object.keys(recalled)).toHaveLength(50);
  expect(recalled['plan-58']).toEqual(USUAL_VIEW);
  expect(recalled['plan-56']).toEqual({
    slack: true,
    grouping: 'status',
    collapsed: ['state:done'],
    miniMap: false,
  });
  expect(recalled['plan-3']).toBeUndefined();
});

it.each(['', '[1', '7', 'null', '{"plan":null}', '{"plan":{"slack":"yes","collapsed":7,"miniMap":1}}'])(
  'looks as usual where the storage holds %j',
  (text) => {
    const storage = memoryStorage();
    storage.setItem('throughline-timeline', text);
    expect(recallChoices(storage)['plan'] ?? USUAL_VIEW).toEqual(USUAL_VIEW);
  },
);
