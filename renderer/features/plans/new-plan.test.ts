import { describe, expect, it } from 'vitest';
import { createApi } from '#renderer/api/api.ts';
import { Session } from '#renderer/state/session.svelte.ts';
import type { TemplateSummary } from '#shared/contract/answers.ts';
import { FakeHost, memoryStorage } from '#tests/builders/fake-host.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { BLANK, NewPlan } from './new-plan.svelte.ts';

const state = (code: string, facility: 'nursing-home' | 'assisted-living', routes = 1) => ({
  code,
  name: code,
  facility,
  board: null,
  unknown: [],
  routes: Array.from({ length: routes }, (_, place) => ({ index: place + 1, label: `Route ${place + 1}` })),
});
const manager: TemplateSummary = {
  id: 'manager',
  name: 'Manager',
  summary: 'All the way.',
  facilities: ['nursing-home', 'assisted-living', 'office'],
  jurisdictions: [
    state('CA', 'nursing-home', 3),
    state('CA', 'assisted-living'),
    state('TX', 'nursing-home'),
  ],
};
const technician: TemplateSummary = {
  id: 'technician',
  name: 'Technician',
  summary: 'Short.',
  facilities: [],
  jurisdictions: [],
};

async function questions(templateId: string | null = null) {
  const host = new FakeHost({ templates: [manager, technician] });
  host.when('plan.create', () => host.add(aPlan({ id: 'new' }).build()));
  host.when('plan.add', ({ name }) => ({
    id: host.add(aPlan({ id: 'empty', name: String(name) }).build()).planId,
  }));
  const session = new Session(createApi(host), memoryStorage());
  await session.start();
  const plan = new NewPlan(session, templateId);
  await plan.load();
  return { host, session, plan };
}

describe('a new plan', () => {
  it('begins with the first template, its first workplace and the next fall', async () => {
    const { plan } = await questions();
    expect([plan.templateId, plan.facility, plan.start]).toEqual(['manager', 'nursing-home', '2027-08-23']);
    expect(plan.jurisdictions.map(({ code }) => code)).toEqual(['CA', 'TX']);
  });

  it('asks only for what the template and the workplace offer', async () => {
    const { plan } = await questions();
    plan.chooseJurisdiction('CA');
    expect(plan.route).toBe(1);
    plan.route = 3;
    plan.chooseFacility('assisted-living');
    expect([plan.jurisdiction?.facility, plan.route]).toEqual(['assisted-living', 1]);
    plan.chooseFacility('office');
    expect([plan.jurisdictions, plan.jurisdictionCode, plan.route]).toEqual([[], null, null]);
    plan.choose('technician');
    expect(plan.facility).toBeNull();
  });

  it('sends what was chosen, leaves out the rest, and opens the plan', async () => {
    const { host, session, plan } = await questions();
    plan.chooseJurisdiction('CA');
    plan.route = 2;
    expect(await plan.make()).toBe(true);
    expect(host.sent).toEqual([
      {
        name: 'plan.create',
        input: {
          templateId: 'manager',
          start: '2027-08-23',
          facility: 'nursing-home',
          jurisdiction: 'CA',
          route: 2,
        },
      },
    ]);
    expect(session.document?.plan.id).toBe('new');
  });

  it('needs a first day, and says so', async () => {
    const { host, plan } = await questions();
    plan.start = null;
    expect(await plan.make()).toBe(false);
    expect(plan.errors.start).toBe('Choose the first day of the first term.');
    expect(host.sent).toEqual([]);
  });

  it('says why the core refused', async () => {
    const { host, plan } = await questions();
    host.refusal = { code: 'dates-out-of-range', last: '2203-05-05' };
    expect(await plan.make()).toBe(false);
    expect(plan.errors.all).toContain('May 5, 2203');
  });

  it('shows a refused first day at its field', async () => {
    const { host, plan } = await questions();
    host.refusal = { code: 'bad-request', problems: [{ path: 'start', problem: 'must be a date' }] };
    expect(await plan.make()).toBe(false);
    expect(plan.errors).toEqual({ start: 'Must be a date.' });
  });

  it('can be empty', async () => {
    const { host, session, plan } = await questions(BLANK);
    plan.name = 'From scratch';
    expect(await plan.make()).toBe(true);
    expect(host.sent).toEqual([{ name: 'plan.add', input: { name: 'From scratch' } }]);
    expect(session.document?.plan.name).toBe('From scratch');
  });
});
