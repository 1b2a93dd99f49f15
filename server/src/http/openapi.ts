// The description of the API for machines, made from the same contracts the routes are built of.
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

export async function describeApi(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Cocrea',
        version: '1',
        description:
          'Failures are `{ error: { code, message, details } }`, the message in the language of `?lang` or `Accept-Language`.',
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'Printed by `pnpm --silent cocrea token --lab … --role …`' },
          session: { type: 'apiKey', in: 'cookie', name: 'cocrea_session' },
        },
      },
      security: [{ token: [] }, { session: [] }, {}],
    },
    transform: jsonSchemaTransform,
  });
  server.get('/api/openapi.json', { schema: { hide: true } }, async () => server.swagger());
}
