// What an account may do when it dials in.

export const userColumns = [
  'level:u32',
  'privilege:u32',
  'phoneNumber:text',
  'privilege2:u32',
] as const;
