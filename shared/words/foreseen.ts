import type { Foreseen } from '#shared/domain/findings/foresee.ts';
import type { Finding } from '#shared/domain/findings/types.ts';
import { FINDING_TITLES, noticedIn } from './findings.ts';
import { formatNumber, quoted } from './numbers.ts';

type TitleOf = (id: string) => string;

/** Findings that are said in full before the rest is counted. */
const MOST_CAUSED = 2;
const MOST_RESOLVED = 1;

/** What a change would bring: `Causes: “Exam” comes 3 days earlier than its link from “AIT” allows; and 2 more`. */
export function causesText({ caused }: Pick<Foreseen, 'caused'>, titleOf: TitleOf): string | null {
  return listed('Causes', caused, MOST_CAUSED, (finding) => noticedIn(finding, titleOf));
}

/** What a change would put right: `Resolves: Window missed (“Exam”)`. What no longer holds is named, not told. */
export function resolvesText({ resolved }: Pick<Foreseen, 'resolved'>, titleOf: TitleOf): string | null {
  return listed('Resolves', resolved, MOST_RESOLVED, ({ code, itemIds }) => {
    const [first] = itemIds;
    return first === undefined ? FINDING_TITLES[code] : `${FINDING_TITLES[code]} (${quoted(titleOf(first))})`;
  });
}

function listed(
  verb: string,
  findings: readonly Finding[],
  most: number,
  say: (finding: Finding) => string,
): string | null {
  if (findings.length === 0) return null;
  const told = findings.slice(0, most).map(say);
  const more = findings.length - told.length;
  return `${verb}: ${[...told, ...(more > 0 ? [`and ${formatNumber(more)} more`] : [])].join('; ')}`;
}
