import { queries } from "./declare";
import { listArguments } from "./page.input";
import { pageOf } from "./page-of";
import { SourceRefConnectionType, toSource } from "./source-ref.type";

queries({
  sources: pageOf(
    () => SourceRefConnectionType,
    "Datasets and documents that provide the facts of the hub.",
    listArguments,
    (repositories, page) => repositories.sourceRefs.page(page),
  ),
  source: toSource.byCode("source", "ds205"),
});
