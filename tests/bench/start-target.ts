// Starts what is measured, by its name.
import type { Start, Target, TargetName } from './target.ts';
import { startCocrea } from './targets/cocrea.ts';
import { startRelay, startYWebsocket } from './targets/forgetful.ts';
import { startHocuspocus } from './targets/hocuspocus.ts';

const starts: Readonly<Record<TargetName, (start: Start) => Promise<Target>>> = {
  raw: startRelay,
  'y-websocket': startYWebsocket,
  hocuspocus: startHocuspocus,
  cocrea: startCocrea,
};

export async function startTarget(name: TargetName, start: Start): Promise<Target> {
  return starts[name](start);
}
