// HAProxy as deploy/ sets it up, in front of servers of this machine: the same file, with names, ports and certificate put in place of theirs, and room for fewer people.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { selfSigned } from './self-signed.ts';
import { repository } from './server.ts';

/** `COCREA_TEST_HAPROXY`, or the one in the path; null where there is none. */
export function findHaproxy(): string | null {
  const program = process.env['COCREA_TEST_HAPROXY'] ?? 'haproxy';
  return spawnSync(program, ['-v']).status === 0 ? program : null;
}

export interface ProxyBefore extends AsyncDisposable {
  readonly httpPort: number;
  readonly httpsPort: number;
}

/** Begins `program` before two servers; resolves when it listens. It looks at their health every 100 ms. */
export async function startHaproxy(program: string, ports: readonly [number, number]): Promise<ProxyBefore> {
  const folder = mkdtempSync(join(tmpdir(), 'cocrea-haproxy-'));
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  const { key, cert } = selfSigned();
  const pem = join(folder, 'cocrea.pem');
  writeFileSync(pem, cert + key);
  const file = join(folder, 'haproxy.cfg');
  writeFileSync(
    file,
    readFileSync(join(repository, 'deploy/haproxy.cfg'), 'utf8')
      .replace(/maxconn \d+/, 'maxconn 200')
      .replace('bind :8080', `bind 127.0.0.1:${httpPort}`)
      .replace(/bind :8443 ssl crt \S+/, `bind 127.0.0.1:${httpsPort} ssl crt ${pem}`)
      .replaceAll('cocrea-1:3000', `127.0.0.1:${ports[0]}`)
      .replaceAll('cocrea-2:3000', `127.0.0.1:${ports[1]}`)
      .replaceAll('inter 2s', 'inter 100ms'),
  );
  const child = spawn(program, ['-db', '-f', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  const listens = async (): Promise<boolean> => {
    const answer = await fetch(`http://127.0.0.1:${httpPort}/`, { redirect: 'manual' }).catch(() => null);
    return answer !== null;
  };
  while (!(await listens())) {
    if (child.exitCode !== null) throw new Error(`haproxy ended with ${child.exitCode}: ${child.stderr.read() as string | null}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    httpPort,
    httpsPort,
    [Symbol.asyncDispose]: async () => {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
