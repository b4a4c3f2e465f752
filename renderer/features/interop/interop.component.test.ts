import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { chooseImport } from '#renderer/state/plan-files.ts';
import type { ImportPreview } from '#shared/contract/answers.ts';
import type { ExportLoss } from '#shared/contract/interop.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import DropFile from './DropFile.svelte';
import InteropQuestions from './InteropQuestions.svelte';

const counts = { program: 1, term: 2, course: 7, experience: 0, step: 0, credential: 0, milestone: 0 };
const curriculum: ImportPreview = {
  name: 'Two years',
  format: 'curricular-analytics',
  counts,
  unused: [
    { line: 3, reason: '“semster” is neither semester nor quarter; semester was taken.' },
    { line: 18, reason: '“3-Jan” is not a number of credits, so the credits are not known.' },
  ],
};
const file = { name: 'two-years.csv', text: 'Curriculum,Two years\n' };
const utf8 = (base64: unknown) =>
  new TextDecoder().decode(Uint8Array.from(atob(String(base64)), (letter) => letter.charCodeAt(0)));

async function importing(answer: ImportPreview | { code: 'not-a-plan-file' } = curriculum) {
  const opened = await openSession([]);
  const asked: Record<string, unknown>[] = [];
  opened.host.file = file;
  opened.host
    .whenAsked('plan.previewImport', (input) => {
      asked.push(input);
      return 'code' in answer ? answer : { value: answer };
    })
    .when('plan.import', () => opened.host.add(aPlan({ id: 'new', name: 'Two years' }).build()));
  await renderPart(opened.session, InteropQuestions);
  await chooseImport(opened.session);
  return { ...opened, asked, dialog: page.getByRole('dialog', { name: 'Import a plan' }) };
}

describe('importing a file', () => {
  it('shows what it would add and what of it is not used, and stores nothing until one accepts', async () => {
    const { dialog, host, session, asked } = await importing();
    await expect.element(dialog.getByText('Two years', { exact: true })).toBeVisible();
    await expect.element(dialog.getByText(/Curricular Analytics CSV/)).toBeVisible();
    await expect.element(dialog.getByText(/1 program, 2 terms, and 7 courses/)).toBeVisible();
    const lines = dialog.getByRole('list', { name: '2 lines are not used as they stand' });
    await expect.element(lines.getByText(/“3-Jan” is not a number of credits/)).toBeVisible();
    await expect.element(lines.getByText('Line 18')).toBeVisible();
    expect(host.sent).toEqual([]);

    await dialog.getByRole('button', { name: 'Import plan' }).click();
    await expect.poll(() => session.question).toBeNull();
    expect(asked).toEqual([{ text: file.text, start: '2027-08-23' }]);
    expect(host.sent).toEqual([
      { name: 'plan.import', input: { text: file.text, start: '2027-08-23', as: 'curricular-analytics' } },
    ]);
    expect(session.document?.plan.id).toBe('new');
    expect(session.notices.list).toMatchObject([{ kind: 'done', command: 'plan.import' }]);
  });

  it('is called off without a trace', async () => {
    const { dialog, host, session } = await importing();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect([session.question, host.sent, session.notices.list]).toEqual([null, [], []]);
  });

  it('looks again when the terms begin on another day, and needs one', async () => {
    const { dialog, asked } = await importing();
    const year = dialog.getByRole('spinbutton', { name: /year/ });
    await year.click();
    await userEvent.keyboard('2028{Enter}');
    await expect.poll(() => asked.at(-1)).toEqual({ text: file.text, start: '2028-08-23' });
    await dialog.getByRole('button', { name: 'Clear the date' }).click();
    await expect.element(dialog.getByText(/Choose the first day/)).toBeVisible();
    await expect.element(dialog.getByRole('button', { name: 'Import plan' })).toBeDisabled();
  });

  it('keeps the lines that are not used as a text', async () => {
    const { dialog, host, session } = await importing();
    await dialog.getByRole('button', { name: 'Save as text' }).click();
    await expect.poll(() => host.acted.length).toBe(1);
    const saved = host.acted[0]?.input as { name: string; base64: string };
    expect(saved.name).toBe('two-years.csv, lines not used.txt');
    expect(utf8(saved.base64)).toBe(
      'two-years.csv: 2 lines are not used as they stand\n\n' +
        curriculum.unused.map(({ line, reason }) => `Line ${line}: ${reason}\n`).join(''),
    );
    expect(session.question).not.toBeNull();
  });

  it('of a plan file asks for no day', async () => {
    const { dialog } = await importing({ ...curriculum, format: 'plan', unused: [] });
    await expect.element(dialog.getByText(/Throughline plan file/)).toBeVisible();
    await expect.element(dialog.getByText(/Every line is used/)).toBeVisible();
    expect(dialog.getByText('First day of the first term').elements()).toEqual([]);
  });

  it('says in one sentence why a file cannot be used, and offers nothing but to close', async () => {
    const { dialog, host, session } = await importing({ code: 'not-a-plan-file' });
    await expect.element(dialog.getByText(/This is not a Throughline plan file/)).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Import plan' }).elements()).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    expect([session.question, host.sent]).toEqual([null, []]);
  });

  it('says in the dialog when the core refuses after all', async () => {
    const { dialog, host, session } = await importing();
    host.refusal = { code: 'dates-out-of-range', last: '2201-01-01' };
    await dialog.getByRole('button', { name: 'Import plan' }).click();
    await expect.element(dialog.getByText(/Jan 1, 2201/)).toBeVisible();
    expect(session.notices.list).toEqual([]);
  });

  it('begins with a file that is dropped on the window as well, but not over an open dialog', async () => {
    const { session } = await openSession([]);
    const read = async ({ name }: File) => ({ ok: true, value: { name, text: 'x' } }) as const;
    await renderPart(session, DropFile, { read });
    const drop = (type: string) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'a.csv'));
      const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event;
    };
    expect(drop('dragover').defaultPrevented).toBe(true);
    await expect.element(page.getByText(/Drop it here/)).toBeVisible();
    expect(drop('drop').defaultPrevented).toBe(true);
    await expect
      .poll(() => session.question)
      .toEqual({ kind: 'import-plan', file: { name: 'a.csv', text: 'x' } });
    session.put({ kind: 'help' });
    drop('drop');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(session.question).toEqual({ kind: 'help' });
  });
});

