export declare function moveDate(ahead: number): void;
