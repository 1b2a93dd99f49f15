// Judges who would open a line before the first byte of it (origin, session, permission, places), and brings who passes into their room.
// What carries the line is of no account here but for the upgrade of a WebSocket, which `ws` does.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { DocumentId } from '@cocrea/shared/domain/ids.ts';
import { AppError, closeCodeOf, type ErrorCode } from '@cocrea/shared/errors.ts';
import { GENERATION_PARAMETER, SUBPROTOCOL } from '@cocrea/shared/protocol/message-type.ts';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Census } from './census.ts';
import type { GroupCommit } from './commit.ts';
import { Connection } from './connection.ts';
import { EngineSocket } from './engine-socket.ts';
import type { Asked } from './http-lines.ts';
import { PartsBudget } from './incoming-parts.ts';
import type { RealtimeLimits } from './limits.ts';
import type { Line } from './line.ts';
import type { Access, RealtimeLog, RealtimeMetrics, RefuseUpgrade, RoomAccess } from './ports.ts';
import type { Rooms } from './rooms.ts';
import { Session } from './session.ts';

export interface GatewayOptions {
  readonly access: RoomAccess;
  readonly census: Census;
  readonly rooms: Rooms;
  readonly commit: GroupCommit;
  readonly limits: RealtimeLimits;
  readonly metrics: RealtimeMetrics;
  readonly log: RealtimeLog;
  readonly elapsed: () => number;
  readonly originAllowed: (request: IncomingMessage) => boolean;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly refuseUpgrade: RefuseUpgrade;
  /** Called when there is something to look after. */
  readonly onOpened: () => void;
}

/** Somebody on the way in, and whether their rights changed meanwhile. */
interface Arrival {
  readonly userId: string;
  readonly documentId: string;
  changed: boolean;
}

type Granted = Exclude<Access, { refused: ErrorCode }>;

/** Somebody who may come in. */
interface Arrived extends Readonly<Arrival> {
  readonly address: string;
  readonly granted: Granted;
  /** The history their text belongs to, where they told it. */
  readonly generation: string | null;
}

interface Admission {
  readonly documentId: string;
  /** Has its argument called when the peer is gone, also before they are let in. */
  readonly onceGone: (free: () => void) => void;
  /** Called in the moment in which all that was asked holds. */
  readonly enter: (arrived: Arrived) => void;
}

/** What `ws` calls a message beyond `maxPayload`. */
const frameTooLarge = 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';
const path = /^\/sync\/([^/?]+)(?:\?|$)/;
const linePath = /^\/sync\/([^/?]+)\/line(?:\?|$)/;

