import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { twoRoutes, WORKED_EXAMPLE_TODAY } from '#tests/oracle/worked-example.ts';
import Inspector from './Inspector.svelte';

const plan = aPlan({ id: 'plan' })
  .program('ba', { title: 'Bachelor' })
  .term('fall', { title: 'Fall 2026' })
  .term('spring', { title: 'Spring 2027' })
  .course('algebra', { title: 'Algebra', prefix: 'MTH', number: '101', termId: 'fall' })
  .course('finance', { title: 'Finance', termId: 'spring' })
  .requisites('finance', ['algebra'])
  .experience('ait', {
    title: 'Training',
    programId: null,
    hoursRequired: 1000,
    hoursPerWeek: 40,
    log: [{ id: 'h1', day: '2027-01-04', hours: 8, note: 'Billing' }],
  })
  .step('exam', { title: 'Exam', sort: 'exam' })
  .credential('license', { title: 'License' })
  .link('ba', 'ait', { id: 'ba-ait' })
  .link('ait', 'exam', { id: 'ait-exam' })
  .link('exam', 'license', { id: 'exam-license' })
  .goal('license')
  .build();

async function inspect(id: string) {
  const opened = await openSession(plan);
  opened.session.select(id);
  const onclose = vi.fn(() => opened.session.select(null));
  await renderPart(opened.session, Inspector, { onclose });
  return { ...opened, onclose };
}

describe('notes and links', () => {
  const addLink = page.getByRole('button', { name: 'Add a web link' });
  const openPart = () => page.getByRole('button', { name: /^Notes and links/ }).click();

  it('are added, changed and removed, and say where they lead', async () => {
    const { host, session } = await inspect('ait');
    await openPart();
    await page.getByRole('textbox', { name: 'Notes' }).fill('First\nsecond');
    await addLink.click();
    await page.getByRole('textbox', { name: 'Title' }).last().fill('Form');
    await page.getByRole('textbox', { name: 'Address' }).fill('https://board.example/form');
    await userEvent.keyboard('{Enter}');
    const form = { title: 'Form', url: 'https://board.example/form' };
    await expect
      .poll(() => session.items.get('ait'))
      .toMatchObject({ notes: 'First\nsecond', webLinks: [form] });
    const link = page.getByRole('link', { name: /^Form/ });
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
    await expect.element(link).toHaveAttribute('target', '_blank');
    await expect.element(link).toHaveAccessibleName(/board\.example/);
    await expect.element(link).toHaveAccessibleDescription('https://board.example/form');
    await link.click();
    expect(host.acted.at(-1)).toEqual({ name: 'link.open', input: { url: form.url } });

    await page.getByRole('button', { name: 'Change the web link Form' }).click();
    await page.getByRole('textbox', { name: 'Title' }).last().fill('');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => session.items.get('ait')?.webLinks).toEqual([{ ...form, title: null }]);
    await page.getByRole('button', { name: /^Remove the web link/ }).click();
    await expect.poll(() => session.items.get('ait')?.webLinks).toEqual([]);
    await expect.element(addLink).toHaveFocus();
  });

  it('that lead nowhere are refused in a sentence, and what was typed stays', async () => {
    const { host } = await inspect('exam');
    await openPart();
    await addLink.click();
    const address = page.getByRole('textbox', { name: 'Address' });
    await address.fill('board.example');
    host.refusal = {
      code: 'bad-request',
      problems: [
        {
          path: 'changes.webLinks[0].url',
          problem: 'must be an address that starts with https://, http:// or mailto:',
        },
      ],
    };
    await userEvent.keyboard('{Enter}');
    await expect
      .element(address)
      .toHaveAccessibleDescription('Must be an address that starts with https://, http:// or mailto:.');
    await expect.element(address).toHaveValue('board.example');
    await userEvent.keyboard('{Escape}');
    await expect.element(addLink).toHaveFocus();
  });
});

