// Doors of sessions and of joining.
import { randomUUID } from 'node:crypto';
import { privacyNoticeVersion } from '@cocrea/shared/domain/person.ts';
import { everybody, members, withSession, type Rows } from './house.ts';

export const doorsOfIdentity: Rows = {
  readSession: { ask: () => ({ path: '/api/session' }), may: 200, who: everybody, anybody: 200 },
  signIn: {
    ask: () => ({ path: '/api/session', body: { name: `Nadie ${randomUUID()}`, password: 'una clave cualquiera' } }),
    may: 401,
    who: everybody,
    anybody: 401,
  },
  signOut: { ask: () => ({ path: '/api/session' }), may: 204, who: everybody, anybody: 204 },
  signOutEverywhere: { ask: () => ({ path: '/api/sessions' }), may: 204, who: withSession },
  enterDemo: { ask: () => ({ path: '/api/demo-session', body: { as: 'civil_org' } }), may: 200, who: everybody, anybody: 200 },
  setUpAdmin: {
    ask: () => ({
      path: '/api/setup/no-such-link',
      body: { id: randomUUID(), name: 'Alguien', password: 'una clave cualquiera' },
    }),
    may: 410,
    who: everybody,
    anybody: 410,
  },
  lookUpCode: { ask: () => ({ path: '/api/join/GENTE9' }), may: 200, who: everybody, anybody: 200 },
  join: {
    ask: () => ({
      path: '/api/join/GENTE9',
      body: {
        id: randomUUID(),
        alias: `Alias ${randomUUID()}`,
        institution: null,
        actorKind: 'ciudadania',
        noticeVersion: privacyNoticeVersion,
        consents: { attendance: false, image: false, contact: false },
      },
    }),
    // Those who have a part in the lab keep it, and those who were taken out of it do not come back by a poster.
    may: 201,
    who: ['stranger', 'passer_by', 'expired'],
    repeats: members,
  },
};
