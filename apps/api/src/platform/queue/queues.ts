/**
 * `urgent` is for what a person waits for at this moment: emergencies, and a code to sign in with, of which limits let few be asked for.
 * `bulk` is for what may wait, such as roll-ups.
 */
export const queueNames = ['urgent', 'normal', 'bulk'] as const;
export type QueueName = (typeof queueNames)[number];

/** How many jobs of a queue one process works on at once. */
export const concurrency: Readonly<Record<QueueName, number>> = { urgent: 4, normal: 4, bulk: 2 };
