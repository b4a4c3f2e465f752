import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/domain/findings/types.ts';
import { causesText, resolvesText } from './foreseen.ts';

const early = (id: string): Finding => ({
  code: 'pinned-early',
  severity: 'error',
  itemIds: [id, 'AIT'],
  facts: { linkId: id, days: 3 },
  key: id,
  acknowledged: false,
  note: null,
});
const title = (id: string) => id;

describe('what a move would cause and resolve', () => {
  it('is said without advice', () => {
    expect(causesText({ caused: [early('Exam')] }, title)).toBe(
      'Causes: “Exam” comes 3 days earlier than its link from “AIT” allows',
    );
    expect(resolvesText({ resolved: [early('Exam')] }, title)).toBe(
      'Resolves: Earlier than a link allows (“Exam”)',
    );
  });

  it('is counted where it is more than a tip has room for', () => {
    const many = ['A', 'B', 'C', 'D'].map(early);
    expect(causesText({ caused: many }, title)).toMatch(/^Causes: “A” .*; “B” .*; and 2 more$/);
    expect(resolvesText({ resolved: many }, title)).toBe(
      'Resolves: Earlier than a link allows (“A”); and 3 more',
    );
  });

  it('is nothing where nothing changes', () => {
    expect(causesText({ caused: [] }, title)).toBeNull();
    expect(resolvesText({ resolved: [] }, title)).toBeNull();
  });
});
