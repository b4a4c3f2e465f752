import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TranscriptReport } from '#shared/contract/answers.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import TranscriptDialog from './TranscriptDialog.svelte';

const plan = () =>
  aPlan({ id: 'plan', name: 'To the license' })
    .program('bs', { title: 'Bachelor' })
    .program('ms', { title: 'Master' })
    .build();

const course = { courseId: 'c', line: 2, code: 'MTH 110', title: 'College Algebra', repeat: false };
const fall = { status: 'planned', grade: null, credits: 4, term: 'Fall 2026' } as const;
const REPORT: TranscriptReport = {
  planId: 'plan',
  name: 'To the license',
  programId: 'bs',
  program: 'Bachelor',
  changed: [
    { ...course, status: 'completed', grade: 'B+', credits: 3, term: 'Spring 2027', before: fall },
    {
      ...course,
      courseId: 'd',
      line: 3,
      code: 'BIO 171',
      title: 'Anatomy',
      ...fall,
      status: 'completed',
      grade: 'F',
      before: fall,
    },
  ],
  added: [
    {
      ...course,
      courseId: 'n',
      line: 5,
      code: 'HIS 200',
      title: 'History',
      status: 'transferred',
      grade: null,
      credits: 3,
      term: null,
    },
  ],
  termsMade: [{ title: 'Spring 2027', firstDay: '2027-01-18', lastDay: '2027-05-07' }],
  alreadyThere: [],
  stillToPlan: [{ courseId: 's', code: 'ENG 101', title: 'Composition', term: 'Fall 2026', unplaced: true }],
  unused: [{ line: 4, reason: '“Term GPA 3.50” is a total or an average, which follows from the courses.' }],
  goal: null,
};
const NOTHING: TranscriptReport = {
  ...REPORT,
  changed: [],
  added: [],
  termsMade: [],
  stillToPlan: [],
  unused: [],
};

async function open(programId: string | null = null) {
  const opened = await openSession(plan());
  opened.host.whenAsked('transcript.preview', ({ text }) => {
    if (text === 'nonsense') return { code: 'transcript-unusable', fault: 'no-courses' };
    return { value: text === 'again' ? NOTHING : REPORT };
  });
  opened.host.when('transcript.import', () => REPORT, REPORT.program);
  const onclose = vi.fn();
  await renderPart(opened.session, TranscriptDialog, { programId, onclose });
  return { ...opened, onclose };
}

const paste = (text: string) => page.getByLabelText('Transcript', { exact: true }).fill(text);
const enter = () => page.getByRole('button', { name: /^Enter/ });

describe('importing a transcript', () => {
  it('teaches with an example while nothing is pasted, and offers nothing to enter', async () => {
    await open();
    await expect.element(page.getByText(/HSA 310/)).toBeVisible();
    await expect.element(enter()).toBeDisabled();
  });

  it('shows while one types what is marked, added, made and not used, and why', async () => {
    const { host, onclose } = await open();
    await paste('MTH 110, 3, B+');
    await expect.element(page.getByText('MTH 110 College Algebra')).toBeVisible();
    await expect
      .element(page.getByText('3 credits instead of 4, in Spring 2027 instead of Fall 2026'))
      .toBeVisible();
    await expect.element(page.getByText('Not passed')).toBeVisible();
    await expect.element(page.getByText('Transferred', { exact: true })).toBeVisible();
    await expect.element(page.getByText('Jan 18 – May 7, 2027')).toBeVisible();
    await expect.element(page.getByText('Line 4')).toBeVisible();
    await expect.element(page.getByText(/Term GPA 3.50/)).toBeVisible();
    expect(host.sent).toEqual([]);

    await enter().click();
    await expect.poll(() => onclose.mock.calls.length).toBe(1);
    expect(host.sent).toEqual([
      {
        name: 'transcript.import',
        input: { planId: 'plan', programId: 'bs', text: 'MTH 110, 3, B+', makeTerms: true, unplace: true },
      },
    ]);
  });

  it('is one command with its undo at hand', async () => {
    const { session } = await open();
    await paste('MTH 110, 3, B+');
    await enter().click();
    await expect.poll(() => session.notices.list.map(({ kind }) => kind)).toEqual(['done']);
    expect(session.notices.list[0]).toMatchObject({
      kind: 'done',
      command: 'transcript.import',
      subject: 'Bachelor',
    });
  });

  it('goes to another program, and leaves terms and courses as they are when told so', async () => {
    const { host } = await open('ms');
    await paste('MTH 110, 3, B+');
    await page.getByLabelText('Take planned courses out of terms that are over').click();
    await page.getByLabelText('Make the terms that are not in the program yet').click();
    await enter().click();
    await expect
      .poll(() => host.sent.map(({ input }) => [input['programId'], input['unplace'], input['makeTerms']]))
      .toEqual([['ms', false, false]]);
  });

  it('says what is wrong, and that there is nothing new', async () => {
    await open();
    await paste('nonsense');
    await expect.element(page.getByText(/No course was found in this text/)).toBeVisible();
    await expect.element(enter()).toBeDisabled();
    await paste('again');
    await expect.element(page.getByText('Everything in it is in the plan already.')).toBeVisible();
    await expect.element(enter()).toBeDisabled();
  });

  it('takes the text of a file', async () => {
    const { host } = await open();
    host.file = { name: 'transcript.csv', text: 'MTH 110,3,B+' };
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await expect.element(page.getByLabelText('Transcript', { exact: true })).toHaveValue('MTH 110,3,B+');
    await expect.element(enter()).toHaveTextContent('Enter 3 courses');
  });

  it('asks for a program where there is none', async () => {
    const { session } = await openSession(aPlan({ id: 'empty' }).build());
    await renderPart(session, TranscriptDialog, { programId: null, onclose: () => undefined });
    await expect.element(page.getByText(/add a program first/)).toBeVisible();
    await userEvent.keyboard('{Enter}');
  });
});
