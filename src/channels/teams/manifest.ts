/** What the app is called, and mentioned by, in every language. At most 30 characters. */
export const APP_NAME = 'Customer Portal';

/** The message extension's one command and what is typed into it, as they come back in `composeExtension/query`. */
export const SEARCH = { command: 'invoices', parameter: 'text' } as const;
