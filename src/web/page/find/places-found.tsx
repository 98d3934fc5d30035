/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { FindPlace, type FindPlaceQuery } from "../api/operations/find-place";
import { useAnswer } from "../api/use-answer";
import { Answered } from "../kit/answered";
import { finestLevel } from "../kit/map-levels";
import { textLanguage, Words } from "../kit/words";
import { findTexts } from "./texts";

type FoundNode = NonNullable<FindPlaceQuery["search"]>["edges"][number]["node"];
type FoundPlace = Extract<FoundNode, { readonly __typename: "Centre" | "Location" }>;

/** Places that match what was typed, to choose from: a name often has several. */
export function PlacesFound({ typed }: { readonly typed: string }) {
  const { language } = useLocation();
  const texts = useTexts(findTexts);
  const asked = useAnswer(FindPlace, { text: typed, language: textLanguage(language) });
  return (
    <Answered asked={asked} height={30}>
      {({ search }) => {
        const edges = search?.edges ?? [];
        if (edges.length === 0)
          return (
            <>
              <h2>{texts.noPlace(typed)}</h2>
              <p>{texts.noPlaceHelp}</p>
            </>
          );
        return (
          <>
            <h2>{texts.whichPlace(typed)}</h2>
            <ul class="places-found">
              {edges.map(({ node }) => (
                <FoundItem key={"code" in node ? node.code : ""} node={node} />
              ))}
            </ul>
            {search !== null && search.totalCount > edges.length && (
              <p>{texts.morePlaces(edges.length, search.totalCount)}</p>
            )}
          </>
        );
      }}
    </Answered>
  );
}

function FoundItem({ node }: { readonly node: FoundNode }) {
  const texts = useTexts(findTexts);
  const { withValues } = useLocation();
  if (node.__typename === "Area")
    return (
      <li>
        <a href={withValues({ q: "", area: node.code, near: "", place: node.name })}>{node.name}</a>{" "}
        <span class="found-kind">
          <Words text={node.localType.text} />
        </span>
      </li>
    );
  // Nothing else is searched for.
  if (node.__typename !== "Centre" && node.__typename !== "Location") return null;
  const { position } = node;
  const name = nameOf(node);
  const area = areaAround(node);
  if (position === null)
    return (
      <li>
        {name} <span class="found-kind">{texts.withoutPosition}</span>
      </li>
    );
  const near = [position.latitude, position.longitude].map((degrees) => degrees.toFixed(6)).join(",");
  return (
    <li>
      <a href={withValues({ q: "", area: area?.code ?? "", near, place: name })}>{name}</a>{" "}
      {area && <span class="found-kind">{area.name}</span>}
    </li>
  );
}

const nameOf = (place: FoundPlace): string =>
  place.__typename === "Centre"
    ? [place.name, place.address?.streetAddress].filter(Boolean).join(", ")
    : (place.address?.streetAddress ?? place.code);

/** The area around the place whose services are shown: one of those of the map. */
const areaAround = ({ areas }: FoundPlace) => areas?.find(({ level }) => level === finestLevel) ?? areas?.[0];
