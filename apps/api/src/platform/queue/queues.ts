/** `urgent` is kept free for emergencies; `bulk` is for what may wait, such as roll-ups. */
export const queueNames = ['urgent', 'normal', 'bulk'] as const;
export type QueueName = (typeof queueNames)[number];

/** How many jobs of a queue one process works on at once. */
export const concurrency: Readonly<Record<QueueName, number>> = { urgent: 4, normal: 4, bulk: 2 };
