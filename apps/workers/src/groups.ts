/** The group whose consumers write messages; it sends them too. */
export const SENDERS = "notification";
