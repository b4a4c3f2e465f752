import { describe, expect, it } from 'vitest';
import { depthAt, HeldAtEdges, HeldDepth, speedAt } from './edge-scroll.ts';

describe('the zone at an edge', () => {
  it.each([
    [500, 0],
    [48, 0],
    [24, -0.5],
    [0, -1],
    [-300, -1],
    [952, 0],
    [976, 0.5],
    [1_000, 1],
    [1_300, 1],
  ])('is as deep at %i as %f', (at, depth) => {
    expect(depthAt(at, 0, 1_000)).toBeCloseTo(depth, 5);
  });

  it('leaves half of a small area free', () => {
    expect(depthAt(30, 0, 100)).toBeCloseTo(0, 5);
    expect(depthAt(70, 0, 100)).toBeCloseTo(0, 5);
    expect(depthAt(20, 0, 100)).toBeCloseTo(-0.2, 5);
    expect(depthAt(0, 0, 0)).toBe(0);
  });

  it('scrolls the faster the deeper, in both directions alike', () => {
    const speeds = [0, 0.25, 0.5, 0.75, 1].map(speedAt);
    expect(speeds).toEqual(speeds.toSorted((a, b) => a - b));
    expect(speeds[0]).toBe(0);
    expect(speedAt(-0.5)).toBe(-speedAt(0.5));
  });
});

describe('what is held at an edge', () => {
  it('does not scroll where it was taken, only further out', () => {
    const depth = new HeldDepth(0.5);
    expect(depth.of(0.5)).toBe(0);
    expect(depth.of(0.75)).toBeCloseTo(0.5, 5);
    expect(depth.of(1)).toBeCloseTo(1, 5);
  });

  it('knows the edge in full once it has left it', () => {
    const depth = new HeldDepth(0.5);
    expect(depth.of(0)).toBe(0);
    expect(depth.of(0.25)).toBeCloseTo(0.25, 5);
  });

  it('knows as much of the edge as it has come back from', () => {
    const depth = new HeldDepth(0.8);
    expect(depth.of(0.5)).toBe(0);
    expect(depth.of(0.75)).toBeCloseTo(0.5, 5);
  });

  it('knows the other edge at once', () => {
    expect(new HeldDepth(0.9).of(-0.5)).toBeCloseTo(-0.5, 5);
  });

  it('taken beyond the edge waits until it has come back', () => {
    const depth = new HeldDepth(1);
    expect(depth.of(1)).toBe(0);
    expect(depth.of(0.5)).toBe(0);
    expect(depth.of(1)).toBeCloseTo(1, 5);
  });
});

const AREA = { left: 100, top: 0, right: 900, bottom: 600 };

describe('what is held over an area', () => {
  it('scrolls along each axis by itself', () => {
    const held = new HeldAtEdges(AREA, 500, 300);
    expect(held.speed(AREA, 500, 300)).toEqual({ x: 0, y: 0 });
    expect(held.speed(AREA, 900, 300)).toEqual({ x: speedAt(1), y: 0 });
    expect(held.speed(AREA, 500, 0)).toEqual({ x: 0, y: speedAt(-1) });
  });

  it('taken at one edge knows the other one at once', () => {
    const held = new HeldAtEdges(AREA, 880, 300);
    expect(held.speed(AREA, 880, 600)).toEqual({ x: 0, y: speedAt(1) });
  });
});