describe('exporting a plan', () => {
  const plan = aPlan({ id: 'plan', name: 'My way' })
    .program('ba', { title: 'Bachelor' })
    .course('a')
    .program('ma', { title: 'Master' })
    .course('b')
    .program('later', { title: 'Later' })
    .build();

  async function exporting() {
    const opened = await openSession(plan);
    const asked: Record<string, unknown>[] = [];
    const losses: ExportLoss[] = [{ code: 'grades', count: 2 }];
    opened.host.whenAsked('plan.export', (input) => {
      asked.push(input);
      if (input['format'] === 'ics') return { code: 'nothing-dated' };
      return {
        value: {
          name: 'My way',
          text: `as ${String(input['format'])}`,
          losses: input['format'] === 'json' ? [] : losses,
        },
      };
    });
    await renderPart(opened.session, InteropQuestions);
    opened.session.put({ kind: 'export-plan' });
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await expect.element(dialog).toBeVisible();
    return { ...opened, asked, dialog, radio: (name: string) => dialog.getByRole('radio', { name }) };
  }

  it('saves a plan file, named after the plan', async () => {
    const { dialog, host, session, radio } = await exporting();
    await expect.element(radio('Plan file')).toBeChecked();
    await expect.element(radio('Plan file')).toHaveFocus();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => session.question).toBeNull();
    const saved = host.acted[0]?.input as { name: string; base64: string };
    expect([saved.name, utf8(saved.base64)]).toEqual(['My way.throughline.json', 'as json']);
    expect(session.notices.list).toMatchObject([{ kind: 'saved', file: 'My way.throughline.json' }]);
  });

  it('lists what a curriculum cannot hold before it is saved, and asks which program', async () => {
    const { dialog, host, asked, radio } = await exporting();
    await radio('Curriculum (CSV)').click();
    await expect.element(dialog.getByText(/The grades of 2 courses are left out/)).toBeVisible();
    expect(host.acted).toEqual([]);
    await dialog.getByRole('combobox', { name: 'Program' }).click();
    await expect.element(page.getByRole('option', { name: 'Later' })).not.toBeInTheDocument();
    await page.getByRole('option', { name: 'Master' }).click();
    await expect.poll(() => asked.at(-1)).toEqual({ planId: 'plan', format: 'csv', programId: 'ma' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => host.acted[0]?.input).toMatchObject({ name: 'My way, Master.csv' });
  });

  it('says why a format cannot be had, and saves nothing', async () => {
    const { dialog, radio } = await exporting();
    await radio('Calendar (ICS)').click();
    await expect.element(dialog.getByText(/Nothing in this plan has a date yet/)).toBeVisible();
    await expect.element(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('has a picture drawn, and says what is not in it', async () => {
    const { dialog, host, radio } = await exporting();
    await radio('Picture (PNG)').click();
    await expect.element(dialog.getByText(/Not in this file/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(() => host.acted)
      .toEqual([
        { name: 'plan.draw', input: { planId: 'plan' } },
        { name: 'file.save', input: { name: 'My way.png', base64: '' } },
      ]);
  });

  it('leads to the pages of a PDF', async () => {
    const { dialog, session, radio } = await exporting();
    await radio('Document (PDF)').click();
    await dialog.getByRole('button', { name: 'Choose the pages …' }).click();
    expect(session.question).toEqual({ kind: 'print-plan' });
  });
});