export class Gateway {
  readonly #options: GatewayOptions;
  readonly #server: WebSocketServer;
  readonly #arrivals = new Set<Arrival>();
  readonly #parts: PartsBudget;
  #isClosed = false;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#parts = new PartsBudget(options.limits.partsBytes);
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: options.limits.frameBytes,
      WebSocket: EngineSocket,
      handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
    });
  }

  /** From now on every upgrade is answered 503. */
  close(): void {
    this.#isClosed = true;
  }

  /** What a person may do may have changed: everything of theirs that is open or opening asks again. */
  rightsChanged(userId: string): void {
    for (const arrival of this.#arrivals) if (arrival.userId === userId) arrival.changed = true;
    for (const session of this.#options.census.of(userId)) void session.askAgain();
  }

  /**
   * Who may open or write a document may have changed: everybody in its room, or on the way there, asks again. Resolves when those in it were
   * answered.
   */
  async documentChanged(documentId: string): Promise<void> {
    for (const arrival of this.#arrivals) if (arrival.documentId === documentId) arrival.changed = true;
    const there = [...this.#options.census.all()].filter((session) => session.documentId === documentId);
    await Promise.all(there.map((session) => session.askAgain()));
  }

  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    // An error before `ws` takes the socket over would else bring the process down.
    const ignore = (): void => undefined;
    socket.on('error', ignore);
    try {
      await this.#admit(request, {
        documentId: this.#documentIn(request, path),
        onceGone: (free) => socket.once('close', free),
        enter: (arrived) => {
          socket.off('error', ignore);
          this.#server.handleUpgrade(request, socket, head, (ws) => {
            this.#carry(ws, this.#open(ws, arrived, { extended: ws.protocol === SUBPROTOCOL }));
          });
        },
      });
    } catch (error) {
      this.#refuse({ request, socket, head }, this.failureOf(request, error));
    }
  }

  /** What a socket hears goes to its session. Apart from the upgrade, whose request would else be kept as long as the socket is open. */
  #carry(ws: WebSocket, session: Session): void {
    const { metrics, log } = this.#options;
    ws.on('message', (data, isBinary) => session.receive(isBinary && data instanceof Uint8Array ? data : null));
    ws.on('pong', () => session.heard());
    ws.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === frameTooLarge) metrics.refused('frame_too_large');
      log.info({ err: error, documentId: session.documentId }, 'A socket failed.');
    });
  }

  /** Judges who would open a line over HTTP. Throws AppError. */
  async answer(request: IncomingMessage, { response, begin }: Asked): Promise<void> {
    await this.#admit(request, {
      documentId: this.#documentIn(request, linePath),
      onceGone: (free) => response.once('close', free),
      enter: (arrived) => {
        const line = begin(arrived.userId);
        if (line === null) return;
        // Only our own pages speak this way, so it is always `cocrea.v1`.
        const session = this.#open(line, arrived, { extended: true });
        line.listen({ onFrame: (frame) => session.receive(frame), onLife: () => session.heard() });
      },
    });
  }

  /** The document an address names, as the first group of `addresses` has it. Throws AppError. */
  #documentIn(request: IncomingMessage, addresses: RegExp): string {
    this.#assertOpen();
    const match = addresses.exec(request.url ?? '');
    if (match === null) throw new AppError('not_found');
    const documentId = decoded(match[1] ?? '');
    if (!DocumentId.safeParse(documentId).success) throw new AppError('document_not_found');
    return documentId;
  }

  /** Lets somebody in, or throws AppError. */
  async #admit(request: IncomingMessage, { documentId, onceGone, enter }: Admission): Promise<void> {
    const { access, census, originAllowed, addressOf } = this.#options;
    if (!originAllowed(request)) throw new AppError('origin_refused');
    const address = addressOf(request);
    onceGone(census.takePlace(address));
    const userId = await access.identify(request);
    if (userId === null) throw new AppError('unauthenticated');
    census.assertRoomFor(userId);
    const arrival: Arrival = { userId, documentId, changed: false };
    this.#arrivals.add(arrival);
    try {
      const granted = await access.accessOf(userId, documentId);
      if ('refused' in granted) throw new AppError(granted.refused);
      // While we asked, the engine may have begun to close, or others may have taken the last place.
      this.#assertOpen();
      census.assertRoomFor(userId);
      enter({ ...arrival, address, granted, generation: generationOf(request) });
    } finally {
      this.#arrivals.delete(arrival);
    }
  }

  /** Opens a line for somebody who was let in: from now on whoever carries it tells what its client says. */
  #open(line: Line, arrived: Arrived, { extended }: { extended: boolean }): Session {
    const { access, census, commit, limits, metrics, log, elapsed, onOpened } = this.#options;
    const { documentId, address, userId, granted, generation } = arrived;
    const connection = new Connection({ line, userId, address, extended, ...granted, limits, metrics, elapsed });
    const session = new Session({ connection, documentId, access, commit, limits, parts: this.#parts, metrics, log, elapsed });
    census.add(session);
    metrics.connections(1);
    line.once('close', () => {
      census.remove(session);
      session.gone();
      metrics.connections(-1);
    });
    connection.pause('loading');
    onOpened();
    void this.#enter(session, generation);
    if (arrived.changed) void session.askAgain();
    return session;
  }

  /** Why somebody is not let in, or not heard; counted, and logged where it is a defect. */
  failureOf(request: IncomingMessage, error: unknown): AppError {
    const { metrics, log } = this.#options;
    const failure = error instanceof AppError ? error : new AppError('store_unavailable');
    if (failure !== error) log.error({ err: error, url: request.url?.split('?')[0] }, 'Somebody who came could not be judged.');
    metrics.refused(failure.code);
    return failure;
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new AppError('restarting');
  }

  #refuse({ request, socket, head }: { request: IncomingMessage; socket: Duplex; head: Buffer }, failure: AppError): void {
    const { code } = failure;
    // A browser shows a page nothing of a refused upgrade, and would try again for ever without anybody knowing why.
    const isLimit = code === 'too_many_connections_address' || code === 'too_many_connections_person';
    if (isLimit && offersSubprotocol(request)) {
      this.#server.handleUpgrade(request, socket, head, (ws) => {
        ws.on('error', () => undefined);
        ws.close(closeCodeOf(code), code);
      });
      return;
    }
    this.#options.refuseUpgrade(request, socket, failure);
  }

  async #enter(session: Session, generation: string | null): Promise<void> {
    const { rooms, log } = this.#options;
    const { connection, documentId } = session;
    try {
      const room = await rooms.expect(documentId);
      try {
        if (connection.hasEnded) return;
        if (generation !== null && generation !== room.generation) {
          // Its text belongs to another history: told which one is served here, it is let go before a word of either is merged.
          room.introduce(connection);
          connection.end('generation_changed');
          return;
        }
        session.enter(room);
      } finally {
        rooms.release(room);
      }
    } catch (error) {
      if (!(error instanceof AppError)) log.error({ err: error, documentId }, 'A document could not be opened.');
      connection.end(error instanceof AppError ? error.code : 'store_unavailable');
    }
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

function generationOf(request: IncomingMessage): string | null {
  return new URL(request.url ?? '/', 'http://server').searchParams.get(GENERATION_PARAMETER);
}

function offersSubprotocol(request: IncomingMessage): boolean {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').some((offered) => offered.trim() === SUBPROTOCOL);
}
