// The files of deploy/ say what the program does: settings that exist with values it takes, commands, paths and ports that agree. Their own tools
// look at them where the machine has them.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { feedPath } from '@cocrea/shared/api/feed.ts';
import { readConfig, settingsAsMarkdown } from '@cocrea/server/src/config.ts';
import { findHaproxy } from '../support/haproxy.ts';
import { selfSigned } from '../support/self-signed.ts';
import { repository } from '../support/server.ts';

const read = (name: string): string => readFileSync(join(repository, name), 'utf8');
const deploy = (name: string): string => read(`deploy/${name}`);

interface Service {
  readonly command?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly image?: string;
  readonly networks: readonly string[] | Readonly<Record<string, { ipv4_address?: string }>>;
  readonly ports?: readonly string[];
  readonly stop_grace_period: string;
  readonly volumes?: readonly string[];
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { ipam?: { config: readonly { subnet: string }[] } } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}
const compose = parse(deploy('compose.yaml'), { merge: true }) as Compose;
const servers = Object.entries(compose.services).filter(([name]) => name.startsWith('cocrea-'));
const haproxy = deploy('haproxy.cfg');
const unit = deploy('cocrea.service');
const dockerfile = deploy('Dockerfile');

const folder = mkdtempSync(join(tmpdir(), 'cocrea-deploy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What an operator would have written into deploy/.env. */
const answers = Object.fromEntries(
  [...deploy('env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value]) => [name, value || 'a1b2c3']),
);
const filled = (text: string): string =>
  text.replaceAll(/\$\{([A-Z_]+)(?::\?[^}]*)?\}/g, (_, name: string) => {
    const answer = answers[name];
    if (answer === undefined) throw new Error(`deploy/env.example does not ask for ${name}`);
    return answer;
  });
const settingsOf = (service: Service): Record<string, string> =>
  Object.fromEntries(Object.entries(service.environment ?? {}).map(([name, value]) => [name, filled(value)]));
const assigned = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/\b(PORT|COCREA_[A-Z_]+)=(\S+)/g)].map(([, name, value]) => [name, value]));

describe('settings', () => {
  const known = new Set([...settingsAsMarkdown().matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name));

  test.each(readdirSync(join(repository, 'deploy')).filter((name) => name !== 'tls' && name !== '.env'))(
    'every one that deploy/%s names exists',
    (name) => {
      const named = [...deploy(name).matchAll(/\bCOCREA_[A-Z_]+/g)].map(([found]) => found);
      expect(named.filter((found) => !known.has(found))).toEqual([]);
    },
  );

  test.each(servers)('%s is given values that the program takes', (_, service) => {
    const config = readConfig(settingsOf(service));
    expect(config).toMatchObject({ demo: false, publicUrl: new URL(answers['COCREA_PUBLIC_URL'] ?? '') });
    expect(config.databaseUrl).toContain('@postgres:5432/');
  });

  test('so are the image and the service of systemd', () => {
    for (const text of [dockerfile, unit])
      expect(readConfig(assigned(text))).toMatchObject({ demo: false, dataDir: '/var/lib/cocrea' });
  });

  test('no secret has a value in the repository', () => {
    expect(deploy('env.example')).toMatch(/PASSWORD=\n/);
    for (const [, value] of servers.flatMap(([, { environment = {} }]) => Object.entries(environment)))
      expect(value).not.toMatch(/:\/\/[^:/]*:(?!\$\{)[^@/]+@/);
    const ignored = read('.gitignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['deploy/.env', 'deploy/tls/']));
  });
});

describe('what the files say of each other', () => {
  test('the servers of compose are those of the proxy, at the port they listen on', () => {
    const named = [...haproxy.matchAll(/^\s+server (\S+) (\S+):(\d+)/gm)].map(
      ([, name, host, port]) => `${name} ${host} ${port}`,
    );
    const wanted = servers.map(([name, service]) => `${name} ${name} ${settingsOf(service)['PORT']}`);
    expect(servers.length).toBeGreaterThan(1);
    const backends = [...haproxy.matchAll(/^backend /gm)];
    expect(backends.length).toBeGreaterThan(1);
    expect(named).toEqual(backends.flatMap(() => wanted));
    expect(assigned(dockerfile)['PORT']).toBe(/^EXPOSE (\d+)$/m.exec(dockerfile)?.[1]);
  });

  test('the proxy binds what compose opens, reads what compose mounts, and is the one that is believed', () => {
    const { proxy } = compose.services;
    const bound = [...haproxy.matchAll(/^\s+bind :(\d+)/gm)].map(([, port]) => port);
    expect(proxy?.ports?.map((port) => port.split(':')[1])).toEqual(bound);
    const mounts = proxy?.volumes?.map((volume) => volume.split(':')) ?? [];
    for (const [from = ''] of mounts) if (from !== './tls') expect(existsSync(join(repository, 'deploy', from))).toBe(true);
    const certificate = /ssl crt (\S+)/.exec(haproxy)?.[1] ?? '';
    expect(mounts.some(([, inside = '']) => certificate.startsWith(`${inside}/`))).toBe(true);
    const address = (proxy?.networks as Record<string, { ipv4_address?: string }> | undefined)?.['inside']?.ipv4_address;
    for (const [, service] of servers) expect(readConfig(settingsOf(service)).trustedProxies).toEqual([address]);
    expect(compose.networks['inside']?.ipam?.config[0]?.subnet.replace(/0\/24$/, '')).toBe(address?.replace(/10$/, ''));
  });

  test('what a service waits for, sits in and keeps in is declared', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      const waits = Array.isArray(service.depends_on) ? service.depends_on : Object.keys(service.depends_on ?? {});
      expect([name, waits.filter((other) => !(other in compose.services))]).toEqual([name, []]);
      const networks = Array.isArray(service.networks) ? service.networks : Object.keys(service.networks);
      expect([name, networks.filter((network) => !(network in compose.networks))]).toEqual([name, []]);
    }
  });

  test('whoever stops a server waits longer than it needs', () => {
    const patience = Number(/patience = ([\d_]+)/.exec(read('server/src/main.ts'))?.[1]?.replace('_', '')) / 1000;
    expect(patience).toBeGreaterThan(5);
    for (const [, service] of servers) expect(Number.parseInt(service.stop_grace_period, 10)).toBeGreaterThan(patience);
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(patience);
  });
});

