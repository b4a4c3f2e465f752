import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { readFrozenPlan, writeFrozenPlan } from '#electron/formats/plan-file.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';

/**
 * A plan as the text that a baseline is stored as. The journal keeps images of rows as JSON, which holds no bytes, so
 * the deflated plan is in base64. The fastest level: the next ones take twice as long for a tenth less.
 */
export function packPlan(document: PlanDocument): string {
  return deflateRawSync(writeFrozenPlan(document), { level: 1 }).toString('base64');
}

/** The plan of a packed text, or `null` where that is damaged. */
export function unpackPlan(packed: string): PlanDocument | null {
  try {
    return readFrozenPlan(inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8'));
  } catch {
    return null;
  }
}
