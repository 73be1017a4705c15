// Users, devices and transports, as the addon packs them.

export const user = ['level:u32', 'privilege:u32', 'phoneNumber:text', 'privilege2:u32'] as const;

export const device = ['deviceType:repeated', 'deviceName:text'] as const;

export const transport = ['globalInfo:bytes', 'clientInterfaceInfo:bytes'] as const;