describe('what the files say of the program', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  test('image and service run what `pnpm start` runs, and the image is made with scripts that exist', () => {
    const command = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]') as string[];
    expect(command.join(' ')).toBe(scripts['start']);
    expect(/^ExecStart=\S+\/(node .*)$/m.exec(unit)?.[1]).toBe(scripts['start']);
    const used = [...dockerfile.matchAll(/npx -y pnpm@(\S+) (\w+)/g)];
    expect(used.map(([, , script]) => script)).toEqual(['install', 'build']);
    const version = /npx -y pnpm@(\S+) start/.exec(read('README.md'))?.[1];
    expect(used.every(([, pinned]) => pinned === version)).toBe(true);
  });

  test('paths of health, sync, feed and figures are those the server has', () => {
    const routes = read('server/src/http/operator-routes.ts');
    for (const text of [dockerfile, haproxy]) expect(text).toContain('/healthz');
    for (const path of ['/healthz', '/metrics']) expect(routes).toContain(`server.get('${path}'`);
    const handlers = [...read('server/src/app.ts').matchAll(/\['(\/\w+)', \w+\.handleUpgrade\]/g)].map(([, path]) => path);
    expect(handlers).toEqual(expect.arrayContaining(['/sync', feedPath]));
    // What the proxy sends to the server of a document is what the gateway takes, and the document is the part of the path it counts by.
    const [, begins = '', backend] = /use_backend (?:documents) if \{ path_beg (\S+) \}/.exec(haproxy) ?? [];
    const [prefix] = /\/sync\//.exec(read('server/src/realtime/gateway.ts').replaceAll('\\/', '/')) ?? [];
    expect([begins, backend]).toEqual([prefix, undefined]);
    const field = Number(/balance hash path,field\((\d),\/\)/.exec(haproxy)?.[1]);
    expect(`${begins}d-7`.split('/')[field - 1]).toBe('d-7');
  });
});

describe('their own tools', () => {
  test('systemd reads the service', (context) => {
    const { error } = spawnSync('systemd-analyze', ['--version']);
    if (error !== undefined) return void context.skip(`This machine has no systemd-analyze (${error.message}).`);
    const file = join(folder, 'cocrea.service');
    writeFileSync(file, unit.replaceAll('/opt/cocrea/', `${repository}`).replaceAll('/opt/cocrea', repository));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  test('Docker reads the composition', (context) => {
    const about = spawnSync('docker', ['compose', 'version'], { encoding: 'utf8' });
    if (about.status !== 0) return void context.skip('This machine has no `docker compose`.');
    execFileSync('docker', ['compose', '--file', join(repository, 'deploy/compose.yaml'), 'config', '--quiet'], {
      env: { ...process.env, ...answers },
    });
  });

  test('HAProxy takes its configuration', (context) => {
    const program = findHaproxy();
    if (program === null) return void context.skip('This machine has no haproxy (COCREA_TEST_HAPROXY names one).');
    const { key, cert } = selfSigned();
    writeFileSync(join(folder, 'cocrea.pem'), cert + key);
    const file = join(folder, 'haproxy.cfg');
    writeFileSync(file, haproxy.replace(/ssl crt \S+/, `ssl crt ${join(folder, 'cocrea.pem')}`));
    const { status, stderr } = spawnSync(program, ['-c', '-f', file], { encoding: 'utf8' });
    // The names of containers are unknown here; nothing else may be wrong with it.
    const warnings = stderr.split('\n').filter((line) => line.includes('[WARNING]') || line.includes('[ALERT]'));
    expect([status, warnings.filter((line) => !line.includes('could not resolve address'))]).toEqual([0, []]);
  });
});
