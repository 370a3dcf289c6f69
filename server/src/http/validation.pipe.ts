import { type ValidationError, ValidationPipe } from '@nestjs/common';
import type { ErrorDetail } from '@openday/shared/wire';
import { AppError } from './app-error';

/** What is wrong with a field, by class-validator's name for the rule. */
const SAY: Record<string, string> = {
  whitelistValidation: '不认识这一项',
  isString: '要填文字',
  isInt: '要填整数',
  isNumber: '要填数字',
  isBoolean: '要填是或否',
  isArray: '要填一个列表',
  isObject: '格式不对',
  nestedValidation: '格式不对',
  isIn: '不在可选的范围里',
  isEnum: '不在可选的范围里',
  min: '数太小了',
  max: '数太大了',
  minLength: '太短了',
  maxLength: '太长了',
  arrayMaxSize: '太多了',
  arrayMinSize: '至少要有一项',
  matches: '格式不对',
  isIsoInstant: '时间格式不对',
  isISO8601: '时间格式不对',
};

/** Unknown fields and wrong types are refused with the field's path and a Chinese reason. */
export const validationPipe = () =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) =>
      new AppError(
        'BAD_REQUEST',
        errors.flatMap((e) => flatten(e, '')),
      ),
  });

function flatten(error: ValidationError, prefix: string): ErrorDetail[] {
  const field = prefix + error.property;
  const own = Object.keys(error.constraints ?? {}).map((rule) => ({ field, message: SAY[rule] ?? '格式不对' }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, `${field}.`))];
}
