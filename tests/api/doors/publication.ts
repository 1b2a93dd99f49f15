// Doors of what is published, of files, and of what became of one’s words.
import { demoLab } from '../../support/server.ts';
import { everybody, members, lab, writtenDraft, type Rows } from './house.ts';

export const doorsOfPublication: Rows = {
  listPublicLabs: { ask: () => ({ path: '/api/public/labs' }), may: 200, who: everybody, anybody: 200 },
  readPublicLab: { ask: () => ({ path: `/api/public/labs/${demoLab}` }), may: 200, who: everybody, anybody: 200 },
  readPublicDraft: { ask: () => ({ path: `/api/public/labs/${demoLab}/drafts/1` }), may: 200, who: everybody, anybody: 200 },
  // Published with the draft that answers it.
  readPublicMatrix: { ask: () => ({ path: `/api/public/labs/${demoLab}/matrices/1` }), may: 404, who: everybody, anybody: 404 },
  readMatrix: { ask: () => ({ path: `${lab}/matrices/1` }), may: 200, who: members },
  exportPublicDraft: {
    ask: () => ({ path: `/api/public/labs/${demoLab}/drafts/1/files/md` }),
    may: 200,
    who: everybody,
    anybody: 200,
  },
  exportDraft: { ask: () => ({ path: `${writtenDraft}/files/md` }), may: 200, who: members },
  exportPublicMatrix: {
    ask: () => ({ path: `/api/public/labs/${demoLab}/matrices/1/files/csv` }),
    may: 404,
    who: everybody,
    anybody: 404,
  },
  exportMatrix: { ask: () => ({ path: `${lab}/matrices/1/files/csv` }), may: 200, who: members },
  readFolio: { ask: () => ({ path: '/api/folios/B1-OBS-0001' }), may: 200, who: everybody, anybody: 200 },
  listMyFolios: { ask: () => ({ path: `${lab}/folios/mine` }), may: 200, who: members },
};
