export { moneyFrom, periodFrom } from './columns.js';
export {
  IsCodes,
  IsDay,
  IsLanguages,
  IsLanguageTag,
  IsLine,
  IsMoment,
  IsMonths,
  IsWritten,
  MAX_TITLE,
  MAX_TEXT,
} from './field-checks.js';
export { FromDigits } from './from-digits.js';
export { MoneyDto } from './money.dto.js';
export { PeriodDto } from './period.dto.js';
export { Repeated } from './repeated.js';
export { IfSent } from './if-sent.js';
