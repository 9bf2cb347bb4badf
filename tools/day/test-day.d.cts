export declare const testDay: string;
export declare const testMorning: Date;
export declare function daysOn(days: number): string;
