/** The abort reason if the client closes the connection, which is not a failure. */
export const CLIENT_LEFT = new Error('The client closed the connection.');
