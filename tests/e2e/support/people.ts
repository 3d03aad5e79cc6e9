/** The sample company's logins, as the README lists them. */
export const logins = {
  rep: "rep@larkfield.example",
  coach: "coach@larkfield.example",
  manager: "manager@larkfield.example",
  admin: "admin@larkfield.example",
} as const;

export type Login = keyof typeof logins;

export const password = "a quiet number works backward";
