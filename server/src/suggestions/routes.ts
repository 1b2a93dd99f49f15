// The routes of suggestions: begin to suggest, read what is suggested, decide it, take a decision back.
import * as contracts from '@cocrea/shared/api/suggestions.ts';
import type { Routes } from '../http/routes.ts';
import { beginFork } from './begin-fork.ts';
import { decideSuggestions } from './decide-suggestions.ts';
import { createSuggestionsNow, listSuggestions } from './list-suggestions.ts';
import type { SuggestionDesk } from './ports.ts';
import { undoDecision } from './undo-decision.ts';

export function addSuggestionRoutes(routes: Routes, desk: SuggestionDesk): void {
  const suggestionsNow = createSuggestionsNow(desk);

  routes.signedIn(contracts.beginFork, ({ caller, params, body }) =>
    beginFork(desk, caller, { labId: params.lab, draftId: params.document, ...body }),
  );

  routes.signedIn(contracts.listSuggestions, ({ caller, params }) =>
    listSuggestions({ ...desk, suggestionsNow }, caller, { labId: params.lab, draftId: params.document }),
  );

  routes.signedIn(contracts.decideSuggestions, ({ caller, params, body }) =>
    decideSuggestions(desk, caller, { labId: params.lab, draftId: params.document, asked: body }),
  );

  routes.signedIn(contracts.undoDecision, ({ caller, params, body }) =>
    undoDecision(desk, caller, { labId: params.lab, draftId: params.document, id: params.decision, ...body }),
  );
}
