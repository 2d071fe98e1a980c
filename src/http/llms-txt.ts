import type { RequestHandler } from 'express';
import { readOperations } from './operations';

const DOCUMENTATION = 'https://github.com/reelgraph/reelgraph/blob/main/docs';

/** Serves /llms.txt, a description of this server for language models (https://llmstxt.org). */
export function llmsTxt({ hasMcp }: { hasMcp: boolean }): RequestHandler {
  const operations = readOperations().map(({ name, description }) => `- ${name}: ${description}`);
  const text = `# reelgraph

> Recommends films to customers through a GraphQL API for a Neo4j graph of films, actors, categories and rentals.

- GraphQL: POST {"query", "variables"} as JSON to ./graphql. Errors have a code in errors[].extensions.code.
${hasMcp ? '- Model Context Protocol: streamable HTTP at ./mcp. Its tools are the operations below.\n' : ''}- Send a token as "Authorization: Bearer …" if the server requires one.

## Operations

${operations.join('\n')}

## Documentation

- [API by example](${DOCUMENTATION}/api.md): every operation with its text, variables and errors
- [Clients and caches](${DOCUMENTATION}/clients.md): global ids, connections, cache keys
- [Assistants](${DOCUMENTATION}/mcp.md): the MCP endpoint
`;
  return (_request, response) => void response.type('text/markdown').send(text);
}
