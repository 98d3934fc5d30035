import { queries } from "./declare";
import { ListArgs } from "./page.input";
import { pageOf } from "./page-of";
import { SourceRefConnectionType, toSource } from "./source-ref.type";

queries({
  sources: pageOf(
    () => SourceRefConnectionType,
    "The datasets and documents that the hub's facts come from.",
    ListArgs,
    (repositories, page) => repositories.sourceRefs.page(page),
  ),
  source: toSource.byCode("One source by its code; null if there is none.", "For example ds205."),
});
