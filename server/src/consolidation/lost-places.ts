// What was brought into a text and stands nowhere in it any more: every paragraph it went into was taken out, or emptied, since. It waits for a
// place again, or for a reason why it has none.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { standingBlocks } from '@cocrea/shared/document/standing-blocks.ts';
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import type { ConsolidationDesk, Parts } from './ports.ts';

type Desk = Pick<ConsolidationDesk, 'records' | 'database' | 'drafts' | 'texts'>;

interface LostPlace {
  readonly originId: string;
  readonly documentId: string;
  readonly blockId: string;
  readonly kind: 'contribution' | 'late_writing';
  readonly sourceId: string;
}

/** A text somebody has read already: the one that is held while it is frozen. */
export interface ReadText {
  readonly documentId: string;
  readonly blocks: ReadonlySet<string>;
}

/** The places of contributions and late writings none of whose places stands, by the source. Those of frozen drafts are looked for as frozen. */
export async function lostPlaces(
  desk: Desk,
  { labId, read }: { labId: string; read?: ReadText },
): Promise<ReadonlyMap<string, readonly LostPlace[]>> {
  const query = desk.database
    .selectFrom('block_origins')
    .where('lab_id', '=', labId)
    .where('source_kind', 'in', ['contribution', 'late_writing'])
    .where('removed_at', 'is', null)
    .select(['id', 'document_id', 'block_id', 'source_kind', 'source_id'])
    .orderBy('added_at')
    .orderBy('id');
  const rows = await desk.records.read(query.compile());
  const documents = [...new Set(rows.map((row) => row.document_id))];
  const standing = new Map(
    await Promise.all(
      documents.map(async (documentId) => {
        if (documentId === read?.documentId) return [documentId, read.blocks] as const;
        return [documentId, standingBlocks(await bodyAsItStands(desk, { labId, documentId }))] as const;
      }),
    ),
  );
  const places = new Map<string, LostPlace[]>();
  const stands = new Set<string>();
  for (const { id, document_id: documentId, block_id: blockId, source_kind: kind, source_id: sourceId } of rows) {
    if (sourceId === null) continue;
    if (standing.get(documentId)?.has(blockId) === true) stands.add(sourceId);
    const place = { originId: id, documentId, blockId, kind: kind === 'contribution' ? kind : 'late_writing', sourceId } as const;
    places.set(sourceId, [...(places.get(sourceId) ?? []), place]);
  }
  for (const sourceId of stands) places.delete(sourceId);
  return places;
}

async function bodyAsItStands(desk: Desk, place: { labId: string; documentId: string }): Promise<DocumentJson> {
  const draft = await desk.drafts.of(place);
  return draft.frozenVersionId === null ? desk.texts.bodyOf(draft.id) : desk.drafts.frozenBody(draft);
}

/** Takes these off the blocks that are gone: whoever says why a source has no place says it of the source whole. */
export function takingOffPlaces(
  { database, now }: Pick<ConsolidationDesk, 'database' | 'now'>,
  { places, actorId }: { places: readonly LostPlace[]; actorId: string },
): Parts {
  return {
    statements: places.map(({ originId }) => ({
      query: database
        .updateTable('block_origins')
        .set({ removed_at: now() })
        .where('id', '=', originId)
        .where('removed_at', 'is', null)
        .compile(),
      expectRows: 1,
    })),
    events: places.map(
      ({ originId, documentId, blockId, kind, sourceId }): NewEvent => ({
        actorId,
        type: 'origin.removed',
        subjectId: originId,
        data: { documentId, blockId, kind, sourceId },
      }),
    ),
  };
}
