/** Settings of the developer's own desk are put out of force; an empty value counts as unset. */
export const noSettings = {
  DATABASE_URL: '',
  DOCUTRAY_API_KEY: '',
  DOCUTRAY_STEPS: '',
  DOCUTRAY_WEBHOOK_SECRET: '',
  ENGINE_CONFIG: '',
  ENGINE_PORT: '',
  FILES_URL: '',
  HOST: '',
  INTRAY_ADMIN_EMAIL: '',
  INTRAY_ADMIN_PASSWORD: '',
  INTRAY_SECRET: '',
  INTRAY_URL: '',
  MAIL_FROM: '',
  SMTP_URL: '',
}
