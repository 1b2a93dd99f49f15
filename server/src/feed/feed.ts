// The feed: one line per open lab, which says what was committed, who is here and which texts moved. Resumes by sequence.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { feedPath } from '@cocrea/shared/api/feed.ts';
import { AppError, closeCodeOf, type ErrorCode } from '@cocrea/shared/errors.ts';
import type { Bus } from '../bus/bus.ts';
import { refuseRequest, refuseUpgrade } from '../http/bare-answer.ts';
import { type FeedLine, socketLine } from './feed-line.ts';
import { feedTiming, type FeedLimits } from './limits.ts';
import type { FeedAccess, FeedLog, FeedPeople } from './ports.ts';
import { HttpLines } from '../realtime/http-lines.ts';
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
  /** Takes a request for `/feed/line?lab=&after=`, where there is no WebSocket. Never throws. */
  handleRequest(request: IncomingMessage, response: ServerResponse): void;
  /** Tells every screen the server restarts, and closes. */
  close(): void;
}

/** Most bytes a screen may say at once. */
const wordBytes = 1024;
/** Documents whose lab is remembered. */
const labsKept = 20_000;

/** Whoever is at the other end, and may go. */
type Peer = Pick<Duplex, 'destroyed'> & { once(event: 'close', listener: () => void): unknown };

export function createFeed(options: FeedOptions): Feed {
  const { records, access, people, rooms, bus, now, limits, log, originAllowed, addressOf } = options;
  const node = randomUUID();
  const server = new WebSocketServer({ noServer: true, maxPayload: wordBytes, perMessageDeflate: false });
  const audiences = new Map<string, LabAudience>();
  const places = new Set<Visit>();
  /** By document, which stays in its lab. */
  const labs = new Map<string, string>();
  let closed = false;

  function audienceOf(labId: string): LabAudience {
    let audience = audiences.get(labId);
    if (!audience) {
      audience = createLabAudience({ labId, people, rooms, bus, node, now, log, onEmpty: () => audiences.delete(labId) });
      audiences.set(labId, audience);
    }
    return audience;
  }

  /** Tells those who watch the lab of a document, if anybody does: this is called for every key that is stored. */
  function tellAudience(documentId: string, tell: (audience: LabAudience) => void): void {
    const tellThem = (labId: string): void => {
      const audience = audiences.get(labId);
      if (audience !== undefined) tell(audience);
    };
    if (audiences.size === 0) return;
    const known = labs.get(documentId);
    if (known !== undefined) return tellThem(known);
    people.labOf(documentId).then(
      (labId) => {
        if (labId === null) return;
        if (labs.size >= labsKept) labs.clear();
        labs.set(documentId, labId);
        tellThem(labId);
      },
      (failure: unknown) => log.warn({ failure, documentId }, 'the lab of a document could not be read'),
    );
  }

  function everySubscriber(): Subscriber[] {
    return [...audiences.values()].flatMap((audience) => [...audience.subscribers]);
  }

  /** Takes a place for the visit in the same breath as it finds one free: of many let in together, no two get the last. */
  function takePlace(visit: Visit, peer: Peer): void {
    const { feedsPerPerson, feedsPerAddress } = limits;
    const taken = [...places];
    if (taken.filter(({ personId }) => personId === visit.personId).length >= feedsPerPerson) {
      throw new AppError('too_many_connections_person', { limit: feedsPerPerson });
    }
    if (taken.filter(({ address }) => address === visit.address).length >= feedsPerAddress) {
      throw new AppError('too_many_connections_address', { limit: feedsPerAddress });
    }
    if (peer.destroyed) return;
    places.add(visit);
    peer.once('close', () => places.delete(visit));
  }

  async function admit(request: IncomingMessage, { path, peer }: { path: string; peer: Peer }): Promise<Visit> {
    if (closed) throw new AppError('restarting');
    const url = new URL(request.url ?? '/', 'http://feed');
    if (url.pathname !== path) throw new AppError('not_found');
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
    takePlace(visit, peer);
    return visit;
  }

  function welcome(line: FeedLine, visit: Visit): void {
    const audience = audienceOf(visit.labId);
    const subscriber = createSubscriber({ line, records, ...visit, onTyping: audience.presenceChanged, limits, log });
    audience.add(subscriber);
    line.once('close', () => audience.remove(subscriber));
    void subscriber.catchUp();
  }

  const stopEvents = records.onEvents((events) => {
    for (const event of events) {
      for (const subscriber of audiences.get(event.labId)?.subscribers ?? []) subscriber.offer(event);
    }
  });
  const stopText = rooms.onEdited(({ documentId, at }) =>
    tellAudience(documentId, (audience) => audience.edited(documentId, at)),
  );
  const stopPresence = rooms.onPresence(({ documentId }) => tellAudience(documentId, (audience) => audience.presenceChanged()));
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
    subscriber.line.close(closeCodeOf(code), code);
  }

  /** What is told of whatever was thrown while a line was asked for or spoken on. */
  function failureIn(thrown: unknown): AppError {
    if (thrown instanceof AppError) return thrown;
    log.warn({ failure: thrown }, 'a feed could not be opened');
    return new AppError('internal');
  }

  const lines = new HttpLines({
    paths: /\/feed/,
    identify: access.identify,
    originAllowed,
    frameBytes: wordBytes,
    judge: async (request, { response, begin }) => {
      const visit = await admit(request, { path: `${feedPath}/line`, peer: response });
      const line = begin(visit.personId);
      if (line !== null) welcome(line, visit);
    },
    refuse: (request, response, thrown) => refuseRequest(request, response, failureIn(thrown)),
  });

  const heartbeat = setInterval(() => {
    for (const subscriber of everySubscriber()) subscriber.checkAlive();
  }, feedTiming.heartbeat);
  heartbeat.unref();

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      admit(request, { path: feedPath, peer: socket }).then(
        (visit) => server.handleUpgrade(request, socket, head, (ws) => welcome(socketLine(ws), visit)),
        (thrown: unknown) => refuseUpgrade(request, socket, failureIn(thrown)),
      );
    },
    handleRequest: (request, response) => void lines.handle(request, response),
    close() {
      closed = true;
      clearInterval(heartbeat);
      for (const stop of [stopEvents, stopText, stopPresence, stopAccess]) stop();
      for (const subscriber of everySubscriber()) end(subscriber, 'restarting');
      for (const audience of audiences.values()) audience.close();
    },
  };
}
