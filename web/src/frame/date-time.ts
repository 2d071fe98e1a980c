const FORMAT = new Intl.DateTimeFormat('en', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** Formats an ISO date-time in local time, to the minute. */
export const dateTime = (iso: string): string => FORMAT.format(new Date(iso));
