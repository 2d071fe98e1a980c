/** The reason for which work is aborted if the client closes the connection. It is not a failure. */
export const CLIENT_LEFT = new Error('The client closed the connection.');
