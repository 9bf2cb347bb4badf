/** A new folder for what a run throws away, in memory where there is room: a database is thousands of small files. */
export declare function scratchDir(name: string): string;
