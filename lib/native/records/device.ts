// Devices, and the settings of transports.

export const deviceColumns = ['deviceType:repeated', 'deviceName:text'] as const;

export const transportColumns = ['globalInfo:bytes', 'clientInterfaceInfo:bytes'] as const;
