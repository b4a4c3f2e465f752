/** What can be done to the timeline that is on screen, from outside of it. */
export interface TimelineControls {
  zoomBy(factor: number): void;
  fitPlan(): void;
  fitOn(id: string): void;
  showToday(): void;
}
