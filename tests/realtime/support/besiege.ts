// A siege: hostile frames through real sockets while two honest people write; at its end their text must be whole. Each frame is sent on a
// connection that is still open: most of them end theirs, and what follows on that would not be read.
import { expect } from 'vitest';
import { connect } from '../../support/clients.ts';
import type { Random } from '../../support/random.ts';
import { type EngineServer, storedDoc } from './engine-server.ts';
import { hostileFrames } from './mutations.ts';
import { type RawClient, rawClient } from './raw-client.ts';

/** Attackers at once; each sends one frame in a round. */
const attackers = 50;

export async function besiege(
  server: EngineServer,
  { frames, random, onRound }: { frames: number; random: Random; onRound?: (sent: number) => void },
): Promise<void> {
  const ana = await connect(server, 'd', { token: 'ana' });
  const eva = await connect(server, 'd', { token: 'eva' });
  const next = hostileFrames(random);
  let band: RawClient[] = [];
  for (let sent = 0; sent < frames; sent += attackers) {
    band = band.filter(({ socket }) => socket.readyState === 1);
    // Half of them offer our subprotocol, to be let further in.
    const fresh = Array.from({ length: attackers - band.length }, () =>
      rawClient(server, 'd', { token: 'mal', extended: random.below(2) === 0, remembers: false }),
    );
    band.push(...(await Promise.all(fresh)));
    for (const { socket } of band) socket.send(next({ client: ana.doc.clientID, clock: sent }));
    const text = ana.doc.getText('text');
    text.insert(random.below(text.length + 1), 'a');
    // A text as long as people write, not as long as the siege.
    if (text.length > 500) text.delete(random.below(400), 50);
    await Promise.all(band.map((attacker) => attacker.roundTrip()));
    onRound?.(sent);
  }
  for (const attacker of band) attacker.close();
  await eva.caughtUpWith(ana.doc);
  await ana.caughtUpWith(eva.doc);
  const stored = await storedDoc(server.store, 'd');
  expect([stored.store.pendingStructs, stored.store.pendingDs]).toEqual([null, null]);
  expect(stored.getText('text').toDelta()).toEqual(ana.doc.getText('text').toDelta());
  ana.close();
  eva.close();
}
