// Describes the API as an OpenAPI 3.1 document, from the route table and its schemas alone.
import * as z from 'zod';
import { problemSchema } from '#shared/protocol/hub-api.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

/** The document served at `/api/openapi.json`. */
export function describeApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: describeRoute(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mingchuang hub',
      version,
      description: 'Errors are application/problem+json (RFC 9457) with a stable `code`.',
    },
    paths,
    components: {
      schemas: { Problem: z.toJSONSchema(problemSchema) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'mingchuang' },
        csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
        terminal: { type: 'http', scheme: 'bearer' },
        push: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function describeRoute(route: Route): Json {
  const parameters = [...pathParameters(route), ...queryParameters(route)];
  const body = requestBody(route);
  return {
    summary: route.summary,
    operationId: operationId(route),
    security: securityOf(route),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === null ? {} : { requestBody: body }),
    responses: {
      [String(statusOf(route))]: goodAnswer(route),
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const operationId = (route: Route) =>
  `${route.method} ${route.path}`.replace(/[^a-z0-9]+/gi, '-').replace(/-$/, '');

const statusOf = (route: Route) =>
  route.answer === null && route.produces !== 'binary' ? 204 : (route.status ?? 200);

function securityOf(route: Route): Json[] {
  if (route.bearer !== undefined) return [{ [route.bearer]: [] }];
  if (route.access === 'public') return [];
  if (route.access === 'terminal') return [{ terminal: [] }];
  return [route.method === 'get' ? { session: [] } : { session: [], csrf: [] }];
}

function pathParameters(route: Route): Json[] {
  return [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(route: Route): Json[] {
  if (route.query === null) return [];
  const schema = z.toJSONSchema(route.query, { io: 'input' }) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }));
}

function requestBody(route: Route): Json | null {
  if (route.consumes === 'multipart') {
    const file = { type: 'array', items: { type: 'string', format: 'binary' } };
    const schema = { type: 'object', properties: { file }, required: ['file'] };
    return { required: true, content: { 'multipart/form-data': { schema } } };
  }
  if (route.consumes === 'binary') {
    const schema = { type: 'string', format: 'binary' };
    return { required: true, content: { 'application/octet-stream': { schema } } };
  }
  if (route.body === null) return null;
  const schema = z.toJSONSchema(route.body, { io: 'input' });
  return { required: true, content: { 'application/json': { schema } } };
}

function goodAnswer(route: Route): Json {
  if (route.produces === 'binary') {
    return {
      description: 'The file',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  }
  if (route.answer === null) return { description: 'Done' };
  // What a page makes of an answer by reading it is not described: a field it transforms may hold anything.
  const schema = z.toJSONSchema(route.answer, { unrepresentable: 'any' });
  return { description: 'Done', content: { 'application/json': { schema } } };
}
