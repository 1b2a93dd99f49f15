// Hocuspocus as its manual sets it up, with its SQLite extension on the file it is given.
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  websocketOptions: { perMessageDeflate: false },
  extensions: [new SQLite({ database: process.argv[2] })],
});
await server.listen();
console.log(`http://127.0.0.1:${server.address.port}`);
