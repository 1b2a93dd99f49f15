// The routes of comments: threads on words of a text, replies, settling them, and who may be named.
import * as contracts from '@cocrea/shared/api/comments.ts';
import { authorize } from '../http/caller.ts';
import type { Routes } from '../http/routes.ts';
import { requireLab } from '../storage/require-lab.ts';
import { readableDocument } from './commented-document.ts';
import { editComment } from './edit-comment.ts';
import { listMentionable } from './list-mentionable.ts';
import type { CommentDesk } from './ports.ts';
import { removeComment } from './remove-comment.ts';
import { replyToThread } from './reply-to-thread.ts';
import { settleThread } from './settle-thread.ts';
import { startThread } from './start-thread.ts';
import { readThreads, threadOf } from './thread-record.ts';

export function addCommentRoutes(routes: Routes, desk: CommentDesk): void {
  routes.signedIn(contracts.listComments, async ({ caller, params: { lab: labId, document: documentId } }) => {
    await readableDocument(desk, caller, { labId, documentId });
    return { threads: await readThreads(desk, { labId, documentId }) };
  });

  routes.signedIn(contracts.readThread, async ({ caller, params: { lab: labId, thread: id } }) => {
    await requireLab(desk, labId);
    authorize(caller, 'lab.read', { labId });
    const thread = await threadOf(desk, { labId, id });
    await readableDocument(desk, caller, { labId, documentId: thread.documentId });
    return thread;
  });

  routes.signedIn(contracts.listMentionable, async ({ caller, params, query }) => ({
    people: await listMentionable(desk, caller, { labId: params.lab, documentId: params.document, typed: query.q ?? '' }),
  }));

  routes.signedIn(contracts.startThread, ({ caller, params, body }) =>
    startThread(desk, caller, { labId: params.lab, documentId: params.document, sent: body }),
  );

  routes.signedIn(contracts.replyToThread, ({ caller, params, body }) =>
    replyToThread(desk, caller, { labId: params.lab, threadId: params.thread, sent: body }),
  );

  routes.signedIn(contracts.settleThread, ({ caller, params, body }) =>
    settleThread(desk, caller, { labId: params.lab, threadId: params.thread, ...body }),
  );

  routes.signedIn(contracts.editComment, ({ caller, params, body }) =>
    editComment(desk, caller, { labId: params.lab, id: params.id, ...body }),
  );

  routes.signedIn(contracts.removeComment, ({ caller, params, body }) =>
    removeComment(desk, caller, { labId: params.lab, id: params.id, ...body }),
  );
}
