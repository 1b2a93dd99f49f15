// The numbers at the head of every frame: the standard y-websocket ones, and ours from 64 on, spoken only under our subprotocol.

/** The WebSocket subprotocol a client offers to be told hello, durable and notice. Without it a client sees a stock server. */
export const SUBPROTOCOL = 'cocrea.v1';

/** Told in `hello`; raised when a frame changes its shape. */
export const PROTOCOL_VERSION = 1;

/** Name of the URL query parameter in which a client tells the generation its text belongs to. */
export const GENERATION_PARAMETER = 'generation';

/** First varUint of a frame. */
export const messageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  hello: 64,
  durable: 65,
  part: 66,
  notice: 67,
  crowd: 68,
} as const;

/** Second varUint of a `sync` frame, as y-protocols has it. */
export const syncStep = { one: 0, two: 1, update: 2 } as const;
