// @y/websocket-server as its own program runs it, on a free port. It keeps nothing: its releases that ran with LevelDB do not any more.
import { createServer } from 'node:http';
import { setupWSConnection } from '@y/websocket-server/utils';
import WebSocket from 'ws';

const server = createServer();
const sockets = new WebSocket.Server({ server, perMessageDeflate: false });
sockets.on('connection', (socket, request) => setupWSConnection(socket, request));
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
