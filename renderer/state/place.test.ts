import { describe, expect, it } from 'vitest';
import { memoryStorage } from '#tests/builders/fake-host.ts';
import { recallPlace, rememberPlace } from './place.ts';

const storageWith = (text: string) => ({ getItem: () => text });

describe('the remembered place', () => {
  it('comes back as it was', () => {
    const storage = memoryStorage();
    rememberPlace(storage, { planId: 'p', view: 'facts' });
    expect(recallPlace(storage)).toEqual({ planId: 'p', view: 'facts' });
  });

  it.each(['', 'null', '{', '[]', '{"planId":7,"view":"moon"}'])(
    'is the beginning where %o is kept',
    (text) => {
      expect(recallPlace(storageWith(text))).toEqual({ planId: null, view: 'timeline' });
    },
  );
});
