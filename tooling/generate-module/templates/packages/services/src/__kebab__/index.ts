export {
  type Create__Pascal__Input,
  create__Pascal__Input,
  type List__Pascal__Input,
  list__Pascal__Input,
  type __Pascal__Ref,
  __camel__Ref,
} from "./__kebab__.input";
export { create__Pascal__, get__Pascal__, list__Pascal__ } from "./__kebab__.service";
export type { __Pascal__List, __Pascal__View } from "./__kebab__.view";
