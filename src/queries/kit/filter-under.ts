import { HubError } from "../../domain/kit/errors";

/**
 * The filter of a list of one record, such as the centres of an area: it names that record, so the caller cannot.
 * @throws HubError BAD_USER_INPUT if the caller does.
 */
export function filterUnder<Filter extends object, Field extends keyof Filter & string>(
  filter: Filter | null | undefined,
  field: Field,
  value: NonNullable<Filter[Field]>,
): Filter {
  const given = filter?.[field];
  if (given === null || given === undefined) return { ...(filter as Filter), [field]: value };
  throw new HubError("BAD_USER_INPUT", "filterUnder", { field }, { where: `filter.${field}` });
}
