import { decodeText } from '#electron/formats/decode-text.ts';
import { reportText } from '#shared/words/transcript-report.ts';
import { CommandFailure, planNamed, programNamed, type Invocation, type Output } from './command.ts';
import { readBytes } from './read-bytes.ts';

/** Enters the transcript in a file into a plan. @throws CommandFailure */
export function importTranscript(invocation: Invocation): Output {
  const { words, options } = invocation;
  const { as = 'transcript', plan, program } = options as Record<string, string | undefined>;
  if (as !== 'transcript')
    throw new CommandFailure({
      code: 'unusable-value',
      field: '--as',
      value: as,
      expected: 'transcript where --plan is given',
    });
  const { text } = decodeText(readBytes(words[0] ?? ''));
  if (plan === undefined)
    throw new CommandFailure({
      code: 'unusable-value',
      field: '--plan',
      value: '',
      expected: 'the plan that the transcript is for',
    });
  const planId = planNamed(invocation, plan);
  const report = invocation.ask('transcript.import', {
    planId,
    text,
    ...(program === undefined ? {} : { programId: programNamed(invocation, planId, program) }),
  });
  return { value: report, text: reportText(report) };
}
