import { type Attributes, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

/** What a span says of the work that it stands for. */
export interface SpanOptions {
  readonly kind?: 'client' | 'internal';
  readonly attributes?: Attributes;
}

/** Work that is traced while it goes on. */
export interface StartedSpan {
  /** Whether anyone looks: else nothing needs to be told to it. */
  readonly isOn: boolean;
  end(): void;
  /** Ends it with the kind of failure; not its message, which may hold what somebody asked for. */
  fail(error: unknown): void;
}

/** Starts a span within the one that is active, that of the request above all. */
export function startSpan(name: string, { kind = 'internal', attributes }: SpanOptions): StartedSpan {
  const spanKind = kind === 'client' ? SpanKind.CLIENT : SpanKind.INTERNAL;
  const span = trace.getTracer('reelgraph').startSpan(name, { kind: spanKind, attributes });
  return {
    isOn: span.isRecording(),
    end: () => span.end(),
    fail: (error) => {
      const { code, name: kindOfError } = error as { code?: string; name?: string };
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', code ?? kindOfError ?? 'unknown');
      span.end();
    },
  };
}

/** Does work that ends at once in a span of its own. */
export function inSpan<T>(name: string, options: SpanOptions, work: () => T): T {
  const span = startSpan(name, options);
  try {
    const result = work();
    span.end();
    return result;
  } catch (error) {
    span.fail(error);
    throw error;
  }
}
