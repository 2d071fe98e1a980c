import { OperationTypeNode } from 'graphql';
import { asksForPage, negotiate } from '../../src/http/negotiate';

const { QUERY, MUTATION, SUBSCRIPTION } = OperationTypeNode;
const URQL =
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed';
const APOLLO = 'application/graphql-response+json,application/json;q=0.9';

describe('negotiate', () => {
  it.each([
    [undefined, QUERY, 'json'],
    ['', QUERY, 'json'],
    ['*/*', QUERY, 'json'],
    ['application/*', QUERY, 'json'],
    ['application/json', MUTATION, 'json'],
    [URQL, QUERY, 'json'],
    [APOLLO, MUTATION, 'json'],
    ['text/event-stream, application/json;q=0.1', QUERY, 'json'],
    ['text/event-stream', QUERY, 'events'],
    ['text/event-stream, application/json;q=0', QUERY, 'events'],
    ['text/event-stream', undefined, 'events'],
    [undefined, SUBSCRIPTION, 'events'],
    ['', SUBSCRIPTION, 'events'],
    ['*/*', SUBSCRIPTION, 'events'],
    [URQL, SUBSCRIPTION, 'events'],
    ['text/event-stream', SUBSCRIPTION, 'events'],
  ] as const)('for Accept: %s on a %s, chooses %s', (accept, operation, form) => {
    expect(negotiate(accept, operation)).toBe(form);
  });

  it.each([
    ['application/json', SUBSCRIPTION, 405, /text\/event-stream.*WebSocket/],
    [APOLLO, SUBSCRIPTION, 405, /WebSocket/],
    ['text/event-stream;q=0, */*', SUBSCRIPTION, 405, /WebSocket/],
    ['text/html', QUERY, 406, /application\/json/],
    ['text/event-stream;q=0', QUERY, 406, /application\/json/],
    ['image/png', MUTATION, 406, /application\/json/],
  ] as const)('refuses Accept: %s on a %s with %i', (accept, operation, status, message) => {
    expect(() => negotiate(accept, operation)).toThrow(
      expect.objectContaining({ status, message: expect.stringMatching(message) }),
    );
  });
});

describe('asksForPage', () => {
  it.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true],
    ['*/*', false],
    ['application/json', false],
    [undefined, false],
  ])('is for Accept: %s %s', (accept, page) => {
    expect(asksForPage(accept)).toBe(page);
  });
});
