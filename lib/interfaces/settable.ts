// What can be set of an interface on each side.

export const runningSettings = ['isEnabled', 'dialOutHours', 'demandDial'] as const;
export const storedSettings = ['isEnabled', 'dialOutHours'] as const;
