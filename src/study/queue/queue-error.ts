/** Why a study cannot be played over a server; the message is for a person. */
export class QueueError extends Error {}
