import { type Attributes, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

/** The attributes of a span. */
export interface SpanOptions {
  readonly kind?: 'client' | 'internal';
  readonly attributes?: Attributes;
}

/** A span in progress. */
export interface StartedSpan {
  /** Whether the span is recorded. If not, setting attributes has no effect. */
  readonly isOn: boolean;
  end(): void;
  /** Ends the span with the class of the error. The message is left out because it may contain user input. */
  fail(error: unknown): void;
}

/** Starts a span within the active one, usually that of the request. */
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

/** Runs synchronous work in a new span. */
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