describe('the details of an item', () => {
  it('save a field when it is left, and nothing when it is only visited', async () => {
    const { host, session } = await inspect('ait');
    await page.getByLabelText('Where').click();
    await userEvent.keyboard('{Tab}');
    expect(host.sent).toEqual([]);

    await page.getByLabelText('Where').fill('Sunrise Home');
    await userEvent.keyboard('{Tab}');
    await expect
      .poll(() => host.sent)
      .toEqual([
        { name: 'experience.update', input: { id: 'ait', changes: { organization: 'Sunrise Home' } } },
      ]);
    await expect.poll(() => session.items.get('ait')).toHaveProperty('organization', 'Sunrise Home');
  });

  it('say what is wrong beside the field, keep what was typed, and forget it once it is right', async () => {
    const { host, session } = await inspect('ait');
    host.refusal = {
      code: 'bad-request',
      problems: [{ path: 'changes.hoursPerWeek', problem: 'must be at most 168' }],
    };
    await page.getByLabelText('Hours per week').fill('400');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Must be at most 168.');
    await expect.element(page.getByLabelText('Hours per week')).toHaveAccessibleDescription(/at most 168/);
    await expect.element(page.getByLabelText('Hours per week')).toHaveValue('400');
    expect(session.notices.list).toEqual([]);

    await page.getByLabelText('Hours per week').fill('20');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => page.getByRole('alert').elements()).toEqual([]);
  });

  it('say what a change would do to the goal before it is made', async () => {
    const { host } = await inspect('ait');
    await page.getByLabelText('Hours per week').fill('20');
    await expect.element(page.getByText(/^The goal would come .* 174 days later\.$/)).toBeVisible();
    expect(host.sent).toEqual([]);
  });

  it('try a value in days on the goal, forget it, and apply it by the usual command', async () => {
    const { host } = await inspect('ait');
    await page.getByRole('button', { name: 'What if …' }).click();
    const to = page.getByRole('textbox', { name: 'to', exact: true });
    await to.fill('20');
    await expect
      .element(page.getByText(/^License: 174 days later, .*; decided then by “Training”\.$/))
      .toBeVisible();
    await page.getByRole('button', { name: 'Forget' }).click();
    await expect.element(to).toHaveValue('40');
    await expect.element(to).toHaveFocus();
    expect(host.sent).toEqual([]);

    await to.fill('20');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'experience.update', input: { id: 'ait', changes: { hoursPerWeek: 20 } } }]);
    await expect.element(to).toHaveFocus();
    await expect.element(page.getByRole('button', { name: 'Apply' })).not.toBeInTheDocument();
  });

  it('try a value without a goal too, and say so', async () => {
    const opened = await openSession({ ...plan, plan: { ...plan.plan, goalId: null } });
    opened.session.select('exam');
    await renderPart(opened.session, Inspector, { onclose: () => undefined });
    await page.getByRole('button', { name: 'What if …' }).click();
    await page.getByRole('textbox', { name: 'to', exact: true }).fill('30');
    await expect
      .element(page.getByText('The plan has no goal, so there is no date to compare.'))
      .toBeVisible();
    await expect.element(page.getByText(/^It would run /)).toBeVisible();
  });

  it('tell how much hangs on a course', async () => {
    await inspect('algebra');
    await page.getByRole('button', { name: 'In the curriculum complexity 3' }).click();
    await expect
      .element(page.getByText('Courses that cannot be taken before this one is passed.'))
      .toBeVisible();
    await expect.element(page.getByText('The whole program: Complexity 5.')).toBeVisible();
  });

  it('save a half-typed field to the item it belongs to, not to the one chosen next', async () => {
    const { host, session } = await inspect('ait');
    await page.getByLabelText('Preceptor').fill('Dr. Peña');
    (document.activeElement as HTMLElement).blur();
    session.select('exam');
    await expect.element(page.getByLabelText('Title')).toHaveValue('Exam');
    expect(host.sent.map(({ input }) => input['id'])).toEqual(['ait']);
  });

  it('tell an item’s dates, where they come from and what they decide', async () => {
    await inspect('exam');
    await expect.element(page.getByText('It starts as soon as what comes before it allows.')).toBeVisible();
    await expect.element(page.getByText(/^Decides the goal’s date/)).toBeVisible();
  });

  it('move a course by the command made for it', async () => {
    const { host } = await inspect('algebra');
    await page.getByRole('combobox', { name: 'Term' }).click();
    await page.getByRole('option', { name: 'Spring 2027' }).click();
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'course.move', input: { id: 'algebra', termId: 'spring' } }]);
  });

  it('add and remove a link', async () => {
    const { host } = await inspect('license');
    await page.getByRole('combobox', { name: 'Add what has to come first' }).fill('train');
    await page.getByRole('option', { name: /Training/ }).click();
    await page.getByRole('button', { name: 'Remove the link with Exam' }).click();
    await expect
      .poll(() => host.sent)
      .toEqual([
        { name: 'link.add', input: { fromId: 'ait', toId: 'license', kind: 'FS' } },
        { name: 'link.delete', input: { id: 'exam-license' } },
      ]);
  });

  it('say why a link cannot be', async () => {
    const { host } = await inspect('exam');
    host.refusal = { code: 'link-loop', titles: ['Exam', 'License', 'Exam'] };
    await page.getByRole('combobox', { name: 'Add what has to come first' }).fill('lic');
    await page.getByRole('option', { name: /License/ }).click();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(
        'This link would close a loop: Exam → License → Exam; remove one of these links first.',
      );
  });

  it('log hours, with today as the day, and remove an entry', async () => {
    const { host } = await inspect('ait');
    await page.getByRole('button', { name: 'Log hours' }).click();
    await page.getByRole('textbox', { name: 'Hours', exact: true }).fill('6.5');
    await page.getByLabelText('Note').fill('Rounds');
    await page.getByRole('button', { name: 'Log hours' }).click();
    await page.getByRole('button', { name: 'Remove the entry of Jan 4, 2027' }).click();
    await expect
      .poll(() => host.sent)
      .toEqual([
        { name: 'hours.add', input: { experienceId: 'ait', day: '2027-01-15', hours: 6.5, note: 'Rounds' } },
        { name: 'hours.delete', input: { id: 'h1' } },
      ]);
  });

  it('change the requisites of a course', async () => {
    const { host } = await inspect('finance');
    await page.getByLabelText('Lowest grade in Algebra').fill('C');
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: 'Remove Algebra' }).click();
    await expect
      .poll(() => host.sent)
      .toEqual([
        {
          name: 'requisite.update',
          input: { id: 'requisite-1', changes: { needs: [{ courseId: 'algebra', minGrade: 'C' }] } },
        },
        { name: 'requisite.delete', input: { id: 'requisite-1' } },
      ]);
  });

  it('add a requirement to a program', async () => {
    const { host } = await inspect('ba');
    await page.getByRole('button', { name: 'Add a requirement' }).click();
    const form = page.getByRole('button', { name: 'Add requirement' });
    await page.getByPlaceholder('Core courses').fill('Core');
    await page.getByLabelText('Credits', { exact: true }).fill('45');
    await form.click();
    await expect
      .poll(() => host.sent)
      .toEqual([
        { name: 'requirement.add', input: { programId: 'ba', title: 'Core', rule: 'credits', amount: 45 } },
      ]);
  });

  it('are closed by their button', async () => {
    const { onclose } = await inspect('ait');
    await page.getByRole('button', { name: 'Close the details' }).click();
    expect(onclose).toHaveBeenCalledOnce();
  });

  it('get the focus when the item is chosen again, and are closed by Escape', async () => {
    const { session, onclose } = await inspect('ait');
    session.select('ait');
    await userEvent.keyboard('{Tab}{Tab}{Tab}');
    await expect.element(page.getByLabelText('Title')).toHaveFocus();
    await page.getByLabelText('Title').fill('Half');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByLabelText('Title')).toHaveValue('Training');
    expect(onclose).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(onclose).toHaveBeenCalledOnce();
  });
});

describe('alternatives', () => {
  it('name the fastest and the days of the others', async () => {
    const { session } = await openSession(twoRoutes(), { today: WORKED_EXAMPLE_TODAY });
    session.select('wait');
    await renderPart(session, Inspector, { onclose: () => undefined });
    const group = page.getByRole('group', { name: 'Alternatives' });
    await expect
      .element(group.getByRole('button', { name: /^ait right after its end · fastest/ }))
      .toBeVisible();
    await expect.element(group.getByRole('button', { name: /^ms .* · 553 days later/ })).toBeVisible();
  });
});
