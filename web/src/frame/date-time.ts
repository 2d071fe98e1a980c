const FORMAT = new Intl.DateTimeFormat('en', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** A moment as people here tell it, to the minute. */
export const dateTime = (moment: string): string => FORMAT.format(new Date(moment));
