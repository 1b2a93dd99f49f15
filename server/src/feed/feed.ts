// The feed: one socket per open lab, which says what was committed, who is here and which texts moved. Resumes by sequence.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { feedPath } from '@cocrea/shared/api/feed.ts';
import { AppError, closeCodeOf, type ErrorCode } from '@cocrea/shared/errors.ts';
import type { Bus } from '../bus/bus.ts';
import { refuseUpgrade } from '../http/bare-answer.ts';
import { feedTiming, type FeedLimits } from './limits.ts';
import type { FeedAccess, FeedLog, FeedPeople } from './ports.ts';
import type { RoomWatch } from '../realtime/ports.ts';
import type { RecordStore } from '../storage/record-store.ts';
import { createLabAudience, type LabAudience } from './lab-audience.ts';
import { createSubscriber, type Subscriber } from './subscriber.ts';

export interface FeedOptions {
  readonly records: Pick<RecordStore, 'events' | 'onEvents'>;
  readonly access: FeedAccess;
  readonly people: FeedPeople;
  readonly rooms: RoomWatch;
  readonly bus: Bus;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly limits: FeedLimits;
  readonly log: FeedLog;
  readonly originAllowed: (request: IncomingMessage) => boolean;
  /** Whose sockets are counted together. */
  readonly addressOf: (request: IncomingMessage) => string;
}

interface Visit {
  readonly labId: string;
  readonly after: number;
  readonly wanted: readonly string[] | null;
  readonly personId: string;
  readonly address: string;
}

export interface Feed {
  /** Takes an upgrade for `/feed?lab=&after=`. Never throws. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells every screen the server restarts, and closes. */
  close(): void;
}

export function createFeed(options: FeedOptions): Feed {
  const { records, access, people, rooms, bus, now, limits, log, originAllowed, addressOf } = options;
  const node = randomUUID();
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  const audiences = new Map<string, LabAudience>();
  const places = new Set<Visit>();
  let closed = false;

  function audienceOf(labId: string): LabAudience {
    let audience = audiences.get(labId);
    if (!audience) {
      audience = createLabAudience({ labId, people, rooms, bus, node, now, log, onEmpty: () => audiences.delete(labId) });
      audiences.set(labId, audience);
    }
    return audience;
  }

  function everySubscriber(): Subscriber[] {
    return [...audiences.values()].flatMap((audience) => [...audience.subscribers]);
  }

  /** Takes a place for the visit in the same breath as it finds one free: of many let in together, no two get the last. */
  function takePlace(visit: Visit, socket: Duplex): void {
    const { feedsPerPerson, feedsPerAddress } = limits;
    const taken = [...places];
    if (taken.filter(({ personId }) => personId === visit.personId).length >= feedsPerPerson) {
      throw new AppError('too_many_connections_person', { limit: feedsPerPerson });
    }
    if (taken.filter(({ address }) => address === visit.address).length >= feedsPerAddress) {
      throw new AppError('too_many_connections_address', { limit: feedsPerAddress });
    }
    if (socket.destroyed) return;
    places.add(visit);
    socket.once('close', () => places.delete(visit));
  }

  async function admit(request: IncomingMessage, socket: Duplex): Promise<Visit> {
    if (closed) throw new AppError('restarting');
    const url = new URL(request.url ?? '/', 'http://feed');
    if (url.pathname !== feedPath) throw new AppError('not_found');
    if (!originAllowed(request)) throw new AppError('origin_refused');
    const labId = url.searchParams.get('lab') ?? '';
    const after = Number(url.searchParams.get('after') ?? '0');
    if (!Number.isSafeInteger(after) || after < 0) throw new AppError('invalid_field', { field: 'after' });
    const personId = await access.identify(request);
    if (!personId) throw new AppError('unauthenticated');
    const refusal = await access.refusalOf(personId, labId);
    if (refusal) throw new AppError(refusal);
    const wanted =
      url.searchParams
        .get('events')
        ?.split(',')
        .filter((beginning) => beginning !== '') ?? null;
    const visit = { labId, after, wanted, personId, address: addressOf(request) };
    takePlace(visit, socket);
    return visit;
  }

  function welcome(ws: WebSocket, visit: Visit): void {
    const audience = audienceOf(visit.labId);
    const subscriber = createSubscriber({ ws, records, ...visit, onTyping: audience.presenceChanged, limits, log });
    audience.add(subscriber);
    ws.once('close', () => audience.remove(subscriber));
    void subscriber.catchUp();
  }

  const stopEvents = records.onEvents((events) => {
    for (const event of events) {
      for (const subscriber of audiences.get(event.labId)?.subscribers ?? []) subscriber.offer(event);
    }
  });
  const stopText = rooms.onEdited(({ documentId, at }) => {
    void people.labOf(documentId).then(
      (labId) => labId && audiences.get(labId)?.edited(documentId, at),
      (failure: unknown) => log.warn({ failure, documentId }, 'the lab of an edited document could not be read'),
    );
  });
  const stopPresence = rooms.onPresence(({ documentId }) => {
    void people.labOf(documentId).then(
      (labId) => labId && audiences.get(labId)?.presenceChanged(),
      (failure: unknown) => log.warn({ failure, documentId }, 'the lab of a visited document could not be read'),
    );
  });
  const stopAccess = access.onChanged((personId) => {
    for (const audience of audiences.values()) {
      audience.presenceChanged();
      for (const subscriber of audience.subscribers) {
        if (subscriber.personId === personId) void recheck(subscriber);
      }
    }
  });

  async function recheck(subscriber: Subscriber): Promise<void> {
    subscriber.send({ type: 'you' });
    try {
      const refusal = await access.refusalOf(subscriber.personId, subscriber.labId);
      if (refusal) end(subscriber, refusal);
    } catch (failure) {
      log.warn({ failure }, 'a feed could not be checked again');
      end(subscriber, 'store_unavailable');
    }
  }

  function end(subscriber: Subscriber, code: ErrorCode): void {
    subscriber.ws.close(closeCodeOf(code), code);
  }

  const heartbeat = setInterval(() => {
    for (const subscriber of everySubscriber()) subscriber.checkAlive();
  }, feedTiming.heartbeat);
  heartbeat.unref();

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      admit(request, socket).then(
        (visit) => server.handleUpgrade(request, socket, head, (ws) => welcome(ws, visit)),
        (failure: unknown) => {
          if (!(failure instanceof AppError)) log.warn({ failure }, 'a feed could not be opened');
          refuseUpgrade(request, socket, failure instanceof AppError ? failure : new AppError('internal'));
        },
      );
    },
    close() {
      closed = true;
      clearInterval(heartbeat);
      for (const stop of [stopEvents, stopText, stopPresence, stopAccess]) stop();
      for (const subscriber of everySubscriber()) end(subscriber, 'restarting');
      for (const audience of audiences.values()) audience.close();
    },
  };
}
