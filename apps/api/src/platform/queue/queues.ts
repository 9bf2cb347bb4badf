/**
 * `urgent` is for work that a person waits for: emergencies, and sign-in codes, which limits keep few.
 * `bulk` is for work that may wait, such as roll-ups.
 */
export const queueNames = ['urgent', 'normal', 'bulk'] as const;
export type QueueName = (typeof queueNames)[number];

/** How many jobs of a queue one process works on at once. */
export const concurrency: Readonly<Record<QueueName, number>> = { urgent: 4, normal: 4, bulk: 2 };
